package org.sambandh.crm.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sambandh.crm.FactFiles;
import org.sambandh.crm.FactFiles.Case;

class SlaDeadlinesFactsTest {

    static List<Case> cases() {
        return FactFiles.cases("sla_deadlines");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void deadlinesHoldsAndStatesKeepToTheFacts(Case fact) {
        switch (fact.kind()) {
            case "deadline", "hold", "dst" -> deadlines(fact);
            case "elapsed" -> elapsed(fact);
            case "status" -> status(fact);
            default -> throw new AssertionError("unknown kind " + fact.kind());
        }
    }

    private static void deadlines(Case fact) {
        fact.expectsOnly("expectDeadline", "expectDeadlineBefore", "expectHoldSeconds", "expectResolutionSeconds");
        WorkingCalendar calendar = FactTimes.calendar(fact.get("calendar"));
        Intervals<Instant> holds = holds(fact, calendar.zone());
        assertThat(fact.get("targetSeconds")).isNotEmpty();
        for (Map.Entry<String, JsonNode> target : fact.get("targetSeconds").properties()) {
            PausableClock clock = PausableClock.start(
                    FactTimes.instant(fact.text("start"), calendar.zone()),
                    Duration.ofSeconds(target.getValue().asLong()));
            Instant last = clock.started();
            for (Interval<Instant> hold : holds.list()) {
                clock = clock.pause(hold.start()).resume(hold.end());
                last = hold.end();
            }
            Instant deadline = clock.deadline(calendar, last);
            assertThat(deadline)
                    .isEqualTo(FactTimes.instant(
                            fact.get("expectDeadline").required(target.getKey()).asText(), calendar.zone()));
            if (fact.has("expectDeadlineBefore")) {
                JsonNode before = fact.get("expectDeadlineBefore");
                assertThat(clock.plannedDeadline(calendar))
                        .isEqualTo(FactTimes.instant(
                                before.isObject()
                                        ? before.required(target.getKey()).asText()
                                        : before.asText(),
                                calendar.zone()));
            }
            if (fact.has("expectHoldSeconds")) {
                assertThat(clock.held(calendar, last))
                        .hasSeconds(fact.get("expectHoldSeconds").asLong());
            }
            if (fact.has("resolvedAt")) {
                Instant resolved = FactTimes.instant(fact.text("resolvedAt"), calendar.zone());
                assertThat(clock.elapsed(calendar, resolved))
                        .hasSeconds(fact.get("expectResolutionSeconds").asLong());
            }
        }
        assertThat(fact.get("expectDeadline")).hasSameSizeAs(fact.get("targetSeconds"));
        assertThat(fact.has("resolvedAt")).isEqualTo(fact.has("expectResolutionSeconds"));
    }

    private static Intervals<Instant> holds(Case fact, ZoneId zone) {
        List<Interval<Instant>> holds = new ArrayList<>();
        for (JsonNode hold : fact.fields().path("holds")) {
            holds.add(new Interval<>(
                    FactTimes.instant(hold.required("from").asText(), zone),
                    FactTimes.instant(hold.required("to").asText(), zone)));
        }
        return Intervals.of(holds);
    }

    private static void elapsed(Case fact) {
        fact.expectsOnly("expectWorkingSeconds");
        WorkingCalendar calendar = FactTimes.calendar(fact.get("calendar"));
        Instant start = FactTimes.instant(fact.text("start"), calendar.zone());
        Instant end = FactTimes.instant(fact.text("end"), calendar.zone());
        Duration expected = Duration.ofSeconds(fact.get("expectWorkingSeconds").asLong());
        assertThat(calendar.measure(start, end)).isEqualTo(expected);
        assertThat(PausableClock.start(start, Duration.ZERO).elapsed(calendar, end))
                .isEqualTo(expected);
    }

    private static void status(Case fact) {
        fact.expectsOnly();
        assertThat(fact.get("steps")).isNotEmpty();
        StatusStory story = new StatusStory();
        for (JsonNode step : fact.get("steps")) {
            story.tell(step.required("event").asText());
            assertThat(story.state().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                    .as(step.toString())
                    .isEqualTo(step.required("state").asText());
        }
    }
}
