package org.sambandh.crm.customer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.IdGenerator;
import org.sambandh.crm.common.TenantId;
import org.sambandh.crm.event.Event;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.inmemory.InMemoryCrmStore;
import org.sambandh.crm.settings.DatedSettings;
import org.sambandh.crm.settings.TenantSettings;
import org.sambandh.crm.store.CrmStore;
import org.sambandh.crm.store.Schema;
import org.sambandh.crm.store.Unit;
import org.sambandh.crm.store.Units;
import org.sambandh.crm.team.TeamFeature;
import org.sambandh.crm.team.Teams;

/** A store with parties and teams only, a clock that is set by hand, and the events of every unit. */
public final class Desk {

    public static final ZoneId ZONE = ZoneId.of("Asia/Kolkata");
    public static final TenantId ACME = new TenantId("acme");
    public static final TenantId OTHER = new TenantId("other");
    public static final Field.One<Customer, String> TIER =
            Field.attribute(Customer.class, "tier", FieldType.TEXT).asIndexed();
    public static final Field.One<Customer, String> NICKNAME =
            Field.attribute(Customer.class, "nickname", FieldType.TEXT).asPersonal();

    public final List<Event> events = new ArrayList<>();
    private final CrmStore store;
    private final Schema schema;
    private final IdGenerator ids;
    private Instant now = Instant.parse("2026-11-23T04:30:00Z");

    public Desk() {
        DatedSettings settings = settings();
        this.schema = new Schema(
                List.of(new TeamFeature(), new CustomerFeature()),
                tenant -> settings,
                tenant -> List.of(TIER, NICKNAME));
        this.store = InMemoryCrmStore.builder(schema).build();
        this.ids = IdGenerator.uuidV7(() -> now);
    }

    private static DatedSettings settings() {
        return DatedSettings.always(TenantSettings.of(ZONE, Currency.getInstance("INR")));
    }

    /** Sets the clock. */
    public Desk at(String instant) {
        now = Instant.parse(instant);
        return this;
    }

    public LocalDate today() {
        return now.atZone(ZONE).toLocalDate();
    }

    public Units units(TenantId tenant) {
        return new Units() {
            @Override
            public <R> R run(Function<Unit, R> work) {
                return store.inTransaction(tenant, repositories -> {
                    Unit unit =
                            new Unit(tenant, Actor.user("asha"), now, repositories, type -> ids, schema.customerData());
                    R result = work.apply(unit);
                    unit.end(List.of(events::add));
                    return result;
                });
            }
        };
    }

    public Units units() {
        return units(ACME);
    }

    public Customers customers() {
        return new Customers(units());
    }

    public Relationships relationships() {
        return new Relationships(units());
    }

    public Teams teams() {
        return new Teams(units());
    }

    /** The types of the events since the last call. */
    public List<String> told() {
        List<String> types = events.stream().map(Event::type).toList();
        events.clear();
        return types;
    }
}
