package org.sambandh.crm.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sambandh.crm.FactFiles;
import org.sambandh.crm.FactFiles.Case;
import org.sambandh.crm.settings.FactTimes;
import org.sambandh.crm.settings.TenantSettings;
import org.sambandh.crm.settings.WorkingCalendar;

/** A ticket that goes through the service reaches the deadlines of the fact tables. */
class ServiceDeadlinesFactsTest {

    static List<Case> cases() {
        return FactFiles.cases("sla_deadlines").stream()
                .filter(fact -> List.of("deadline", "hold", "dst").contains(fact.kind()))
                .toList();
    }

    static List<Case> rows() {
        return FactFiles.rows("elapsed_working_time");
    }

    private static Bench bench(WorkingCalendar calendar) {
        return new Bench(
                TenantSettings.of(calendar.zone(), Currency.getInstance("INR")).withWorkingCalendar(calendar));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aTicketIsDueWhenTheFactsSay(Case fact) {
        WorkingCalendar calendar = FactTimes.calendar(fact.get("calendar"));
        ZoneId zone = calendar.zone();
        for (Map.Entry<String, JsonNode> target : fact.get("targetSeconds").properties()) {
            Bench bench = bench(calendar);
            Duration time = Duration.ofSeconds(target.getValue().asLong());
            bench.promise(ServiceRule.of("facts", new PriorityTarget(4, null, time)));
            bench.at(FactTimes.instant(fact.text("start"), zone));
            Ticket ticket = bench.tickets.open(NewTicket.about(fact.id()));
            for (JsonNode hold : fact.fields().path("holds")) {
                bench.at(FactTimes.instant(hold.required("from").asText(), zone));
                bench.tickets.pause(ticket.id());
                bench.at(FactTimes.instant(hold.required("to").asText(), zone));
                ticket = bench.tickets.resume(ticket.id());
            }
            Instant expected = FactTimes.instant(
                    fact.get("expectDeadline").required(target.getKey()).asText(), zone);
            assertThat(ticket.serviceLevel().nextDueAt()).as(target.getKey()).contains(expected);
            assertThat(bench.tickets.dueBefore(expected, 10).items()).containsExactly(ticket);
            assertThat(bench.tickets.dueBefore(expected.minusNanos(1_000), 10).items())
                    .isEmpty();
        }
    }

    @Test
    void theFactsAreThere() {
        assertThat(cases()).hasSizeGreaterThan(10);
        assertThat(rows()).hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theTimeUntilTheAnswerIsWhatTheFactsSay(Case row) {
        ZoneId utc = ZoneId.of("UTC");
        WorkingCalendar calendar = WorkingCalendar.of(
                utc,
                org.sambandh.crm.settings.WeeklyWindow.weekdays(
                        java.time.LocalTime.of(10, 0), java.time.LocalTime.of(18, 0)));
        Bench bench = bench(calendar);
        bench.promise(ServiceRule.of("facts", new PriorityTarget(4, Duration.ofHours(1), null)));
        bench.at(FactTimes.instant(row.text("from"), utc));
        Ticket ticket = bench.tickets.open(NewTicket.about(row.id()));
        bench.at(FactTimes.instant(row.text("to"), utc));
        ServiceClock answered =
                bench.tickets.respond(ticket.id()).serviceLevel().firstResponse();

        long seconds = Long.parseLong(row.text("workingSeconds"));
        assertThat(answered.clock().elapsed(calendar, bench.now())).hasSeconds(seconds);
        assertThat(answered.outcome()).isEqualTo(seconds <= 3600 ? ServiceOutcome.MET : ServiceOutcome.BREACHED);
    }
}
