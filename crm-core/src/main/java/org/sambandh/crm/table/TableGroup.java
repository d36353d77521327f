package org.sambandh.crm.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One group of subjects.
 *
 * @param keys the value of each key, null where it is missing: of the field's own class, the first day of a calendar unit
 *     as a {@code LocalDate}, or a {@code Currency}
 * @param count how many subjects
 * @param values what each measure comes to, as {@link TableMeasure.Kind} says
 */
public record TableGroup(List<@Nullable Object> keys, long count, List<@Nullable Object> values) {

    /**
     * Copies the lists.
     *
     * @param keys the value of each key
     * @param count how many subjects
     * @param values what each measure comes to
     */
    public TableGroup {
        keys = Collections.unmodifiableList(new ArrayList<>(keys));
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }
}
