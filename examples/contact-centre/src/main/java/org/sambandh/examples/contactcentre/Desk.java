package org.sambandh.examples.contactcentre;

import java.util.List;
import org.sambandh.crm.CrmSession;
import org.sambandh.crm.store.Upserted;

/** Replays the incident log as tickets, many in one unit. */
final class Desk {

    private static final int TOGETHER = 1_000;

    private final CrmSession crm;

    Desk(CrmSession crm) {
        this.crm = crm;
    }

    /** How many tickets were written; the same log again writes none. */
    long replay(List<Incident> incidents) {
        long written = 0;
        for (int from = 0; from < incidents.size(); from += TOGETHER) {
            List<Incident> some = incidents.subList(from, Math.min(from + TOGETHER, incidents.size()));
            written += crm.inTransaction(unit -> replay(unit, some));
        }
        return written;
    }

    private static long replay(CrmSession unit, List<Incident> incidents) {
        long written = 0;
        for (Incident incident : incidents) {
            if (!(unit.tickets().upsert(incident.ref(), incident.ticket()) instanceof Upserted.Unchanged<?>)) {
                written++;
            }
        }
        return written;
    }
}
