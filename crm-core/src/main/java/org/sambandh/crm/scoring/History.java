package org.sambandh.crm.scoring;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Tests;
import org.sambandh.crm.event.Change;
import org.sambandh.crm.event.Changes;
import org.sambandh.crm.event.Event;
import org.sambandh.crm.event.EventFields;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.Subject;
import org.sambandh.crm.store.Cursor;
import org.sambandh.crm.store.EventRepository;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Unit;

/**
 * How entities were at an instant, by the changes in the outbox. Walks back from what an entity is now, change by change;
 * where two changes do not fit together, or a text was erased, something is not in the outbox and the value is not known.
 * The history of an entity begins with the oldest event kept of it; if that tells of its making, there is nothing before.
 */
final class History {

    private static final int ENTITIES_AT_ONCE = 500;
    private static final int PAGE = 1_000;

    private final Unit unit;
    private final Instant at;
    private final Map<EntityRef, Past> pasts = new HashMap<>();

    History(Unit unit, Instant at) {
        this.unit = unit;
        this.at = at;
    }

    /**
     * One entity.
     *
     * @param dated whether it was read as a fact with a time of its own, which then counts wherever it is met
     * @param recorded whether anything was ever recorded of it
     * @param made when it was made, if that is known
     * @param reaches whether the history goes back to the instant
     * @param texts the fields that are not what they are now, with their text then
     * @param broken the fields whose changes do not fit together
     */
    record Past(
            boolean dated,
            boolean recorded,
            @Nullable Instant made,
            boolean reaches,
            Map<String, Optional<String>> texts,
            Set<String> broken) {

        boolean knows(String field) {
            return reaches && !broken.contains(field);
        }
    }

    Instant at() {
        return at;
    }

    @Nullable
    Past of(EntityRef ref) {
        return pasts.get(ref);
    }

    /**
     * Reads the history of some entities.
     *
     * @param dated whether they are facts with a time of their own: one that was entered later than it happened is read
     *     as it was entered, and one of which nothing was recorded is taken for what it is
     */
    <S> void load(Subject<S> subject, Collection<S> entities, boolean dated) {
        Map<EntityRef, S> wanted = new LinkedHashMap<>();
        for (S entity : entities) {
            EntityRef ref = subject.ref(entity);
            Past known = pasts.get(ref);
            if (known == null || (dated && !known.dated())) {
                wanted.put(ref, entity);
            }
        }
        List<EntityRef> refs = List.copyOf(wanted.keySet());
        for (int from = 0; from < refs.size(); from += ENTITIES_AT_ONCE) {
            List<EntityRef> some = refs.subList(from, Math.min(refs.size(), from + ENTITIES_AT_ONCE));
            Map<EntityRef, List<Event>> events = new HashMap<>();
            for (Event event : find(Conditions.where(
                    EventFields.SUBJECT,
                    Tests.in(some.stream().map(EntityRef::toString).toList())))) {
                events.computeIfAbsent(event.subject(), r -> new ArrayList<>()).add(event);
            }
            for (EntityRef ref : some) {
                S entity = Objects.requireNonNull(wanted.get(ref));
                pasts.put(ref, past(subject, entity, events.getOrDefault(ref, List.of()), dated));
            }
        }
    }

    /** What happened later to entities of a kind and touched a subject. */
    Set<String> touchedLater(EntityRef subject, String kind) {
        Set<String> ids = new HashSet<>();
        Condition<Event> later = Conditions.all(
                Conditions.where(EventFields.CONCERNING, Tests.is(subject.toString())),
                Conditions.where(EventFields.AT, Tests.atLeast(at)));
        for (Event event : find(later)) {
            if (event.at().isAfter(at) && event.subject().kind().equals(kind)) {
                ids.add(event.subject().id());
            }
        }
        return ids;
    }

    private List<Event> find(Condition<Event> condition) {
        List<Event> events = new ArrayList<>();
        Query<Event> query = Query.of(condition, unit.moment()).limit(PAGE);
        Optional<Cursor> next = Optional.empty();
        do {
            Page<Event> page =
                    unit.get(EventRepository.class).find(next.map(query::after).orElse(query));
            events.addAll(page.items());
            next = page.next();
        } while (next.isPresent());
        return events;
    }

    private <S> Past past(Subject<S> subject, S entity, List<Event> events, boolean dated) {
        String id = subject.id().orElseThrow().name();
        @Nullable Instant made = null;
        for (Event event : events) {
            boolean makes = event.changes().stream()
                    .anyMatch(c -> c.field().equals(id) && c.before() == null && c.after() != null);
            made = makes ? event.at() : made;
        }
        boolean reaches =
                events.isEmpty() ? dated : made != null || !events.get(0).at().isAfter(at);
        Instant then = dated && made != null && made.isAfter(at) ? made : at;
        Map<String, Optional<String>> texts = new HashMap<>();
        Set<String> broken = new HashSet<>();
        for (Field<S, ?> field : subject.fields()) {
            String now = Changes.text(field, entity);
            Trace trace = new Trace(now);
            for (int i = events.size() - 1; i >= 0 && !trace.settled; i--) {
                trace.follow(events.get(i), field.name(), then);
            }
            boolean begins = trace.settled || made == null || trace.text == null;
            if (trace.broken || !begins) {
                broken.add(field.name());
            }
            if (!Objects.equals(now, trace.text)) {
                texts.put(field.name(), Optional.ofNullable(trace.text));
            }
        }
        return new Past(dated, !events.isEmpty(), made, reaches, texts, broken);
    }

    /** The text of one field, followed back through its changes. */
    private static final class Trace {

        private @Nullable String text;
        private boolean broken;
        private boolean settled;

        Trace(@Nullable String now) {
            this.text = now;
        }

        void follow(Event event, String field, Instant then) {
            for (Change change : event.changes()) {
                if (change.field().equals(field)) {
                    boolean erased = change.before() == null && change.after() == null;
                    broken |= erased || !Objects.equals(change.after(), text);
                    if (event.at().isAfter(then)) {
                        text = change.before();
                    } else {
                        settled = true;
                    }
                }
            }
        }
    }
}
