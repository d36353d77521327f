package org.sambandh.crm.tck;

import org.sambandh.crm.common.TicketProcessId;
import org.sambandh.crm.ticket.TicketProcess;

/** The contract of {@link org.sambandh.crm.ticket.TicketProcessRepository}. */
public abstract class TicketProcessRepositoryContract extends RepositoryContract<TicketProcess, TicketProcessId> {

    /** Begins the contract. */
    protected TicketProcessRepositoryContract() {
        super(TicketProcess.class);
    }

    @Override
    protected TicketProcess changed(TicketProcess entity) {
        return entity.toBuilder().numberPrefix("changed-").build();
    }

    @Override
    protected TicketProcess claiming(TicketProcess entity, int... keys) {
        return entity.toBuilder().externalRefs(Keys.refs(keys)).build();
    }
}
