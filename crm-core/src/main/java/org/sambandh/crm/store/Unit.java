package org.sambandh.crm.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.EventId;
import org.sambandh.crm.common.Id;
import org.sambandh.crm.common.IdGenerator;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.common.TenantId;
import org.sambandh.crm.condition.Facts;
import org.sambandh.crm.event.Change;
import org.sambandh.crm.event.Changes;
import org.sambandh.crm.event.Event;
import org.sambandh.crm.event.EventListener;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.Relation;
import org.sambandh.crm.field.Subject;
import org.sambandh.crm.settings.TenantSettings;

/**
 * One unit of work as services see it: who acts, when, on whose data, and the events it causes. Lives inside one
 * transaction of a {@link CrmStore}; used by one thread.
 */
public final class Unit {

    private static final String PARTY = "customer";
    private static final List<Relation<?, ?>> NO_RELATIONS = List.of();
    private static final int MOST_ROUNDS = 100;

    private final TenantId tenant;
    private final Actor actor;
    private final Moment moment;
    private final Repositories repositories;
    private final Function<Class<? extends Id>, IdGenerator> ids;
    private final List<CustomerData> customerData;
    private final List<Reaction> reactions;
    private final List<Event> events = new ArrayList<>();
    private final Map<Object, Written<?>> written = new LinkedHashMap<>();
    private int saved;

    /**
     * Begins a unit.
     *
     * @param tenant whose data
     * @param actor who acts
     * @param at when; one instant for the whole unit
     * @param repositories the transaction
     * @param ids the generator for each id type
     * @param customerData how every feature takes part when a party is merged, exported or erased
     */
    public Unit(
            TenantId tenant,
            Actor actor,
            Instant at,
            Repositories repositories,
            Function<Class<? extends Id>, IdGenerator> ids,
            List<CustomerData> customerData) {
        this(tenant, actor, at, repositories, ids, customerData, List.of());
    }

    /**
     * Begins a unit with reactions to what it writes.
     *
     * @param tenant whose data
     * @param actor who acts
     * @param at when; one instant for the whole unit
     * @param repositories the transaction
     * @param ids the generator for each id type
     * @param customerData how every feature takes part when a party is merged, exported or erased
     * @param reactions what is kept true when anything is written
     */
    public Unit(
            TenantId tenant,
            Actor actor,
            Instant at,
            Repositories repositories,
            Function<Class<? extends Id>, IdGenerator> ids,
            List<CustomerData> customerData,
            List<Reaction> reactions) {
        this.tenant = tenant;
        this.actor = actor;
        this.repositories = repositories;
        this.ids = ids;
        this.customerData = List.copyOf(customerData);
        this.reactions = List.copyOf(reactions);
        this.moment = moment(at);
        if (!reactions.isEmpty()) {
            repositories.watch(new Watch());
        }
    }

    /** Keeps what is written until the unit ends: of each entity the first state and the last. */
    private final class Watch implements WriteWatch {

        @Override
        public void beforeFirst() {
            reactions.forEach(reaction -> reaction.beforeWriting(Unit.this));
        }

        @Override
        public <T extends Entity<?>> void wrote(Class<T> type, @Nullable T before, @Nullable T after) {
            T either = after != null ? after : before;
            if (either == null || type == (Class<?>) Event.class) {
                return;
            }
            Object key = List.of(type, either.id());
            Written<?> earlier = written.get(key);
            T first = earlier == null ? before : type.cast(earlier.before());
            if (first == null && after == null) {
                written.remove(key);
            } else {
                written.put(key, new Written<>(type, first, after));
            }
        }
    }

    /** {@return whose data it is} */
    public TenantId tenant() {
        return tenant;
    }

    /** {@return who acts} */
    public Actor actor() {
        return actor;
    }

    /** {@return when, with the tenant's zone; the same throughout the unit} */
    public Moment moment() {
        return moment;
    }

    /** {@return when, to the microsecond} */
    public Instant now() {
        return moment.at();
    }

    /**
     * Returns another moment in the tenant's zone.
     *
     * @param at when
     * @return the moment, in the zone of the settings that hold then
     */
    public Moment moment(Instant at) {
        Moment then = new Moment(at, repositories.settings().latest().zone());
        return new Moment(at, repositories.settings().on(then.date()).zone());
    }

    /** {@return the settings that hold today} */
    public TenantSettings settings() {
        return repositories.settings().on(moment.date());
    }

    /** {@return the tenant's catalogue} */
    public Catalog catalog() {
        return repositories.catalog();
    }

    /** {@return the way to related facts} */
    public Facts facts() {
        return repositories.facts();
    }

    /** {@return all repositories} */
    public Repositories repositories() {
        return repositories;
    }

    /** {@return how every feature takes part when a party is merged, exported or erased} */
    public List<CustomerData> customerData() {
        return customerData;
    }

    /**
     * Returns a reaction of this unit.
     *
     * @param type its class
     * @param <R> its class
     * @return the reaction, or nothing if this unit has none of that class
     */
    public <R extends Reaction> Optional<R> reaction(Class<R> type) {
        return reactions.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    /**
     * Returns the repository of a type.
     *
     * @param type for example {@code CustomerRepository.class}
     * @param <R> the type
     * @return the repository
     */
    public <R extends Repository<?, ?>> R get(Class<R> type) {
        return repositories.get(type);
    }

    /**
     * Returns a new id.
     *
     * @param type the id type
     * @param of makes one from its text
     * @param <I> the id type
     * @return an id that was never used
     */
    public <I extends Id> I newId(Class<I> type, Function<String, I> of) {
        return of.apply(ids.apply(type).next());
    }

    /**
     * Returns a reference to an entity that exists: a party that was merged is followed to its survivor. Kinds that the
     * catalogue does not know are the host's own and are returned as they are; only the host can tell whether there is
     * such a thing.
     *
     * @param ref any reference
     * @return the reference under which the entity is found now
     * @throws NotFound if the catalogue knows the kind and there is no such entity; one of another tenant is answered in
     *     the same way
     */
    public EntityRef existing(EntityRef ref) {
        for (Subject<?> subject : catalog().subjects()) {
            if (subject.name().equals(ref.kind()) && subject.id().isPresent()) {
                return existing(subject, ref);
            }
        }
        return ref;
    }

    private <S> EntityRef existing(Subject<S> subject, EntityRef ref) {
        Id id = idOf(subject, ref);
        if (id == null || load(subject, id).isEmpty()) {
            throw new NotFound(ref);
        }
        return new EntityRef(ref.kind(), id.value());
    }

    private <S> @Nullable Id idOf(Subject<S> subject, EntityRef ref) {
        Id id = subject.id().orElseThrow().type().parse("entityRef.id", ref.id());
        return id instanceof CustomerId party ? repositories.redirects().resolve(party) : id;
    }

    private <S> Optional<S> load(Subject<S> subject, Id id) {
        @SuppressWarnings("unchecked") // the id is of the type of the id field of the same entity
        Repository<S, Id> repository = (Repository<S, Id>) repositories.of(subject.type());
        return repository.findById(id);
    }

    /**
     * Returns the parties of an entity, for a feature that may not know the package of the entity: those whom the first
     * relation that its feature declares of parties ({@code Catalog.Builder.relation}) joins to it. Of a deal it is the
     * customer, of an enquiry or a ticket each party it names; a host's own entities answer in the same way.
     *
     * @param ref any reference
     * @return the parties in their order; none if there is no such entity, or no relation leads from parties to it
     */
    public List<CustomerId> partiesOf(EntityRef ref) {
        for (Subject<?> subject : catalog().subjects()) {
            if (subject.name().equals(ref.kind()) && subject.id().isPresent()) {
                return partiesOf(subject, ref);
            }
        }
        return List.of();
    }

    private <S> List<CustomerId> partiesOf(Subject<S> subject, EntityRef ref) {
        Field<S, ?> key = partyKey(subject.type());
        Id id = key == null ? null : idOf(subject, ref);
        Optional<S> entity = id == null ? Optional.empty() : load(subject, id);
        if (entity.isEmpty() || key == null) {
            return List.of();
        }
        return Keys.of(key, entity.get()).stream().map(CustomerId::new).toList();
    }

    /** The field by which parties are joined to a fact. */
    private <S> @Nullable Field<S, ?> partyKey(Class<S> fact) {
        for (Subject<?> subject : catalog().subjects()) {
            for (Relation<?, ?> relation : subject.name().equals(PARTY) ? subject.relations() : NO_RELATIONS) {
                if (relation instanceof Relation.Join<?, ?> join && join.fact() == fact) {
                    @SuppressWarnings("unchecked") // the key is a field of the fact
                    Field<S, ?> key = (Field<S, ?>) join.factKey();
                    return key;
                }
            }
        }
        return null;
    }

    /**
     * Records that something happened to an entity, with the fields that changed. Written to the outbox when the unit
     * ends.
     *
     * @param type what happened, for example {@code customer.renamed}
     * @param entity the class of the entity
     * @param before its state before, or null if it is new
     * @param after its state after, or null if it is gone; one of the two is there
     * @param concerning whom and what else it touches
     * @param data what else a reader must know; no personal data
     * @param <S> the entity
     */
    public <S> void record(
            String type,
            Class<S> entity,
            @Nullable S before,
            @Nullable S after,
            List<EntityRef> concerning,
            Map<String, String> data) {
        S either = after != null ? after : before;
        if (either == null) {
            throw new IllegalArgumentException("an event needs a state before or after");
        }
        EntityRef subject = catalog().subject(entity).ref(either);
        record(type, subject, concerning, Changes.between(catalog().subject(entity), before, after), data);
    }

    /**
     * Records that something happened. Written to the outbox when the unit ends.
     *
     * @param type what happened
     * @param subject what it happened to
     * @param concerning whom and what else it touches
     * @param changes the fields that changed
     * @param data what else a reader must know; no personal data
     */
    public void record(
            String type,
            EntityRef subject,
            List<EntityRef> concerning,
            List<Change> changes,
            Map<String, String> data) {
        EventId id = newId(EventId.class, EventId::new);
        events.add(Event.of(id, type, subject, concerning, now(), actor, changes, data));
    }

    /** {@return the events recorded so far} */
    public List<Event> events() {
        return List.copyOf(events);
    }

    /**
     * Ends the unit: writes its events to the outbox, lets the reactions answer to what was written, and lets listeners
     * know of the events once the transaction is committed.
     *
     * @param listeners are told of each event in order
     */
    public void end(List<EventListener> listeners) {
        // The events go first: saving them takes the turn, so that reactions see what units before this one did.
        save(listeners);
        for (int round = 0; !written.isEmpty(); round++) {
            if (round == MOST_ROUNDS) {
                throw new IllegalStateException("The reactions " + reactions + " answer each other without an end.");
            }
            List<Written<?>> all = List.copyOf(written.values());
            written.clear();
            reactions.forEach(reaction -> reaction.settle(this, all));
        }
        save(listeners);
    }

    private void save(List<EventListener> listeners) {
        if (saved == events.size()) {
            return;
        }
        List<Event> stored = get(EventRepository.class).save(List.copyOf(events.subList(saved, events.size())));
        saved = events.size();
        for (Event event : stored) {
            for (EventListener listener : listeners) {
                repositories.afterCommit(() -> listener.on(event));
            }
        }
    }
}
