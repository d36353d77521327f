package org.sambandh.crm.condition;

import java.time.LocalDate;

/** The days of which an anniversary falls on a day, or on one of some days behind it: one range for each year before. */
final class Anniversaries {

    /** How many years back anything is decided; older dates are put to the test itself. */
    private static final int YEARS = 200;

    private Anniversaries() {}

    static LongRanges on(LocalDate today, int days) {
        LocalDate end = today.plusDays(days);
        long[] lows = new long[YEARS];
        long[] highs = new long[YEARS];
        for (int i = 0; i < YEARS; i++) {
            int years = i + 1;
            lows[i] = firstReaching(today, years).toEpochDay();
            highs[i] = firstReaching(end.plusDays(1), years).toEpochDay() - 1;
        }
        LocalDate oldest = LocalDays.within(today.minusYears(YEARS - 1));
        return LongRanges.union(lows, highs, YEARS)
                .decidedBetween(
                        oldest.toEpochDay(), LocalDays.within(LocalDate.MAX).toEpochDay());
    }

    /** Returns the first day of which an anniversary falls on a day or later; 29 February has its on the 28th. */
    private static LocalDate firstReaching(LocalDate day, int years) {
        LocalDate first = day.minusYears(years);
        while (first.plusYears(years).isBefore(day)) {
            first = first.plusDays(1);
        }
        while (!first.minusDays(1).plusYears(years).isBefore(day)) {
            first = first.minusDays(1);
        }
        return first;
    }
}
