package org.sambandh.crm.ticket;

import org.sambandh.crm.common.TicketSequenceId;
import org.sambandh.crm.store.Repository;

/** Keeps the last ticket numbers given. */
public interface TicketSequenceRepository extends Repository<TicketSequence, TicketSequenceId> {}
