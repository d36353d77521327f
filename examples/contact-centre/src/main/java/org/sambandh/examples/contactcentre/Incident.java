package org.sambandh.examples.contactcentre;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.ticket.NewTicket;
import org.sambandh.crm.ticket.ServiceOutcome;

/** One incident of the log, as its last event tells it: the events before it say what was known on the way. */
record Incident(
        String number,
        int impact,
        int urgency,
        int reassignments,
        int reopens,
        boolean inTime,
        Instant openedAt,
        @Nullable Instant solvedAt,
        Instant closedAt) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d/M/yyyy HH:mm");
    private static final String MISSING = "?";

    /** Reads a log, and closes it. */
    static List<Incident> read(InputStream log) throws IOException {
        Map<String, Incident> latest = new LinkedHashMap<>();
        try (CsvReader<NamedCsvRecord> events = CsvReader.builder().ofNamedCsvRecord(log)) {
            for (NamedCsvRecord event : events) {
                latest.put(event.getField("number"), of(event));
            }
        }
        return new ArrayList<>(latest.values());
    }

    private static Incident of(NamedCsvRecord event) {
        String solvedAt = event.getField("resolved_at");
        return new Incident(
                event.getField("number"),
                number(event, "impact"),
                number(event, "urgency"),
                number(event, "reassignment_count"),
                number(event, "reopen_count"),
                Boolean.parseBoolean(event.getField("made_sla")),
                time(event.getField("opened_at")),
                solvedAt.equals(MISSING) ? null : time(solvedAt),
                time(event.getField("closed_at")));
    }

    private static int number(NamedCsvRecord event, String column) {
        return Integer.parseInt(event.getField(column));
    }

    private static Instant time(String text) {
        return LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC);
    }

    ExternalRef ref() {
        return new ExternalRef("uci", "incident", number);
    }

    /** The ticket as the log would have told it at a moment before it ended; how it was classified is what its last event says. */
    NewTicket ticket(Instant moment) {
        NewTicket ticket = NewTicket.about("Incident " + number)
                .number("INC" + number)
                .impact(impact)
                .urgency(urgency)
                .openedAt(openedAt)
                .status("new", openedAt);
        return solvedAt == null || solvedAt.isAfter(moment) ? ticket : ticket.status("solved", solvedAt);
    }

    boolean isOpen(Instant moment) {
        return !openedAt.isAfter(moment) && closedAt.isAfter(moment);
    }

    /** The ticket with its past. Its priority is left to the library's table of impact and urgency. */
    NewTicket ticket() {
        NewTicket ticket = NewTicket.about("Incident " + number)
                .number("INC" + number)
                .impact(impact)
                .urgency(urgency)
                .openedAt(openedAt)
                .status("new", openedAt)
                .reassignments(reassignments)
                .reopens(reopens)
                .outcome(inTime ? ServiceOutcome.MET : ServiceOutcome.BREACHED);
        if (solvedAt != null) {
            ticket = ticket.status("solved", solvedAt);
        }
        return ticket.status("closed", closedAt);
    }
}
