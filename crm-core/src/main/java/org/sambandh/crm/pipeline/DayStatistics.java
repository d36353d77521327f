package org.sambandh.crm.pipeline;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * How many calendar days something took.
 *
 * @param days the days of each deal of which they are known, ascending
 * @param unknown of how many deals nobody knows
 */
public record DayStatistics(List<Long> days, long unknown) {

    /**
     * Sorts the days.
     *
     * @param days the days of each deal of which they are known, ascending
     * @param unknown of how many deals nobody knows
     */
    public DayStatistics {
        days = days.stream().sorted().toList();
    }

    /**
     * Returns the arithmetic mean.
     *
     * @return the mean, four decimals, half up; nothing over no deals
     */
    public Optional<BigDecimal> mean() {
        BigDecimal sum = BigDecimal.valueOf(days.stream().mapToLong(d -> d).sum());
        return days.isEmpty()
                ? Optional.empty()
                : Optional.of(sum.divide(BigDecimal.valueOf(days.size()), 4, RoundingMode.HALF_UP));
    }

    /**
     * Returns the median: the middle one, or the mean of the two in the middle.
     *
     * @return the median, one decimal if it needs one; nothing over no deals
     */
    public Optional<BigDecimal> median() {
        if (days.isEmpty()) {
            return Optional.empty();
        }
        int half = days.size() / 2;
        BigDecimal upper = BigDecimal.valueOf(days.get(half));
        if (days.size() % 2 == 1) {
            return Optional.of(upper);
        }
        BigDecimal two = BigDecimal.valueOf(days.get(half - 1)).add(upper);
        boolean even = !two.unscaledValue().testBit(0);
        return Optional.of(two.divide(BigDecimal.valueOf(2), even ? 0 : 1, RoundingMode.UNNECESSARY));
    }

    /** {@return the longest; nothing over no deals} */
    public Optional<Long> max() {
        return days.isEmpty() ? Optional.empty() : Optional.of(days.get(days.size() - 1));
    }
}
