package org.sambandh.crm.ticket;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.RuleViolation;

/** The readings of an asset: which are valid, and whether another one fits among them. */
final class Meters {

    private static final int MOST = 5_000;

    private static final Comparator<MeterReading> BY_DAY =
            Comparator.comparing(MeterReading::day).thenComparing(MeterReading::value);

    private Meters() {}

    static List<MeterReading> checked(List<MeterReading> readings) {
        if (readings.size() > MOST) {
            throw new Invalid("asset.readings", "at most " + MOST + ", found " + readings.size());
        }
        for (int i = 0; i < readings.size(); i++) {
            MeterReading reading = readings.get(i);
            if (reading.number() != i + 1) {
                throw new Invalid("asset.readings[" + i + "]", "numbered from 1 in order, found " + reading.number());
            }
        }
        return List.copyOf(readings);
    }

    static Optional<MeterReading> latest(List<MeterReading> readings, String meter, LocalDate day) {
        return valid(readings, meter).stream()
                .filter(reading -> !reading.day().isAfter(day))
                .max(BY_DAY);
    }

    /** The readings with one more, if the meter runs forward from day to day then. */
    static List<MeterReading> with(
            EntityRef asset,
            List<MeterReading> readings,
            String meter,
            LocalDate day,
            BigDecimal value,
            @Nullable Integer corrects) {
        MeterReading added = new MeterReading(readings.size() + 1, meter, day, value, corrects);
        List<MeterReading> longer = new ArrayList<>(readings);
        longer.add(added);
        for (MeterReading other : valid(longer, added.meter())) {
            boolean later = other.day().isAfter(added.day());
            boolean earlier = other.day().isBefore(added.day());
            boolean back = (later && other.value().compareTo(added.value()) < 0)
                    || (earlier && other.value().compareTo(added.value()) > 0)
                    // On the same day the order of recording is all there is to go by.
                    || (!later && !earlier && corrects == null && other.value().compareTo(added.value()) > 0);
            if (back) {
                throw new RuleViolation(
                        "meter-runs-forward",
                        asset,
                        "The meter cannot show " + added.value() + " on " + added.day()
                                + ": it showed " + other.value() + " on " + other.day() + " (reading "
                                + other.number() + "). Correct that one if it is wrong");
            }
        }
        return checked(longer);
    }

    static MeterReading correctable(EntityRef asset, List<MeterReading> readings, int number) {
        if (number < 1 || number > readings.size()) {
            throw new RuleViolation("reading-known", asset, "There is no reading " + number + " to correct");
        }
        MeterReading wrong = readings.get(number - 1);
        if (!valid(readings, wrong.meter()).contains(wrong)) {
            throw new RuleViolation(
                    "reading-valid",
                    asset,
                    "Reading " + number + " was corrected already; correct the one in its place");
        }
        return wrong;
    }

    /** The readings in whose place no other one stands. */
    static List<MeterReading> valid(List<MeterReading> readings) {
        Set<Integer> corrected = new HashSet<>();
        for (MeterReading reading : readings) {
            Integer other = reading.corrects();
            if (other != null) {
                corrected.add(other);
            }
        }
        return readings.stream()
                .filter(reading -> !corrected.contains(reading.number()))
                .toList();
    }

    private static List<MeterReading> valid(List<MeterReading> readings, String meter) {
        return valid(readings).stream()
                .filter(reading -> reading.meter().equals(meter))
                .toList();
    }
}
