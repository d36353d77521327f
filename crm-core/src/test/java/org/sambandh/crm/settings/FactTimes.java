package org.sambandh.crm.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Reads the calendars, times and durations of the fact tables. */
public final class FactTimes {

    private FactTimes() {}

    /** Reads {@code zone}, {@code weekly}, {@code holidays} and {@code leaves}. */
    public static WorkingCalendar calendar(JsonNode node) {
        WorkingCalendar.Builder calendar =
                WorkingCalendar.builder(ZoneId.of(node.required("zone").asText()));
        for (JsonNode window : node.required("weekly")) {
            Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
            window.required("days").forEach(day -> days.add(day(day.asText())));
            calendar.window(new WeeklyWindow(
                    days,
                    time(window.required("from").asText()),
                    time(window.required("to").asText())));
        }
        for (JsonNode holiday : node.path("holidays")) {
            calendar.holiday(LocalDate.parse(holiday.asText()));
        }
        for (JsonNode leave : node.path("leaves")) {
            calendar.override(CalendarOverride.closed(
                    LocalDateTime.parse(leave.required("from").asText()),
                    LocalDateTime.parse(leave.required("to").asText())));
        }
        return calendar.build();
    }

    /** Reads the first letters of an English day of the week. */
    static DayOfWeek day(String name) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> name.length() >= 3 && day.name().startsWith(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no day of the week: " + name));
    }

    /** Reads a time of day; {@code 24:00} is the end of the day. */
    static LocalTime time(String text) {
        return text.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(text);
    }

    /** Reads a date-time with an offset, or a local one of the zone. */
    public static Instant instant(String text, ZoneId zone) {
        TemporalAccessor time =
                DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        return time instanceof OffsetDateTime exact
                ? exact.toInstant()
                : LocalDateTime.from(time).atZone(zone).toInstant();
    }

    static Duration hours(JsonNode hours) {
        return Duration.ofNanos(hours.decimalValue()
                .multiply(BigDecimal.valueOf(3_600_000_000_000L))
                .longValueExact());
    }
}
