package org.sambandh.crm.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where one entity stands in an order. Made by {@link Sorting}, kept in cursors.
 *
 * @param values one for each order: a {@code Long} for types that have a long form, a {@code String} for the others,
 *     null where the value is missing
 * @param id the text of the id, by which ties break
 */
public record SortKey(List<@Nullable Object> values, String id) {

    /**
     * Checks and copies what it is given.
     *
     * @param values one for each order: a {@code Long} for types that have a long form, a {@code String} for the others,
     *     null where the value is missing
     * @param id the text of the id, by which ties break
     */
    public SortKey {
        values = values.isEmpty() ? List.of() : Collections.unmodifiableList(new ArrayList<>(values));
    }

    /** {@return the id only: values may be personal} */
    @Override
    public String toString() {
        return "SortKey[" + id + "]";
    }
}
