package org.sambandh.examples.contactcentre;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.sambandh.crm.Crm;
import org.sambandh.crm.CrmSession;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.reporting.Chart;
import org.sambandh.crm.reporting.Label;
import org.sambandh.crm.reporting.ReportTable;
import org.sambandh.crm.reporting.Reports;
import org.sambandh.crm.reporting.StandardReports;
import org.sambandh.crm.settings.TenantSettings;

/** What lay on the desk on one morning in the middle of the log, at whose end every incident is closed. */
final class Morning {

    private static final Instant AT = Instant.parse("2016-05-02T09:00:00Z");

    private Morning() {}

    /** The open tickets of that morning, taken in by a CRM whose clock stands there. */
    static ReportTable openTickets(TenantSettings settings, List<Incident> incidents) {
        CrmSession crm = Crm.inMemory(settings, InstantSource.fixed(AT)).as(Actor.importOf("contact-centre"));
        crm.inTransaction(unit -> {
            incidents.stream()
                    .filter(incident -> incident.isOpen(AT))
                    .forEach(incident -> unit.tickets().upsert(incident.ref(), incident.ticket(AT)));
            return null;
        });
        return Reports.of(crm)
                .run(StandardReports.ticketsByStateAndAge(1, 3, 7, 30)
                        .titled(Label.of("Open tickets on the morning of 2 May 2016, by state and age"))
                        .drawnAs(Chart.Kind.BAR, "state", "age.0", "age.1", "age.3", "age.7", "age.30"));
    }
}
