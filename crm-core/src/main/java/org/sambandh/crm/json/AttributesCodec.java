package org.sambandh.crm.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.field.Attributes;

/** A host's own properties: each value says its type, so that it reads back without the catalogue. */
final class AttributesCodec implements Codec {

    private static final Map<String, Class<?>> TYPES = new TreeMap<>(Map.of(
            "text", String.class,
            "boolean", Boolean.class,
            "number", BigDecimal.class,
            "date", LocalDate.class,
            "instant", Instant.class,
            "money", Money.class));

    @Override
    public JsonNode write(Object value) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ((Attributes) value).values().forEach((name, one) -> {
            Object sample = one instanceof List<?> list ? list.get(0) : one;
            String tag = TYPES.entrySet().stream()
                    .filter(e -> e.getValue().isInstance(sample))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseThrow();
            Codec codec = codecOf(tag);
            JsonNode body;
            if (one instanceof List<?> list) {
                ArrayNode array = JsonNodeFactory.instance.arrayNode();
                list.forEach(e -> array.add(codec.write(e)));
                body = array;
            } else {
                body = codec.write(one);
            }
            node.putObject(name).set(tag, body);
        });
        return node;
    }

    @Override
    public Object read(JsonNode node, At at) {
        if (!node.isObject()) {
            throw at.invalid("an object is expected, found " + JsonText.kind(node));
        }
        SortedMap<String, Object> values = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            values.put(entry.getKey(), readOne(new Properties(entry.getValue(), at.child(entry.getKey()))));
        }
        return Scalars.refusals(at, () -> new Attributes(values));
    }

    private static Object readOne(Properties tagged) {
        String tag = TYPES.keySet().stream()
                .filter(tagged::has)
                .findFirst()
                .orElseThrow(() -> tagged.at().invalid("its type is missing: one of " + TYPES.keySet()));
        JsonNode body = tagged.require(tag);
        tagged.done();
        Codec codec = codecOf(tag);
        if (!body.isArray()) {
            return codec.read(body, tagged.at(tag));
        }
        List<Object> elements = new ArrayList<>();
        for (int i = 0; i < body.size(); i++) {
            elements.add(codec.read(body.get(i), tagged.at(tag).item(i)));
        }
        return elements;
    }

    private static Codec codecOf(String tag) {
        return Optional.ofNullable(TYPES.get(tag)).map(Scalars::find).orElseThrow();
    }

    @Override
    public boolean isOmitted(Object value) {
        return ((Attributes) value).isEmpty();
    }

    @Override
    public Object absent() {
        return Attributes.none();
    }
}
