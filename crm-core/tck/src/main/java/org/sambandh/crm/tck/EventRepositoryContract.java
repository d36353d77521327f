package org.sambandh.crm.tck;

import org.sambandh.crm.common.EventId;
import org.sambandh.crm.event.Event;

/** The contract of {@link org.sambandh.crm.store.EventRepository}. */
public abstract class EventRepositoryContract extends RepositoryContract<Event, EventId> {

    /** Begins the contract. */
    protected EventRepositoryContract() {
        super(Event.class);
    }

    @Override
    protected Event changed(Event entity) {
        return new Event(
                entity.id(),
                entity.revision(),
                "changed",
                entity.subject(),
                entity.concerning(),
                entity.at(),
                entity.actor(),
                entity.changes(),
                entity.data());
    }

    @Override
    protected Event claiming(Event entity, int... keys) {
        return entity;
    }
}
