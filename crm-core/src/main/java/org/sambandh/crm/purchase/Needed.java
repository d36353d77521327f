package org.sambandh.crm.purchase;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;

/** What an entity cannot be without. */
final class Needed {

    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("9001-01-01T00:00:00Z");

    private Needed() {}

    static <T> T of(String path, @Nullable T value) {
        if (value == null) {
            throw new Invalid(path, "is missing");
        }
        return value;
    }

    /** Dates outside these years are slips of a hand or a program, and no database keeps the outermost. */
    static LocalDate day(String path, LocalDate day) {
        if (day.getYear() < 1_900 || day.getYear() > 9_000) {
            throw new Invalid(path, "between the years 1900 and 9000, found " + day.getYear());
        }
        return day;
    }

    static Instant instant(String path, Instant at) {
        if (at.isBefore(FIRST) || !at.isBefore(END)) {
            throw new Invalid(path, "between the years 1900 and 9000, found " + at);
        }
        return at.truncatedTo(ChronoUnit.MICROS);
    }
}
