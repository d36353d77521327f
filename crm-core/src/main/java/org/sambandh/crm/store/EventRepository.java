package org.sambandh.crm.store;

import org.sambandh.crm.common.EventId;
import org.sambandh.crm.event.Event;

/**
 * The outbox: every event of a tenant, in the order of recording. Written by {@link Unit} in the transaction that caused
 * the events; read by the change feed.
 */
public interface EventRepository extends Repository<Event, EventId> {}
