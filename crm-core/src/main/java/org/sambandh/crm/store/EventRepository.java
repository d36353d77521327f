package org.sambandh.crm.store;

import org.sambandh.crm.common.EventId;
import org.sambandh.crm.event.Event;

/**
 * The outbox: every event of a tenant. Written by {@link Unit} at the end of the transaction that caused the events; read
 * by the change feed. A query without orders reads in the order of recording, which is the order of the commits: no event
 * may ever appear before one that could be read already. Where units run one after the other that is the order of the
 * ids; a store that runs them side by side keeps a number for each event, and finds the place of
 * {@link Cursors#behind} by it.
 */
public interface EventRepository extends Repository<Event, EventId> {}
