package org.sambandh.crm.condition;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAmount;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import org.sambandh.crm.common.Moment;

/**
 * Local days of instants, without overflow: what lies more than 900 million years away counts as the day at that edge.
 * Between the edges everything is exact.
 */
final class LocalDays {

    private static final int LAST_YEAR = 900_000_000;
    private static final LocalDate FIRST_DAY = LocalDate.of(-LAST_YEAR, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(LAST_YEAR, 12, 31);
    private static final Instant FIRST = FIRST_DAY.atStartOfDay(ZoneOffset.UTC).toInstant();
    private static final Instant LAST = LAST_DAY.atStartOfDay(ZoneOffset.UTC).toInstant();

    private LocalDays() {}

    static LocalDate of(Instant instant, ZoneId zone) {
        return within(instant).atZone(zone).toLocalDate();
    }

    static LocalDate of(Moment moment) {
        return of(moment.at(), moment.zone());
    }

    /** Returns the date itself, or the edge: nothing that is added to it later can overflow. */
    static LocalDate within(LocalDate date) {
        if (date.isBefore(FIRST_DAY)) {
            return FIRST_DAY;
        }
        return date.isAfter(LAST_DAY) ? LAST_DAY : date;
    }

    private static Instant within(Instant instant) {
        if (instant.isBefore(FIRST)) {
            return FIRST;
        }
        return instant.isAfter(LAST) ? LAST : instant;
    }

    /**
     * Returns the first instant behind the moment at which the answer to "is it that day or later" may change.
     *
     * <p>Usually the start of the day. Where clocks are set back over midnight (St. John's until 2011, always at one
     * minute past it), the day begins, ends again and begins a second time.
     */
    static Instant nextStart(LocalDate day, Moment moment) {
        if (Math.abs(day.getYear()) > LAST_YEAR + 1) {
            return Verdict.FOREVER;
        }
        ZoneRules rules = moment.zone().getRules();
        LocalDateTime midnight = day.atStartOfDay();
        ZoneOffsetTransition change = rules.getTransition(midnight);
        if (change == null) {
            return ifAfter(midnight.toInstant(rules.getOffset(midnight)), moment);
        } else if (change.isGap()) {
            return ifAfter(change.getInstant(), moment);
        }
        Instant first = ifAfter(midnight.toInstant(change.getOffsetBefore()), moment);
        Instant back = ifAfter(change.getInstant(), moment);
        Instant second = ifAfter(midnight.toInstant(change.getOffsetAfter()), moment);
        return earlier(first, earlier(back, second));
    }

    /** Returns the instant that much later, by the calendar of the zone where it is a period; never before it. */
    static Instant plus(Instant instant, TemporalAmount amount, ZoneId zone) {
        if (amount instanceof Period period) {
            ZoneOffset offset = zone.getRules().getOffset(within(instant));
            LocalDateTime local =
                    LocalDateTime.ofInstant(within(instant), offset).plus(period);
            Instant later = ZonedDateTime.ofLocal(local, zone, offset).toInstant();
            return later.isBefore(instant) ? instant : later;
        }
        Duration length = (Duration) amount;
        return length.compareTo(untilTheEnd(instant)) >= 0 ? Instant.MAX : instant.plus(length);
    }

    /** Not by {@code Duration.between}, which throws and catches an exception on so long a way. */
    private static Duration untilTheEnd(Instant instant) {
        long seconds = Instant.MAX.getEpochSecond() - instant.getEpochSecond();
        return Duration.ofSeconds(seconds, Instant.MAX.getNano() - instant.getNano());
    }

    static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static Instant ifAfter(Instant instant, Moment moment) {
        return instant.isAfter(moment.at()) ? instant : Verdict.FOREVER;
    }
}
