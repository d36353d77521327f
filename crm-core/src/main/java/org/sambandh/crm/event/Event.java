package org.sambandh.crm.event;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.EventId;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.common.Text;

/**
 * Something that happened to one subject: written once, in the transaction that caused it, and never changed except by
 * erasure.
 *
 * @param id its identity; greater than that of every event recorded before for the tenant
 * @param revision given by the store
 * @param type what happened, for example {@code opportunity.won}; stable
 * @param subject what it happened to
 * @param concerning whom and what else it touches: the parties of an interaction, the customer of a deal
 * @param at when it was recorded, to the microsecond
 * @param actor who did it
 * @param changes the fields that changed
 * @param data what else a reader must know, for example the reason; no personal data
 */
public record Event(
        EventId id,
        Revision revision,
        String type,
        EntityRef subject,
        List<EntityRef> concerning,
        Instant at,
        Actor actor,
        List<Change> changes,
        SortedMap<String, String> data)
        implements Entity<EventId> {

    /**
     * Checks and copies what it is given.
     *
     * @param id its identity; greater than that of every event recorded before for the tenant
     * @param revision given by the store
     * @param type what happened, for example {@code opportunity.won}; stable
     * @param subject what it happened to
     * @param concerning whom and what else it touches: the parties of an interaction, the customer of a deal
     * @param at when it was recorded, to the microsecond
     * @param actor who did it
     * @param changes the fields that changed
     * @param data what else a reader must know, for example the reason; no personal data
     */
    public Event {
        type = Text.required("event.type", type, 80);
        at = at.truncatedTo(ChronoUnit.MICROS);
        concerning = List.copyOf(concerning);
        changes = List.copyOf(changes);
        data = Collections.unmodifiableSortedMap(new TreeMap<>(data));
    }

    /**
     * Returns an event that is not stored yet.
     *
     * @param id its identity
     * @param type what happened
     * @param subject what it happened to
     * @param concerning whom and what else it touches
     * @param at when
     * @param actor who did it
     * @param changes the fields that changed
     * @param data what else a reader must know
     * @return the event
     */
    public static Event of(
            EventId id,
            String type,
            EntityRef subject,
            List<EntityRef> concerning,
            Instant at,
            Actor actor,
            List<Change> changes,
            Map<String, String> data) {
        return new Event(id, Revision.NEW, type, subject, concerning, at, actor, changes, new TreeMap<>(data));
    }

    @Override
    public List<ExternalRef> externalRefs() {
        return List.of();
    }

    /**
     * Returns this event as the store keeps it.
     *
     * @param stored the revision given by the store
     * @return the event
     */
    public Event stamped(Revision stored) {
        return new Event(id, stored, type, subject, concerning, at, actor, changes, data);
    }

    /** {@return this event without any personal text} */
    public Event erased() {
        List<Change> kept =
                changes.stream().map(c -> c.personal() ? c.erased() : c).toList();
        return new Event(id, revision, type, subject, concerning, at, actor, kept, data);
    }

    /** {@return type, subject and id} */
    @Override
    public String toString() {
        return type + " " + subject + " (" + id + ")";
    }
}
