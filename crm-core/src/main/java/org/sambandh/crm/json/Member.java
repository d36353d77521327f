package org.sambandh.crm.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/**
 * One property of a record or entity.
 *
 * @param nullable whether it may be missing
 * @param setter of the builder; null for a component of a record
 */
record Member(
        String name,
        Codec codec,
        MethodHandle getter,
        boolean nullable,
        @Nullable MethodHandle setter) {

    void write(Object owner, ObjectNode node) {
        Object value = Handles.call(getter, owner);
        if (value != null && !codec.isOmitted(value)) {
            node.set(name, codec.write(value));
        }
    }

    /** The value, what a left-out property stands for, or null. */
    @Nullable
    Object read(Properties properties) {
        JsonNode node = properties.takeValue(name);
        return node == null ? codec.absent() : codec.read(node, properties.at(name));
    }
}
