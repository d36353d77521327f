package org.sambandh.crm.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The properties of one object, each to be taken: what nobody took is unknown. */
final class Properties {

    private final JsonNode node;
    private final At at;
    private final Set<String> taken = new HashSet<>();

    Properties(JsonNode node, At at) {
        if (!node.isObject()) {
            throw at.invalid("an object is expected, found " + JsonText.kind(node));
        }
        this.node = node;
        this.at = at;
    }

    At at() {
        return at;
    }

    At at(String name) {
        return at.child(name);
    }

    boolean has(String name) {
        return node.has(name);
    }

    /** Null where there is none. */
    @Nullable
    JsonNode take(String name) {
        taken.add(name);
        return node.get(name);
    }

    /** Null where there is none, or it is null itself. */
    @Nullable
    JsonNode takeValue(String name) {
        JsonNode value = take(name);
        return value == null || value.isNull() ? null : value;
    }

    JsonNode require(String name) {
        JsonNode value = take(name);
        if (value == null || value.isNull()) {
            throw at(name).invalid("is missing");
        }
        return value;
    }

    void done() {
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!taken.contains(name)) {
                throw at(name).invalid("unknown property; it means nothing here");
            }
        }
    }
}
