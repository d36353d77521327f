package org.sambandh.crm.event;

import java.time.Instant;
import java.util.List;
import org.sambandh.crm.common.EventId;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;

/** The fields by which events are found. */
public final class EventFields {

    /** Its identity, in the order of recording. */
    public static final Field.One<Event, EventId> ID =
            Field.one(Event.class, "id", FieldType.id(EventId.class, EventId::new), Event::id);

    /** What happened. */
    public static final Field.One<Event, String> TYPE =
            Field.one(Event.class, "type", FieldType.TEXT, Event::type).asIndexed();

    /** What it happened to: kind, blank, id. */
    public static final Field.One<Event, String> SUBJECT = Field.one(
                    Event.class, "subject", FieldType.TEXT, e -> e.subject().toString())
            .asIndexed();

    /** Whom and what else it touches: kind, blank, id. */
    public static final Field.Many<Event, String> CONCERNING = Field.many(
                    Event.class,
                    "concerning",
                    FieldType.TEXT,
                    e -> e.concerning().stream().map(Object::toString).toList())
            .asIndexed();

    /** When it was recorded. */
    public static final Field.One<Event, Instant> AT =
            Field.one(Event.class, "at", FieldType.INSTANT, Event::at).asIndexed();

    /** All of them but the id. */
    public static final List<Field<Event, ?>> ALL = List.of(TYPE, SUBJECT, CONCERNING, AT);

    private EventFields() {}
}
