package org.sambandh.crm.table;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;

/**
 * The different values of a column, numbered from 1 in the order in which they came. Values are only ever added, so a
 * reader of an older state finds all of its values in it. Written by one thread at a time, read by any.
 *
 * @param <V> a value
 */
final class Dictionary<V> {

    private final String path;
    private final int limit;
    private final ToIntFunction<V> length;
    private final Map<V, Integer> codes = new HashMap<>();
    private volatile @Nullable Object[] values = new @Nullable Object[16];
    private long bytes;

    /** Written last and read first, so that whoever sees it sees the rest. */
    private volatile int size = 1;

    Dictionary(String path, int limit, ToIntFunction<V> length) {
        this.path = path;
        this.limit = limit;
        this.length = length;
    }

    /** {@return the code of a value, a new one where it is new} */
    int codeOf(V value) {
        Integer known = codes.get(value);
        if (known != null) {
            return known;
        }
        int code = size;
        if (code > limit) {
            throw new Invalid(
                    path,
                    "more than " + limit
                            + " different values; raise TableLimits.distinctValues, or leave the field out");
        }
        if (code == values.length) {
            values = Arrays.copyOf(values, code * 2);
        }
        values[code] = value;
        codes.put(value, code);
        bytes += Sizes.ofDictionaryEntry(length.applyAsInt(value));
        size = code + 1;
        return code;
    }

    @SuppressWarnings("unchecked") // only values of this type are put in
    V value(int code) {
        Object value = code < size ? values[code] : null;
        if (value == null) {
            throw new IllegalStateException("no value has the code " + code);
        }
        return (V) value;
    }

    /** {@return one more than the largest code} */
    int size() {
        return size;
    }

    long bytes() {
        return size == 1 ? 0 : bytes;
    }
}
