package org.sambandh.crm.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sambandh.crm.FactFiles;
import org.sambandh.crm.FactFiles.Case;
import org.sambandh.crm.common.CrmException;

class IntervalsCalendarsFactsTest {

    static List<Case> cases() {
        return FactFiles.cases("intervals_calendars");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void intervalsAndCalendarsKeepToTheFacts(Case fact) {
        if (fact.has("expectError")) {
            fact.expectsOnly("expectError");
            assertThatThrownBy(() -> compare(fact))
                    .isInstanceOf(CrmException.class)
                    .satisfies(error ->
                            assertThat(error.getClass().getSimpleName()).isEqualTo(fact.text("expectError")));
        } else {
            compare(fact);
        }
    }

    private static void compare(Case fact) {
        switch (fact.kind()) {
            case "union" -> algebra(fact, Intervals::union);
            case "intersection" -> algebra(fact, Intervals::intersection);
            case "difference" -> algebra(fact, Intervals::difference);
            case "scheduleForward" ->
                schedule(fact, Schedule.forward(times(fact.get("over")), FactTimes.hours(fact.get("hours"))));
            case "scheduleBackward" ->
                schedule(fact, Schedule.backward(times(fact.get("over")), FactTimes.hours(fact.get("hours"))));
            case "workingHours" -> workingHours(fact);
            case "plan" -> plan(fact);
            default -> throw new AssertionError("unknown kind " + fact.kind());
        }
    }

    private static void algebra(Case fact, BinaryOperator<Intervals<BigDecimal>> operation) {
        fact.expectsOnly("expect", "expectError");
        Intervals<BigDecimal> a = Intervals.of(list(fact.get("a")));
        Intervals<BigDecimal> b = fact.has("b") ? Intervals.of(list(fact.get("b"))) : Intervals.none();
        assertThat(operation.apply(a, b).list()).isEqualTo(list(fact.get("expect")));
    }

    private static void schedule(Case fact, Schedule schedule) {
        fact.expectsOnly("expect", "expectError");
        List<Interval<Instant>> expected = new ArrayList<>();
        fact.get("expect").forEach(part -> expected.add(new Interval<>(instant(part.get(0)), instant(part.get(1)))));
        assertThat(schedule.parts()).isEqualTo(expected);
    }

    private static void workingHours(Case fact) {
        fact.expectsOnly("expectHours", "expectError");
        WorkingCalendar calendar = FactTimes.calendar(fact.get("calendar"));
        ZoneId zone = calendar.zone();
        assertThat(calendar.measure(
                        FactTimes.instant(fact.text("start"), zone), FactTimes.instant(fact.text("end"), zone)))
                .isEqualTo(FactTimes.hours(fact.get("expectHours")));
    }

    private static void plan(Case fact) {
        fact.expectsOnly("expect", "expectError");
        WorkingCalendar calendar = FactTimes.calendar(fact.get("calendar"));
        ZoneId zone = calendar.zone();
        assertThat(calendar.add(FactTimes.instant(fact.text("start"), zone), FactTimes.hours(fact.get("hours"))))
                .isEqualTo(FactTimes.instant(fact.text("expect"), zone));
    }

    /** Reads intervals of numbers or times; times become seconds, so that both run through the same algebra. */
    private static List<Interval<BigDecimal>> list(JsonNode pairs) {
        List<Interval<BigDecimal>> intervals = new ArrayList<>();
        pairs.forEach(pair -> intervals.add(new Interval<>(value(pair.get(0)), value(pair.get(1)))));
        return intervals;
    }

    private static BigDecimal value(JsonNode node) {
        if (node.isNumber()) {
            return node.decimalValue();
        }
        Instant instant = instant(node);
        return BigDecimal.valueOf(instant.getEpochSecond()).add(BigDecimal.valueOf(instant.getNano(), 9));
    }

    private static Intervals<Instant> times(JsonNode pairs) {
        List<Interval<Instant>> intervals = new ArrayList<>();
        pairs.forEach(pair -> intervals.add(new Interval<>(instant(pair.get(0)), instant(pair.get(1)))));
        return Intervals.of(intervals);
    }

    private static Instant instant(JsonNode node) {
        return FactTimes.instant(node.asText(), ZoneOffset.UTC);
    }
}
