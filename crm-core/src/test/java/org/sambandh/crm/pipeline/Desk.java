package org.sambandh.crm.pipeline;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.IdGenerator;
import org.sambandh.crm.common.OpportunityId;
import org.sambandh.crm.common.TeamId;
import org.sambandh.crm.common.TenantId;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.CustomerFeature;
import org.sambandh.crm.customer.CustomerRepository;
import org.sambandh.crm.customer.Customers;
import org.sambandh.crm.customer.NewCustomer;
import org.sambandh.crm.event.Event;
import org.sambandh.crm.inmemory.InMemoryCrmStore;
import org.sambandh.crm.settings.DatedSettings;
import org.sambandh.crm.settings.TenantSettings;
import org.sambandh.crm.store.CrmStore;
import org.sambandh.crm.store.EventRepository;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Schema;
import org.sambandh.crm.store.Unit;
import org.sambandh.crm.store.Units;
import org.sambandh.crm.team.Team;
import org.sambandh.crm.team.TeamFeature;
import org.sambandh.crm.team.TeamRepository;

/** A sales desk: a clock that is set by hand, two tenants, and the services of deals. */
final class Desk {

    private static final TenantId ACME = new TenantId("acme");
    private static final TenantId OTHER = new TenantId("other");

    private final Schema schema = new Schema(
            List.of(new TeamFeature(), new CustomerFeature(), new PipelineFeature()),
            tenant -> DatedSettings.always(TenantSettings.of(TestDeals.KOLKATA, Currency.getInstance("INR"))),
            tenant -> List.of());
    private final CrmStore store = InMemoryCrmStore.builder(schema).build();
    private Instant now = TestDeals.instant("2026-04-01");
    private final IdGenerator ids = IdGenerator.uuidV7(() -> now);

    /** Sets the clock to nine in the morning. */
    Desk on(String date) {
        now = TestDeals.instant(date);
        return this;
    }

    Opportunities deals() {
        return new Opportunities(units(ACME));
    }

    Opportunities foreignDeals() {
        return new Opportunities(units(OTHER));
    }

    Pipelines pipelines() {
        return new Pipelines(units(ACME));
    }

    Customers customers() {
        return new Customers(units(ACME));
    }

    CustomerId customer(String name) {
        return customers().register(NewCustomer.organization(name)).id();
    }

    void customer(CustomerId id) {
        Customer customer = Customer.builder(id).build();
        run(unit -> unit.get(CustomerRepository.class).save(List.of(customer)));
    }

    TeamId team(String code) {
        Team team = Team.builder(new TeamId(code)).name(code).build();
        return run(unit ->
                unit.get(TeamRepository.class).save(List.of(team)).get(0).id());
    }

    List<Event> events() {
        return run(unit -> unit.get(EventRepository.class)
                .find(Query.<Event>all(unit.moment()).limit(10_000).maxScan(20_000))
                .items());
    }

    List<String> eventTypes(OpportunityId id) {
        return events().stream()
                .filter(event -> event.subject().equals(EntityRef.of(id)))
                .map(Event::type)
                .toList();
    }

    <R> R run(Function<Unit, R> work) {
        return units(ACME).run(work);
    }

    private Units units(TenantId tenant) {
        return new Units() {
            @Override
            public <R> R run(Function<Unit, R> work) {
                return store.inTransaction(tenant, repositories -> {
                    Unit unit =
                            new Unit(tenant, Actor.user("asha"), now, repositories, type -> ids, schema.customerData());
                    R result = work.apply(unit);
                    unit.end(List.of());
                    return result;
                });
            }
        };
    }
}
