package org.sambandh.crm.interaction;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.sambandh.crm.Crm;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.IdGenerator;
import org.sambandh.crm.common.TenantId;
import org.sambandh.crm.customer.Customers;
import org.sambandh.crm.customer.NewCustomer;
import org.sambandh.crm.customer.Standing;
import org.sambandh.crm.event.Event;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.inmemory.InMemoryCrmStore;
import org.sambandh.crm.settings.DatedSettings;
import org.sambandh.crm.settings.TenantSettings;
import org.sambandh.crm.store.CrmStore;
import org.sambandh.crm.store.EventRepository;
import org.sambandh.crm.store.Feature;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Schema;
import org.sambandh.crm.store.Unit;
import org.sambandh.crm.store.Units;
import org.sambandh.crm.task.Tasks;

/** A tenant in memory whose clock the test moves. Meera acts. */
public final class World {

    /** When the clock begins: ten in the morning where the tenant is. */
    public static final Instant START = Instant.parse("2026-11-23T04:30:00Z");

    private static final TenantId TENANT = new TenantId("tenant-a");
    private static final List<Feature> FEATURES = Crm.features();

    /** A property of the host's, and a personal one. */
    public static final Field.One<Interaction, String> SENTIMENT =
            Field.attribute(Interaction.class, "sentiment", FieldType.TEXT);

    public static final Field.One<Interaction, String> SECRET =
            Field.attribute(Interaction.class, "secret", FieldType.TEXT).asPersonal();

    private final Clock clock = new Clock();
    private final IdGenerator ids = IdGenerator.uuidV7(clock);
    private final Schema schema = new Schema(
            FEATURES,
            tenant -> DatedSettings.always(TenantSettings.of(ZoneId.of("Asia/Kolkata"), Currency.getInstance("INR"))),
            tenant -> List.of(SENTIMENT, SECRET));
    private final CrmStore store;

    /** Begins empty. */
    public World() {
        this(UnaryOperator.identity());
    }

    /**
     * Begins empty, in a store of its own making.
     *
     * @param change what is different about the store
     */
    public World(UnaryOperator<InMemoryCrmStore.Builder> change) {
        store = change.apply(InMemoryCrmStore.builder(schema)).build();
    }

    /** A clock that stands still until it is moved. */
    public static final class Clock implements InstantSource {

        private Instant now = START;

        @Override
        public Instant instant() {
            return now;
        }

        public void advance(Duration duration) {
            now = now.plus(duration);
        }
    }

    public Clock clock() {
        return clock;
    }

    public Units units() {
        return units(TENANT);
    }

    /**
     * Units of another tenant in the same store.
     *
     * @param tenant which
     * @return its units
     */
    public Units units(TenantId tenant) {
        return new Units() {
            @Override
            public <R> R run(Function<Unit, R> work) {
                return store.inTransaction(tenant, repositories -> {
                    Unit unit = new Unit(
                            tenant,
                            Actor.user("meera"),
                            clock.instant(),
                            repositories,
                            type -> ids,
                            schema.customerData());
                    R result = work.apply(unit);
                    unit.end(List.of());
                    return result;
                });
            }
        };
    }

    public Customers customers() {
        return new Customers(units());
    }

    public Interactions interactions() {
        return new Interactions(units());
    }

    public Tasks tasks() {
        return new Tasks(units());
    }

    public CustomerId person(String name) {
        return customers().register(NewCustomer.person(name)).id();
    }

    public CustomerId organization(String name) {
        return customers().register(NewCustomer.organization(name)).id();
    }

    public CustomerId provisional(String name) {
        return customers().registerProvisional(NewCustomer.person(name)).id();
    }

    public boolean isEstablished(CustomerId id) {
        return customers().get(id).standing() == Standing.ESTABLISHED;
    }

    /** All events, in the order of recording. */
    public List<Event> events() {
        return units().run(unit -> unit.get(EventRepository.class)
                .find(Query.<Event>all(unit.moment()).limit(10_000))
                .items());
    }
}
