package org.sambandh.crm.tck;

import org.sambandh.crm.common.TicketSequenceId;
import org.sambandh.crm.ticket.TicketSequence;

/** The contract of {@link org.sambandh.crm.ticket.TicketSequenceRepository}. */
public abstract class TicketSequenceRepositoryContract extends RepositoryContract<TicketSequence, TicketSequenceId> {

    /** Begins the contract. */
    protected TicketSequenceRepositoryContract() {
        super(TicketSequence.class);
    }

    @Override
    protected TicketSequence changed(TicketSequence entity) {
        return entity.toBuilder().last(entity.last() + 1).build();
    }

    @Override
    protected TicketSequence claiming(TicketSequence entity, int... keys) {
        return entity.toBuilder().externalRefs(Keys.refs(keys)).build();
    }
}
