package org.sambandh.crm.condition;

import java.math.BigDecimal;
import java.util.Collection;
import org.sambandh.crm.common.Invalid;

/**
 * The result of a measure as a fraction that is never divided out: an average of x or more is a total of x times the
 * count or more.
 *
 * @param total the count, sum, minimum, maximum, or the sum of what is averaged
 * @param divisor the count of what is averaged, else 1; 0 where the measure is missing
 */
record Measured(BigDecimal total, long divisor) {

    private static final Measured MISSING = new Measured(BigDecimal.ZERO, 0);

    static Measured count(long facts) {
        return new Measured(BigDecimal.valueOf(facts), 1);
    }

    static Measured of(Measure.Kind kind, Collection<BigDecimal> values) {
        BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return switch (kind) {
            case COUNT -> count(values.size());
            case SUM -> new Measured(sum, 1);
            case MIN ->
                values.stream()
                        .min(BigDecimal::compareTo)
                        .map(v -> new Measured(v, 1))
                        .orElse(MISSING);
            case MAX ->
                values.stream()
                        .max(BigDecimal::compareTo)
                        .map(v -> new Measured(v, 1))
                        .orElse(MISSING);
            case AVERAGE -> new Measured(sum, values.size());
        };
    }

    boolean isMissing() {
        return divisor == 0;
    }

    /** Returns whether it is there and passes; only tests that suit a number are asked. */
    boolean passes(ValueTest<BigDecimal> test) {
        if (isMissing()) {
            return false;
        } else if (test instanceof ValueTest.Is<BigDecimal> is) {
            return compareTo(is.value()) == 0;
        } else if (test instanceof ValueTest.In<BigDecimal> in) {
            return in.values().stream().anyMatch(value -> compareTo(value) == 0);
        } else if (test instanceof ValueTest.Range<BigDecimal> range) {
            return (range.atLeast() == null || compareTo(range.atLeast()) >= 0)
                    && (range.atMost() == null || compareTo(range.atMost()) <= 0);
        } else if (test instanceof ValueTest.Present) {
            return true;
        }
        throw new Invalid(
                "measure",
                "a number cannot be put to the test " + test.getClass().getSimpleName());
    }

    private int compareTo(BigDecimal value) {
        return total.compareTo(value.multiply(BigDecimal.valueOf(divisor)));
    }
}
