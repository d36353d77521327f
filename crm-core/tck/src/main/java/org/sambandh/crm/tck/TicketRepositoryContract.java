package org.sambandh.crm.tck;

import org.sambandh.crm.common.TicketId;
import org.sambandh.crm.ticket.Ticket;

/** The contract of {@link org.sambandh.crm.ticket.TicketRepository}. */
public abstract class TicketRepositoryContract extends RepositoryContract<Ticket, TicketId> {

    /** Begins the contract. */
    protected TicketRepositoryContract() {
        super(Ticket.class);
    }

    @Override
    protected Ticket changed(Ticket entity) {
        return entity.toBuilder().subjectLine("changed").build();
    }

    @Override
    protected Ticket claiming(Ticket entity, int... keys) {
        return entity.toBuilder().externalRefs(Keys.refs(keys)).build();
    }
}
