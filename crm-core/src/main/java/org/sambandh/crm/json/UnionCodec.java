package org.sambandh.crm.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * A sealed interface: an object whose {@code type} is one of a closed list. Names of classes are never read.
 *
 * @param byType the name of each record
 * @param byName its codec
 */
record UnionCodec(Map<Class<?>, String> byType, Map<String, RecordCodec> byName) implements Codec {

    static final String TYPE = "type";

    @Override
    public JsonNode write(Object value) {
        String name = byType.get(value.getClass());
        RecordCodec codec = name == null ? null : byName.get(name);
        if (codec == null) {
            throw new IllegalArgumentException(value.getClass() + " cannot be written as JSON");
        }
        ObjectNode node = JsonNodeFactory.instance.objectNode().put(TYPE, name);
        node.setAll(codec.write(value));
        return node;
    }

    @Override
    public Object read(JsonNode node, At at) {
        Properties properties = new Properties(node, at);
        String name = JsonText.text(properties.require(TYPE), properties.at(TYPE));
        RecordCodec codec = byName.get(name);
        if (codec == null) {
            throw properties.at(TYPE).invalid("one of " + byName.keySet() + " is expected");
        }
        Object value = codec.read(properties);
        properties.done();
        return value;
    }
}
