package org.sambandh.crm.ticket;

import org.sambandh.crm.common.TicketId;

/**
 * A step of escalation that the host is to take now. It is told once.
 *
 * @param ticket whose
 * @param step what the policy says
 * @param taken as it is kept with the ticket
 */
public record TakenStep(TicketId ticket, EscalationStep step, Escalation taken) {}
