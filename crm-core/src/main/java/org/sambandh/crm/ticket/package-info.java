/**
 * What customers ask of service, and by when it is answered. Start at {@link org.sambandh.crm.ticket.Tickets}: it opens a
 * {@link org.sambandh.crm.ticket.Ticket}, moves it through the statuses of the tenant's
 * {@link org.sambandh.crm.ticket.TicketProcess}, and keeps its clocks by the tenant's
 * {@link org.sambandh.crm.ticket.ServicePolicy}. {@link org.sambandh.crm.ticket.Assets} keeps what is installed at a
 * customer, its meters and its warranty. May use {@code interaction}, {@code product} and what
 * lies below; knows no deals, tasks or
 * enquiries.
 */
@NullMarked
package org.sambandh.crm.ticket;

import org.jspecify.annotations.NullMarked;
