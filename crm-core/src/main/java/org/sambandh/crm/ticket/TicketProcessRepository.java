package org.sambandh.crm.ticket;

import org.sambandh.crm.common.TicketProcessId;
import org.sambandh.crm.store.Repository;

/** Keeps how tenants work on tickets. */
public interface TicketProcessRepository extends Repository<TicketProcess, TicketProcessId> {}
