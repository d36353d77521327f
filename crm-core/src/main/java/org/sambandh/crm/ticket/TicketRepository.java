package org.sambandh.crm.ticket;

import org.sambandh.crm.common.TicketId;
import org.sambandh.crm.store.Repository;

/** Keeps tickets. */
public interface TicketRepository extends Repository<Ticket, TicketId> {}
