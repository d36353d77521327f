package org.sambandh.crm.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.atLeast;
import static org.sambandh.crm.condition.Tests.is;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.settings.TenantSettings;
import org.sambandh.crm.store.Upserted;

/**
 * The UCI incident log (Amaral, Fantinato, Peres; CC BY 4.0) replayed as tickets; the figures are those of its README. Read
 * from {@code tickets/incidents_dev.csv.gz} in the folder of the system property {@code crm.data}; skipped without it.
 */
class IncidentLogTest {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d/M/yyyy HH:mm");

    private final Bench bench = new Bench(TenantSettings.of(ZoneId.of("UTC"), Currency.getInstance("INR")));

    private static Map<String, List<Map<String, String>>> incidents() throws IOException {
        String folder = System.getProperty("crm.data");
        Path file = Path.of(folder == null ? "" : folder, "tickets", "incidents_dev.csv.gz");
        Assumptions.assumeTrue(Files.exists(file), "no folder of data is given, or it holds no incident log");
        Map<String, List<Map<String, String>>> incidents = new LinkedHashMap<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            List<String> names = List.of(lines.readLine().split(",", -1));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split(",", -1);
                Map<String, String> row = new LinkedHashMap<>();
                for (int i = 0; i < cells.length; i++) {
                    row.put(names.get(i), cells[i]);
                }
                incidents
                        .computeIfAbsent(row.get("number"), n -> new ArrayList<>())
                        .add(row);
            }
        }
        return incidents;
    }

    private static Instant time(String text) {
        return LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC);
    }

    private static NewTicket ticket(List<Map<String, String>> rows) {
        Map<String, String> last = rows.get(rows.size() - 1);
        NewTicket ticket = NewTicket.about("Incident " + last.get("number"))
                .number("INC" + last.get("number"))
                .impact(Integer.parseInt(last.get("impact")))
                .urgency(Integer.parseInt(last.get("urgency")))
                .openedAt(time(last.get("opened_at")))
                .status("new", time(last.get("opened_at")))
                .reassignments(Integer.parseInt(last.get("reassignment_count")))
                .reopens(Integer.parseInt(last.get("reopen_count")))
                .outcome(last.get("made_sla").equals("true") ? ServiceOutcome.MET : ServiceOutcome.BREACHED);
        if (!last.get("resolved_at").equals("?")) {
            ticket = ticket.status("solved", time(last.get("resolved_at")));
        }
        return ticket.status("closed", time(last.get("closed_at")));
    }

    private long count(Condition<Ticket> which) {
        return bench.crm.inUnit(unit -> unit.get(TicketRepository.class).count(which, unit.moment()));
    }

    private static double median(List<Duration> times) {
        List<Double> hours =
                times.stream().map(time -> time.toSeconds() / 3600.0).sorted().toList();
        int half = hours.size() / 2;
        return hours.size() % 2 == 1 ? hours.get(half) : (hours.get(half - 1) + hours.get(half)) / 2;
    }

    @Test
    void theIncidentLogHasItsPublishedFigures() throws IOException {
        Map<String, List<Map<String, String>>> incidents = incidents();
        Map<Integer, List<Duration>> toClose = new LinkedHashMap<>();
        Map<Integer, List<Duration>> toSolve = new LinkedHashMap<>();
        int unsolved = 0;
        for (Map.Entry<String, List<Map<String, String>>> incident : incidents.entrySet()) {
            Upserted<Ticket> upserted = bench.tickets.upsert(
                    new ExternalRef("uci", "incident", incident.getKey()), ticket(incident.getValue()));
            Ticket ticket = upserted.entity();
            int priority = ticket.classification().priority();
            assertThat(priority)
                    .isEqualTo(Integer.parseInt(incident.getValue()
                            .get(incident.getValue().size() - 1)
                            .get("priority")));
            toClose.computeIfAbsent(priority, p -> new ArrayList<>())
                    .add(Duration.between(ticket.openedAt(), ticket.closedAt().orElseThrow()));
            unsolved += ticket.solvedAt().isEmpty() ? 1 : 0;
            ticket.solvedAt()
                    .ifPresent(at -> toSolve.computeIfAbsent(priority, p -> new ArrayList<>())
                            .add(Duration.between(ticket.openedAt(), at)));
        }
        double all = incidents.size();

        assertThat(incidents).hasSize(19_941);
        assertThat(100 * count(where(TicketFields.SERVICE_OUTCOME, is(ServiceOutcome.MET))) / all)
                .isCloseTo(63.6177, within(0.00005));
        assertThat(unsolved).isEqualTo(1_266);
        assertThat(count(where(TicketFields.REOPENS, atLeast(1)))).isEqualTo(217);
        assertThat(count(where(TicketFields.REASSIGNMENTS, atLeast(1)))).isEqualTo(9_051);
        double[] close = {192.475, 173.333, 145.383, 131.025};
        double[] solve = {72.892, 40.033, 21.333, 5.017};
        int[] counts = {208, 325, 18_790, 618};
        for (int priority = 1; priority <= 4; priority++) {
            assertThat(toClose.get(priority)).hasSize(counts[priority - 1]);
            assertThat(median(toClose.get(priority))).isCloseTo(close[priority - 1], within(0.0006));
            assertThat(median(toSolve.get(priority))).isCloseTo(solve[priority - 1], within(0.0006));
        }
        assertThat(bench.tickets.upsert(
                        new ExternalRef("uci", "incident", "0000047"), ticket(incidents.get("0000047"))))
                .isInstanceOf(Upserted.Unchanged.class);
    }
}
