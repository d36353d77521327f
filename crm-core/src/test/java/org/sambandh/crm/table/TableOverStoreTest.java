package org.sambandh.crm.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sambandh.crm.condition.Conditions.all;
import static org.sambandh.crm.condition.Conditions.any;
import static org.sambandh.crm.condition.Conditions.count;
import static org.sambandh.crm.condition.Conditions.inSegment;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.atLeast;
import static org.sambandh.crm.condition.Tests.is;
import static org.sambandh.crm.condition.Window.last;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.Crm;
import org.sambandh.crm.CrmSession;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.CustomerFields;
import org.sambandh.crm.customer.CustomerRepository;
import org.sambandh.crm.customer.NewCustomer;
import org.sambandh.crm.inmemory.InMemoryCrmStore;
import org.sambandh.crm.interaction.Channel;
import org.sambandh.crm.interaction.Direction;
import org.sambandh.crm.interaction.InteractionFields;
import org.sambandh.crm.interaction.NewInteraction;
import org.sambandh.crm.settings.TenantSettings;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Unit;
import org.sambandh.crm.store.Units;

/** A table beside a store: filled page by page, kept up to date by events. */
class TableOverStoreTest {

    private static final Condition<Customer> WRITES = all(
            where(CustomerFields.COUNTRY, is("IN")),
            count(
                    InteractionFields.INTERACTIONS,
                    where(InteractionFields.CHANNEL, is(Channel.EMAIL)),
                    last(Duration.ofDays(30)),
                    atLeast(1)));

    private final List<TableUpdates> listeners = new ArrayList<>();
    private final CrmSession crm = Crm.builder(
                    InMemoryCrmStore.builder(Crm.schema(TenantSettings.of(ZoneOffset.UTC, Money.currencyOf("INR"))))
                            .build())
            .clock(() -> Instant.parse("2026-11-23T12:00:00Z"))
            .listener(event -> listeners.forEach(updates -> updates.on(event)))
            .build()
            .as(Actor.user("meera"));
    private final List<CustomerId> customers = new ArrayList<>();
    private SegmentId friends = new SegmentId("none");

    @BeforeEach
    void fill() {
        crm.inTransaction(session -> {
            for (int i = 0; i < 2_500; i++) {
                NewCustomer input = NewCustomer.person("Customer " + i).country(i % 3 == 0 ? "IN" : "DE");
                customers.add(session.customers().register(input).id());
            }
            return null;
        });
        friends = crm.segments().defineStatic("Friends", Customer.class).id();
        crm.segments().add(friends, EntityRef.of(customers.get(5)));
        write(customers.get(0));
        write(customers.get(1));
        write(customers.get(2_499));
    }

    private void write(CustomerId customer) {
        crm.interactions().log(NewInteraction.email(Direction.INBOUND).with(customer));
    }

    private Set<String> expected(Condition<Customer> condition) {
        return Set.copyOf(crm.inUnit(unit -> {
            List<String> ids = new ArrayList<>();
            for (CustomerId id : customers) {
                var found = unit.repositories()
                        .of(Customer.class)
                        .find(Query.of(all(condition, where(CustomerFields.ID, is(id))), unit.moment())
                                .limit(1));
                found.items().forEach(customer -> ids.add(customer.id().value()));
            }
            return ids;
        }));
    }

    @Test
    void aTableFilledFromTheStoreSelectsWhomTheStoreFinds() {
        Condition<Customer> condition = any(WRITES, inSegment(friends));
        FactTable<Customer> table = FactTable.builder(crm.catalog(), Customer.class)
                .needing(condition)
                .build(crm::inUnit);
        assertThat(table.view().size()).isEqualTo(2_500);
        assertThat(Set.copyOf(table.select(condition, crm.moment()).ids()))
                .isEqualTo(expected(condition))
                .containsExactlyInAnyOrder(
                        customers.get(0).value(),
                        customers.get(5).value(),
                        customers.get(2_499).value());
    }

    @Test
    void eventsSayWhatIsToBeReadAgain() {
        FactTable<Customer> table =
                FactTable.builder(crm.catalog(), Customer.class).needing(WRITES).build(crm::inUnit);
        TableUpdates updates = new TableUpdates(table, crm.catalog());
        listeners.add(updates);

        write(customers.get(3));
        write(customers.get(3));
        CustomerId fresh = crm.customers()
                .register(NewCustomer.person("Asha Rao").country("IN"))
                .id();
        write(fresh);
        assertThat(updates.pending()).isEqualTo(2);
        assertThat(table.view().count(WRITES, crm.moment())).isEqualTo(2);

        updates.apply(crm::inUnit);
        assertThat(updates.pending()).isZero();
        assertThat(table.select(WRITES, crm.moment()).ids())
                .containsExactlyInAnyOrder(
                        customers.get(0).value(),
                        customers.get(3).value(),
                        customers.get(2_499).value(),
                        fresh.value());
    }

    @Test
    void aCustomerThatIsGoneFromTheStoreIsGoneFromTheTable() {
        FactTable<Customer> table =
                FactTable.builder(crm.catalog(), Customer.class).needing(WRITES).build(crm::inUnit);
        CustomerId gone = customers.get(0);
        crm.inUnit(unit -> {
            Customer customer = unit.repositories()
                    .get(CustomerRepository.class)
                    .findById(gone)
                    .orElseThrow();
            unit.repositories().get(CustomerRepository.class).delete(gone, customer.revision());
            return null;
        });
        table.refresh(crm::inUnit, List.of(gone));
        assertThat(table.view().row(gone)).isEmpty();
        assertThat(table.view().size()).isEqualTo(2_499);
        assertThat(table.select(WRITES, crm.moment()).ids())
                .containsExactly(customers.get(2_499).value());
    }

    @Test
    void whatCouldNotBeReadIsRememberedStill() {
        FactTable<Customer> table =
                FactTable.builder(crm.catalog(), Customer.class).needing(WRITES).build(crm::inUnit);
        TableUpdates updates = new TableUpdates(table, crm.catalog());
        listeners.add(updates);
        write(customers.get(3));
        Units broken = new Units() {
            @Override
            public <R> R run(Function<Unit, R> work) {
                throw new IllegalStateException("no store today");
            }
        };
        assertThatThrownBy(() -> updates.apply(broken)).isInstanceOf(IllegalStateException.class);
        assertThat(updates.pending()).isOne();
        updates.apply(crm::inUnit);
        assertThat(table.view().count(WRITES, crm.moment())).isEqualTo(3);
    }
}
