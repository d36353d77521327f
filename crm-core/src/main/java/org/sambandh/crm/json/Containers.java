package org.sambandh.crm.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Lists, sets, maps and optional values. Empty ones are left out. */
final class Containers {

    private Containers() {}

    record Several(Class<?> type, Codec element) implements Codec {

        @Override
        public JsonNode write(Object value) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            ((Collection<?>) value).forEach(e -> list.add(element.write(e)));
            return list;
        }

        @Override
        public Object read(JsonNode node, At at) {
            if (!node.isArray()) {
                throw at.invalid("a list is expected, found " + JsonText.kind(node));
            }
            Collection<Object> values = absent();
            for (int i = 0; i < node.size(); i++) {
                Object value = element.read(node.get(i), at.item(i));
                if (!values.add(value)) {
                    throw at.item(i).invalid("stands there twice");
                }
            }
            return values;
        }

        @Override
        public boolean isOmitted(Object value) {
            return ((Collection<?>) value).isEmpty();
        }

        @Override
        public Collection<Object> absent() {
            if (SortedSet.class.isAssignableFrom(type)) {
                return new TreeSet<>();
            }
            return Set.class.isAssignableFrom(type) ? new LinkedHashSet<>() : new ArrayList<>();
        }
    }

    record Entries(Class<?> type, Codec key, Codec element) implements Codec {

        @Override
        public JsonNode write(Object value) {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            ((Map<?, ?>) value).forEach((k, v) -> node.set(key.write(k).asText(), element.write(v)));
            return node;
        }

        @Override
        public Object read(JsonNode node, At at) {
            if (!node.isObject()) {
                throw at.invalid("an object is expected, found " + JsonText.kind(node));
            }
            Map<Object, Object> values = absent();
            for (Map.Entry<String, JsonNode> entry : node.properties()) {
                At there = at.child(entry.getKey());
                values.put(
                        key.read(JsonNodeFactory.instance.textNode(entry.getKey()), there),
                        element.read(entry.getValue(), there));
            }
            return values;
        }

        @Override
        public boolean isOmitted(Object value) {
            return ((Map<?, ?>) value).isEmpty();
        }

        @Override
        public Map<Object, Object> absent() {
            return SortedMap.class.isAssignableFrom(type) ? new TreeMap<>() : new LinkedHashMap<>();
        }
    }

    /** A component of type {@code Optional}. */
    record Perhaps(Codec element) implements Codec {

        @Override
        public JsonNode write(Object value) {
            return element.write(((Optional<?>) value).orElseThrow());
        }

        @Override
        public Object read(JsonNode node, At at) {
            return Optional.of(element.read(node, at));
        }

        @Override
        public boolean isOmitted(Object value) {
            return ((Optional<?>) value).isEmpty();
        }

        @Override
        public Object absent() {
            return Optional.empty();
        }
    }

    /** An accessor of type {@code Optional} whose builder takes the value itself, or null. */
    record Unwrapped(Codec element) implements Codec {

        @Override
        public JsonNode write(Object value) {
            return element.write(((Optional<?>) value).orElseThrow());
        }

        @Override
        public Object read(JsonNode node, At at) {
            return element.read(node, at);
        }

        @Override
        public boolean isOmitted(Object value) {
            return ((Optional<?>) value).isEmpty();
        }
    }
}
