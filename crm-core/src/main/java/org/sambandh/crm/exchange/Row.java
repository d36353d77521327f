package org.sambandh.crm.exchange;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.ExternalRef;

/** One row after conversion: the value of each rule, or no entry where it is missing. */
record Row(long line, ExternalRef key, Map<RowRule, Object> values) {

    <V> @Nullable V get(RowRule rule, Class<V> type) {
        Object value = values.get(rule);
        return value == null ? null : type.cast(value);
    }
}
