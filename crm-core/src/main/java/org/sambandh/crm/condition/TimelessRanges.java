package org.sambandh.crm.condition;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.field.FieldType;

/** The values that pass a test whose answer does not depend on the moment. */
final class TimelessRanges {

    private static final BigInteger LAST = BigInteger.valueOf(Long.MAX_VALUE);
    private static final BigInteger FIRST = BigInteger.valueOf(FieldType.MISSING + 1);

    private TimelessRanges() {}

    static <V> LongRanges of(ValueTest<V> test, FieldType<V> type) {
        if (test instanceof ValueTest.Is<V> is) {
            return anyOf(List.of(is.value()), type);
        } else if (test instanceof ValueTest.In<V> in) {
            return anyOf(in.values(), type);
        } else if (test instanceof ValueTest.Range<V> range) {
            LongRanges ranges = LongRanges.of(low(range.atLeast(), type), high(range.atMost(), type));
            return isExact(range.atLeast()) && isExact(range.atMost()) ? ranges : ofExactInstants(ranges);
        }
        return LongRanges.ALL;
    }

    private static <V> LongRanges anyOf(Collection<V> values, FieldType<V> type) {
        long[] lows = new long[values.size()];
        long[] highs = new long[values.size()];
        int count = 0;
        boolean exact = true;
        for (V value : values) {
            lows[count] = low(value, type);
            highs[count++] = high(value, type);
            exact &= isExact(value);
        }
        LongRanges ranges = LongRanges.union(lows, highs, count);
        return exact ? ranges : ofExactInstants(ranges);
    }

    /** Instants further away than any with a form of its own share one form, and are told apart by the test itself. */
    private static LongRanges ofExactInstants(LongRanges ranges) {
        return ranges.decidedBetween(FieldType.MIN_MICROS, FieldType.MAX_MICROS);
    }

    private static boolean isExact(@Nullable Object value) {
        return !(value instanceof Instant instant) || FieldType.INSTANT.isExact(FieldType.INSTANT.toLong(instant));
    }

    private static <V> long low(@Nullable V value, FieldType<V> type) {
        if (value == null) {
            return FieldType.MISSING + 1;
        }
        return value instanceof BigDecimal number ? scaled(number, type, RoundingMode.CEILING) : type.toLong(value);
    }

    private static <V> long high(@Nullable V value, FieldType<V> type) {
        if (value == null) {
            return Long.MAX_VALUE;
        }
        return value instanceof BigDecimal number ? scaled(number, type, RoundingMode.FLOOR) : type.toLong(value);
    }

    /** A number between two of the type's own is rounded towards the inside of its range, so that one alone is empty. */
    private static long scaled(BigDecimal number, FieldType<?> type, RoundingMode inwards) {
        return number.setScale(type.scale(), inwards)
                .unscaledValue()
                .min(LAST)
                .max(FIRST)
                .longValueExact();
    }
}
