package org.sambandh.crm.json;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Writes and reads values of one type. */
interface Codec {

    JsonNode write(Object value);

    /** Reads one value; throws {@link org.sambandh.crm.common.Invalid} naming the place. */
    Object read(JsonNode node, At at);

    /** Whether a property with this value is left out. */
    default boolean isOmitted(Object value) {
        return false;
    }

    /** What a left-out property stands for; null if there must be one. */
    default @Nullable Object absent() {
        return null;
    }
}
