package org.sambandh.crm.condition;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Arrays;
import java.util.Objects;
import org.sambandh.crm.field.FieldType;

/**
 * Collects ranges of instants, clipped to those that have a {@code long} form of their own; only of these is anything
 * decided. Not safe for concurrent use.
 */
final class InstantRanges {

    private static final Instant FIRST = micros(FieldType.MIN_MICROS);
    private static final Instant LAST = micros(FieldType.MAX_MICROS);

    /** The local date of any instant with a form of its own lies between these. */
    private static final long FIRST_DAY = Math.floorDiv(FIRST.getEpochSecond(), 86_400L) - 2;

    private static final long LAST_DAY = Math.floorDiv(LAST.getEpochSecond(), 86_400L) + 2;

    private static final long FAR = LAST.getEpochSecond() + 10_000L * 366 * 86_400;

    private long[] lows = new long[4];
    private long[] highs = new long[4];
    private int count;

    /** Adds a range, both ends in; nothing where its ends are the wrong way round. */
    void add(Instant from, Instant to) {
        if (from.isAfter(to) || from.isAfter(LAST) || to.isBefore(FIRST)) {
            return;
        }
        if (count == lows.length) {
            lows = Arrays.copyOf(lows, 2 * count);
            highs = Arrays.copyOf(highs, 2 * count);
        }
        lows[count] = FieldType.INSTANT.toLong(from.isBefore(FIRST) ? FIRST : from);
        highs[count++] = FieldType.INSTANT.toLong(to.isAfter(LAST) ? LAST : to);
    }

    LongRanges build() {
        return LongRanges.union(lows, highs, count).decidedBetween(FieldType.MIN_MICROS, FieldType.MAX_MICROS);
    }

    static LongRanges between(Instant from, Instant to) {
        InstantRanges ranges = new InstantRanges();
        ranges.add(from, to);
        return ranges.build();
    }

    /** Returns the instant itself, or one so far outside that adding a thousand years or two never leads back in. */
    static Instant nearby(Instant instant) {
        if (instant.getEpochSecond() > FAR) {
            return Instant.ofEpochSecond(FAR);
        }
        return instant.getEpochSecond() < -FAR ? Instant.ofEpochSecond(-FAR) : instant;
    }

    /** Returns the instants whose local date is in some ranges of days, decided as far as those are. */
    static LongRanges ofDays(LongRanges days, ZoneId zone) {
        InstantRanges ranges = new InstantRanges();
        for (int i = 0; i < days.count(); i++) {
            if (days.low(i) <= LAST_DAY && days.high(i) >= FIRST_DAY) {
                ranges.addDays(
                        LocalDate.ofEpochDay(Math.max(FIRST_DAY, days.low(i))),
                        LocalDate.ofEpochDay(Math.min(LAST_DAY, days.high(i)) + 1),
                        zone);
            }
        }
        LongRanges all = ranges.build();
        return days.decidedFrom() <= FIRST_DAY
                ? all
                : all.decidedBetween(
                        FieldType.INSTANT.toLong(
                                Instant.ofEpochSecond(86_400 * (2 + Math.min(LAST_DAY, days.decidedFrom())))),
                        FieldType.MAX_MICROS);
    }

    /** Adds the instants whose local date is one day or later and before another. */
    private void addDays(LocalDate from, LocalDate before, ZoneId zone) {
        LongRanges since = onOrAfter(from, zone);
        LongRanges behind = onOrAfter(before, zone);
        if (since.count() == 1 && behind.count() == 1) {
            add(micros(since.low(0)), micros(behind.low(0) - 1));
            return;
        }
        LongRanges both = since.and(behind.complement());
        for (int i = 0; i < both.count(); i++) {
            add(micros(both.low(i)), micros(both.high(i)));
        }
    }

    private static Instant micros(long form) {
        return Objects.requireNonNull(FieldType.INSTANT.ofLong(form));
    }

    /**
     * Returns all instants whose local date is that day or later.
     *
     * <p>Where clocks go back over midnight, the day begins, ends again and begins a second time.
     */
    static LongRanges onOrAfter(LocalDate day, ZoneId zone) {
        InstantRanges ranges = new InstantRanges();
        ZoneRules rules = zone.getRules();
        LocalDateTime midnight = day.atStartOfDay();
        ZoneOffsetTransition change = rules.getTransition(midnight);
        if (change == null) {
            ranges.add(midnight.toInstant(rules.getOffset(midnight)), LAST);
        } else if (change.isGap()) {
            ranges.add(change.getInstant(), LAST);
        } else {
            Instant back = change.getInstant();
            ranges.add(midnight.toInstant(change.getOffsetBefore()), back.minusNanos(1_000));
            ranges.add(midnight.toInstant(change.getOffsetAfter()), LAST);
        }
        return ranges.build();
    }
}
