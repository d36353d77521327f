package org.sambandh.crm.reporting;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;

/** One value of a JSON text and where it stands; an object notices what nobody asked for. */
final class Place {

    private final JsonNode node;
    private final String path;
    private final Set<String> asked = new HashSet<>();

    Place(JsonNode node, String path) {
        this.node = node;
        this.path = path;
    }

    JsonNode node() {
        return node;
    }

    String path() {
        return path;
    }

    Invalid invalid(String why) {
        return new Invalid(path, why);
    }

    /** Runs what may refuse, and says where. A refusal that names a place inside a condition keeps it. */
    <T> T told(Supplier<T> work) {
        try {
            return work.get();
        } catch (Invalid e) {
            if (e.path().startsWith("$")) {
                throw e;
            }
            throw invalid(e.path() + ": " + e.why());
        }
    }

    Place object() {
        if (!node.isObject()) {
            throw invalid("an object is expected");
        }
        return this;
    }

    boolean has(String property) {
        return node.has(property);
    }

    @Nullable
    Place find(String property) {
        asked.add(property);
        JsonNode found = node.get(property);
        return found == null ? null : new Place(found, path + "." + property);
    }

    Place get(String property) {
        Place found = find(property);
        if (found == null) {
            throw invalid("the property '" + property + "' is missing");
        }
        return found;
    }

    /** Refuses properties that nobody asked for. */
    void done() {
        Iterator<String> names = node.fieldNames();
        while (names.hasNext()) {
            String name = names.next();
            if (!asked.contains(name)) {
                String shown = name.length() <= 60 ? name : name.substring(0, 60) + "…";
                throw invalid("unknown property '" + shown + "'");
            }
        }
    }

    List<Place> items(int most) {
        if (!node.isArray() || node.size() > most) {
            throw invalid("a list of at most " + most + " is expected");
        }
        List<Place> items = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            items.add(new Place(node.get(i), path + "[" + i + "]"));
        }
        return items;
    }

    String text() {
        if (!node.isTextual()) {
            throw invalid("a text is expected");
        }
        return node.textValue();
    }

    boolean truth() {
        if (!node.isBoolean()) {
            throw invalid("true or false is expected");
        }
        return node.booleanValue();
    }

    int whole() {
        if (!node.isIntegralNumber() || !node.canConvertToInt()) {
            throw invalid("a whole number is expected");
        }
        return node.intValue();
    }

    BigDecimal number() {
        BigDecimal value = node.isNumber() ? node.decimalValue() : null;
        // The exponent is asked first: 1e999999999 must never be written out.
        if (value == null || value.precision() > 50 || Math.abs((long) value.scale()) > 50) {
            throw invalid("a number of at most 50 digits is expected");
        }
        return value;
    }

    <E extends Enum<E>> E oneOf(Class<E> type) {
        String text = text();
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        throw invalid("one of " + List.of(type.getEnumConstants()) + " is expected");
    }
}
