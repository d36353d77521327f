package org.sambandh.crm.store;

import java.util.List;
import org.sambandh.crm.common.EventId;
import org.sambandh.crm.event.Event;
import org.sambandh.crm.event.EventFields;
import org.sambandh.crm.field.Catalog;

/** The outbox, described like any feature, so that every store keeps it in the same way. */
public final class EventFeature implements Feature {

    private static final EntityType<Event, EventId, EventRepository> EVENT = new EntityType<>(
            Event.class,
            "event",
            EventFields.ID,
            EventRepository.class,
            ForwardingEventRepository::new,
            Event::stamped,
            List.of());

    /** Makes the feature. */
    public EventFeature() {}

    @Override
    public String name() {
        return "event";
    }

    @Override
    public List<EntityType<?, ?, ?>> entities() {
        return List.of(EVENT);
    }

    @Override
    public void declare(Catalog.Builder catalog) {
        catalog.entity(Event.class, "event", EventFields.ID, EventFields.ALL);
    }

    private static final class ForwardingEventRepository extends ForwardingRepository<Event, EventId>
            implements EventRepository {

        ForwardingEventRepository(Repository<Event, EventId> inner) {
            super(inner);
        }
    }
}
