package org.sambandh.crm.condition;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAmount;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.sambandh.crm.common.Moment;

/**
 * The instants that have an age at a moment.
 *
 * <p>With a length of time that is one comparison. With a calendar period it is not: 29, 30 and 31 January are all a month
 * old on 28 February, each from its own time of day on, and clocks that jump move the hour at which an instant comes of
 * age. But between local midnights and changes of clocks, an instant a microsecond later comes of age a microsecond
 * later. So the days around the edge are cut into such pieces, and {@link LocalDays#plus} is asked once for each.
 */
final class Ages {

    /** How many days the age of any instant can be off, for short months and the largest jumps of clocks. */
    private static final int UNSURE_DAYS = 8;

    private Ages() {}

    /** Returns the instants that are at least that old. */
    static LongRanges atLeast(TemporalAmount age, Moment moment) {
        Instant at = InstantRanges.nearby(moment.at());
        if (age instanceof Duration length) {
            return InstantRanges.between(Instant.MIN, at.minus(length));
        }
        InstantRanges ranges = new InstantRanges();
        Pieces pieces = new Pieces((Period) age, at, moment.zone());
        ranges.add(Instant.MIN, pieces.first.minusNanos(1_000));
        for (int i = 0; i < pieces.starts.size(); i++) {
            ranges.add(pieces.start(i), LocalDays.earlier(pieces.end(i), pieces.lastOfAge(i)));
        }
        return ranges.build();
    }

    /** Returns the instants that are not in the future and not older than that: one just as old still is in. */
    static LongRanges atMost(TemporalAmount age, Moment moment) {
        Instant at = InstantRanges.nearby(moment.at());
        if (age instanceof Duration length) {
            return InstantRanges.between(at.minus(length), at);
        }
        InstantRanges ranges = new InstantRanges();
        Pieces pieces = new Pieces((Period) age, at, moment.zone());
        ranges.add(pieces.behind, at);
        for (int i = 0; i < pieces.starts.size(); i++) {
            Instant from = pieces.lastOfAge(i);
            Instant start = pieces.start(i);
            ranges.add(from.isAfter(start) ? from : start, LocalDays.earlier(pieces.end(i), at));
        }
        return ranges.build();
    }

    /** The days around the instant that is just that old, cut where an instant's coming of age may jump. */
    private static final class Pieces {

        final Instant first;
        final Instant behind;
        final List<Instant> starts;
        private final Period age;
        private final Instant at;
        private final ZoneId zone;

        Pieces(Period age, Instant at, ZoneId zone) {
            this.age = age;
            this.at = at;
            this.zone = zone;
            ZoneRules rules = zone.getRules();
            LocalDateTime now = LocalDateTime.ofInstant(at, rules.getOffset(at));
            LocalDateTime about = now.minusDays(age.get(ChronoUnit.DAYS)).minusMonths(age.toTotalMonths());
            LocalDate firstDay = about.toLocalDate().minusDays(UNSURE_DAYS);
            LocalDate lastDay = about.toLocalDate().plusDays(UNSURE_DAYS);
            first = firstDay.atStartOfDay().toInstant(ZoneOffset.UTC);
            behind = lastDay.atStartOfDay().toInstant(ZoneOffset.UTC);
            TreeSet<Instant> cuts = new TreeSet<>();
            cuts.add(first);
            List<ZoneOffset> offsets = new ArrayList<>(List.of(rules.getOffset(first)));
            for (ZoneOffsetTransition change : changes(rules, first, behind)) {
                cuts.add(change.getInstant());
                offsets.add(change.getOffsetAfter());
            }
            List<LocalDateTime> jumps = new ArrayList<>();
            Instant span = at.plusSeconds(86_400L * UNSURE_DAYS * 2);
            for (ZoneOffsetTransition change : changes(rules, at.minusSeconds(86_400L * UNSURE_DAYS * 2), span)) {
                jumps.add(change.getDateTimeBefore());
                jumps.add(change.getDateTimeAfter());
            }
            for (LocalDate day = firstDay.minusDays(1); !day.isAfter(lastDay.plusDays(1)); day = day.plusDays(1)) {
                for (ZoneOffset offset : offsets) {
                    cuts.add(day.atStartOfDay().toInstant(offset));
                    for (LocalDateTime jump : jumps) {
                        cuts.add(day.atTime(jump.toLocalTime()).toInstant(offset));
                    }
                }
            }
            starts = List.copyOf(cuts.subSet(first, behind));
        }

        private static List<ZoneOffsetTransition> changes(ZoneRules rules, Instant from, Instant to) {
            List<ZoneOffsetTransition> changes = new ArrayList<>();
            ZoneOffsetTransition change = rules.nextTransition(from);
            while (change != null && change.getInstant().isBefore(to)) {
                changes.add(change);
                change = rules.nextTransition(change.getInstant());
            }
            return changes;
        }

        Instant start(int piece) {
            return starts.get(piece);
        }

        Instant end(int piece) {
            Instant next = piece + 1 < starts.size() ? starts.get(piece + 1) : behind;
            return next.minusNanos(1_000);
        }

        /** Returns the instant that comes of age now, if all did so as long after themselves as the first of the piece. */
        Instant lastOfAge(int piece) {
            Instant start = start(piece);
            return start.plus(Duration.between(LocalDays.plus(start, age, zone), at));
        }
    }
}
