package org.sambandh.crm.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.invoke.MethodHandle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record: one property for each component, through its canonical constructor. */
record RecordCodec(MethodHandle constructor, List<Member> members) implements Codec {

    @Override
    public ObjectNode write(Object value) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        members.forEach(member -> member.write(value, node));
        return node;
    }

    @Override
    public Object read(JsonNode node, At at) {
        Properties properties = new Properties(node, at);
        Object value = read(properties);
        properties.done();
        return value;
    }

    Object read(Properties properties) {
        @Nullable Object[] arguments = new @Nullable Object[members.size()];
        for (int i = 0; i < arguments.length; i++) {
            Member member = members.get(i);
            arguments[i] = member.read(properties);
            if (arguments[i] == null && !member.nullable()) {
                throw properties.at(member.name()).invalid("is missing");
            }
        }
        return Handles.make(properties.at(), constructor, arguments);
    }
}
