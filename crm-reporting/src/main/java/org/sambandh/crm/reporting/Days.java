package org.sambandh.crm.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/** The local day of an instant, from microseconds to days; asks the zone's rules only where the day changes. */
final class Days {

    private final ZoneId zone;
    private long from = Long.MAX_VALUE;
    private long before = Long.MIN_VALUE;
    private long day;

    Days(ZoneId zone) {
        this.zone = zone;
    }

    long of(long micros) {
        if (micros >= from && micros < before) {
            return day;
        }
        Instant at = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
        LocalDate date = at.atZone(zone).toLocalDate();
        remember(date, at);
        return date.toEpochDay();
    }

    /** A day is kept as a span only far from any transition: a clock set back over midnight shows a day twice. */
    private void remember(LocalDate date, Instant at) {
        ZoneRules rules = zone.getRules();
        ZoneOffsetTransition next = rules.nextTransition(at.minus(2, ChronoUnit.DAYS));
        if (next == null || next.getInstant().isAfter(at.plus(2, ChronoUnit.DAYS))) {
            day = date.toEpochDay();
            from = ChronoUnit.MICROS.between(
                    Instant.EPOCH, date.atStartOfDay(zone).toInstant());
            before = from + ChronoUnit.DAYS.getDuration().toNanos() / 1_000;
        }
    }
}
