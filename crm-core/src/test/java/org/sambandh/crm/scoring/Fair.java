package org.sambandh.crm.scoring;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.IdGenerator;
import org.sambandh.crm.common.InteractionId;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.common.TenantId;
import org.sambandh.crm.event.Event;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.field.Relation;
import org.sambandh.crm.inmemory.InMemoryCrmStore;
import org.sambandh.crm.segment.SegmentFeature;
import org.sambandh.crm.segment.Segments;
import org.sambandh.crm.settings.DatedSettings;
import org.sambandh.crm.settings.TenantSettings;
import org.sambandh.crm.store.CustomerData;
import org.sambandh.crm.store.EntityType;
import org.sambandh.crm.store.EventRepository;
import org.sambandh.crm.store.Feature;
import org.sambandh.crm.store.ForwardingRepository;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Reaction;
import org.sambandh.crm.store.Repository;
import org.sambandh.crm.store.Schema;
import org.sambandh.crm.store.Unit;
import org.sambandh.crm.store.Units;

/** A tenant in memory with a feature of its own: guests of a trade fair, and what they did. The test moves the clock. */
public final class Fair implements Feature, Units, InstantSource {

    public static final ZoneId UTC = ZoneId.of("UTC");
    public static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    public static final Field.One<Guest, CustomerId> ID =
            Field.one(Guest.class, "id", FieldType.id(CustomerId.class, CustomerId::new), Guest::id);
    public static final Field.One<Guest, String> COUNTRY =
            Field.one(Guest.class, "country", FieldType.TEXT, Guest::country);
    public static final Field.One<Guest, String> TRADE = Field.one(Guest.class, "trade", FieldType.TEXT, Guest::trade);
    public static final Field.Many<Guest, String> BADGES =
            Field.many(Guest.class, "badges", FieldType.TEXT, Guest::badges);
    /** Declared by no catalogue. */
    public static final Field.One<Guest, String> FORGOTTEN =
            Field.one(Guest.class, "forgotten", FieldType.TEXT, Guest::country);

    public static final Field.One<Touch, InteractionId> TOUCH_ID =
            Field.one(Touch.class, "id", FieldType.id(InteractionId.class, InteractionId::new), Touch::id);
    public static final Field.Reference<Touch, CustomerId, Guest> BY = Field.reference(
                    Touch.class,
                    "guest",
                    FieldType.id(CustomerId.class, CustomerId::new),
                    Guest.class,
                    t -> Optional.of(t.guest()))
            .asIndexed();
    public static final Field.One<Touch, String> WHAT = Field.one(Touch.class, "what", FieldType.TEXT, Touch::what);
    public static final Field.One<Touch, Instant> WHEN = Field.one(Touch.class, "when", FieldType.INSTANT, Touch::when);
    public static final Relation.Join<Guest, Touch> TOUCHES =
            Relation.join("touches", ID, BY).at(WHEN);
    public static final Relation.Join<Guest, Touch> TIMELESS = Relation.join("timelessTouches", ID, BY);

    private static final TenantId TENANT = new TenantId("fair");

    private final Schema schema;
    private final InMemoryCrmStore store;
    private final IdGenerator ids = IdGenerator.uuidV7(this);
    private final List<Reaction> reactions;
    private Instant now = START;
    private @Nullable Unit open;

    public Fair() {
        this(UTC);
    }

    public Fair(ZoneId zone, Reaction... reactions) {
        this.reactions = List.of(reactions);
        schema = new Schema(
                List.of(this, new ScoringFeature(), new SegmentFeature()),
                tenant -> DatedSettings.always(TenantSettings.of(zone, Currency.getInstance("INR"))),
                tenant -> List.of());
        store = InMemoryCrmStore.builder(schema).build();
    }

    /** Keeps guests. */
    public interface GuestRepository extends Repository<Guest, CustomerId> {}

    /** Keeps what they did. */
    public interface TouchRepository extends Repository<Touch, InteractionId> {}

    private static final class Guests extends ForwardingRepository<Guest, CustomerId> implements GuestRepository {
        Guests(Repository<Guest, CustomerId> inner) {
            super(inner);
        }
    }

    private static final class Touches extends ForwardingRepository<Touch, InteractionId> implements TouchRepository {
        Touches(Repository<Touch, InteractionId> inner) {
            super(inner);
        }
    }

    @Override
    public Instant instant() {
        return now;
    }

    public Fair at(Instant instant) {
        now = instant;
        return this;
    }

    public Moment moment() {
        return run(Unit::moment);
    }

    public Catalog catalog() {
        return schema.catalog(TENANT);
    }

    public Scores scores() {
        return new Scores(this);
    }

    public Segments segments() {
        return new Segments(this);
    }

    @Override
    public <R> R run(Function<Unit, R> work) {
        Unit outer = open;
        if (outer != null) {
            return work.apply(outer);
        }
        return store.inTransaction(TENANT, repositories -> {
            Unit unit = new Unit(
                    TENANT, Actor.user("meera"), now, repositories, type -> ids, schema.customerData(), reactions);
            R result = work.apply(unit);
            unit.end(List.of());
            return result;
        });
    }

    public Guest guest(String id, @Nullable String country, @Nullable String trade) {
        return save(Guest.of(id, country, trade));
    }

    public Guest save(Guest guest) {
        return run(unit -> unit.get(GuestRepository.class).save(List.of(guest)).get(0));
    }

    public void delete(Guest guest) {
        run(unit -> {
            unit.get(GuestRepository.class).delete(guest.id(), guest.revision());
            return unit;
        });
    }

    public Touch touch(Guest guest, String what, @Nullable Instant when) {
        return save(new Touch(new InteractionId(ids.next()), Revision.NEW, guest.id(), what, when));
    }

    public Touch save(Touch touch) {
        return run(unit -> unit.get(TouchRepository.class).save(List.of(touch)).get(0));
    }

    public void delete(Touch touch) {
        run(unit -> {
            unit.get(TouchRepository.class).delete(touch.id(), touch.revision());
            return unit;
        });
    }

    /** Makes everything that is done meanwhile one unit. */
    public void inOne(Runnable work) {
        run(unit -> {
            open = unit;
            try {
                work.run();
            } finally {
                open = null;
            }
            return unit;
        });
    }

    /** All events of some types, in the order of recording, as {@code type subject concerning}. */
    public List<String> events(String... types) {
        List<String> found = new ArrayList<>();
        run(unit -> unit.get(EventRepository.class)
                        .find(Query.<Event>all(unit.moment()).limit(10_000)))
                .items()
                .stream()
                .filter(e -> List.of(types).contains(e.type()))
                .forEach(e -> found.add(e.type() + " " + e.subject() + " " + e.concerning() + " " + e.at()));
        return found;
    }

    /** Merges one guest into another the way the service of parties does it. */
    public void merge(Guest from, Guest to) {
        run(unit -> {
            unit.customerData().forEach(data -> data.repoint(unit, from.id(), to.id()));
            unit.get(GuestRepository.class).delete(from.id(), from.revision());
            unit.repositories().redirects().redirect(from.id(), to.id());
            return unit;
        });
    }

    public void erase(Guest guest) {
        run(unit -> {
            unit.customerData().forEach(data -> data.erase(unit, guest.id()));
            return unit;
        });
    }

    public List<CustomerData.Item> export(EntityRef guest) {
        return run(unit -> unit.customerData().stream()
                .flatMap(data -> data.export(unit, new CustomerId(guest.id())).stream())
                .toList());
    }

    @Override
    public String name() {
        return "fair";
    }

    @Override
    public List<EntityType<?, ?, ?>> entities() {
        return List.of(
                new EntityType<>(Guest.class, "customer", ID, GuestRepository.class, Guests::new, Guest::at, List.of()),
                new EntityType<>(
                        Touch.class, "touch", TOUCH_ID, TouchRepository.class, Touches::new, Touch::at, List.of()));
    }

    @Override
    public void declare(Catalog.Builder catalog) {
        catalog.entity(Guest.class, "customer", ID, List.of(COUNTRY, TRADE, BADGES));
        catalog.entity(Touch.class, "touch", TOUCH_ID, List.of(BY, WHAT, WHEN));
    }

    @Override
    public void relate(Catalog.Builder catalog) {
        catalog.relation(TOUCHES).relation(TIMELESS);
    }
}
