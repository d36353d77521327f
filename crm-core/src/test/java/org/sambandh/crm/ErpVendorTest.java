package org.sambandh.crm;

import static java.time.Duration.ofDays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sambandh.crm.condition.Conditions.all;
import static org.sambandh.crm.condition.Conditions.count;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.atLeast;
import static org.sambandh.crm.condition.Tests.is;
import static org.sambandh.crm.condition.Window.last;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.DuplicateKey;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.StaleRevision;
import org.sambandh.crm.common.TenantId;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.CustomerFields;
import org.sambandh.crm.customer.CustomerRepository;
import org.sambandh.crm.customer.NewCustomer;
import org.sambandh.crm.customer.PartyRole;
import org.sambandh.crm.customer.PersonName;
import org.sambandh.crm.customer.Scope;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.inmemory.InMemoryCrmStore;
import org.sambandh.crm.interaction.Channel;
import org.sambandh.crm.interaction.Direction;
import org.sambandh.crm.interaction.InteractionFields;
import org.sambandh.crm.interaction.NewInteraction;
import org.sambandh.crm.segment.Segment;
import org.sambandh.crm.settings.TenantSettings;
import org.sambandh.crm.store.CustomerData;
import org.sambandh.crm.store.Order;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Upserted;

/** An ERP vendor keeps customers in a table of its own, {@link ErpCustomers}, and uses ours for everything else. */
class ErpVendorTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-23T09:00:00Z"));
    private static final Field.One<Customer, String> TIER = Field.attribute(Customer.class, "tier", FieldType.TEXT);
    private static final TenantSettings INDIA = TenantSettings.of(ZoneId.of("Asia/Kolkata"), Money.currencyOf("INR"));

    private final ErpCustomers.Table erp = new ErpCustomers.Table(CLOCK);
    private final Crm library = Crm.builder(InMemoryCrmStore.builder(Crm.schema(INDIA, TIER))
                    .replace(
                            CustomerRepository.class,
                            repositories -> repositories.tenant().equals(TenantId.DEFAULT)
                                    ? new ErpCustomers(erp, repositories)
                                    : repositories.get(CustomerRepository.class))
                    .build())
            .clock(CLOCK)
            .ids(CustomerId.class, erp::nextId)
            .build();
    private final CrmSession crm = library.as(Actor.user("meera"));

    @Test
    void whoIsRegisteredHereIsARowOfTheVendorsUnderItsNextNumber() {
        Customer asha = crm.customers()
                .register(
                        NewCustomer.person("Asha Rao").email("asha@example.in").country("IN"));
        assertThat(asha.id()).isEqualTo(new CustomerId("0000001001"));
        assertThat(erp.rows.get(1001).mail()).isEqualTo("asha@example.in");
        assertThat(crm.customers().findByEmail("ASHA@example.in", Scope.STANDARD))
                .containsExactly(asha);
    }

    @Test
    void whatTheVendorsProgramsWroteIsFoundChangedAndPagedLikeOurs() {
        erp.put(7, "Bharat Tools", null, "98123 45678", "IN");
        erp.put(12, "Anand Traders", null, null, null);
        assertThat(crm.customers().findByPhone("+919812345678", Scope.STANDARD)).containsExactly(found(7));
        crm.customers().rename(ErpCustomers.id(7), PersonName.of("Bharat Tools Ltd"));
        assertThat(erp.rows.get(7).name()).isEqualTo("Bharat Tools Ltd");
        Query<Customer> byName = Query.<Customer>all(crm.inUnit(unit -> unit.moment()))
                .orderBy(Order.by(CustomerFields.NAME))
                .limit(1);
        Page<Customer> first = crm.customers().find(byName);
        Page<Customer> second = crm.customers().find(byName.after(first.next().orElseThrow()));
        assertThat(first.items()).containsExactly(found(12));
        assertThat(second.items()).containsExactly(found(7));
        assertThat(second.next()).isEmpty();
    }

    @Test
    void segmentsCountOurInteractionsOfTheVendorsCustomers() {
        erp.put(7, "Bharat Tools", null, null, "IN");
        erp.put(8, "Anand Traders", null, null, "IN");
        mail(7);
        Segment writers = crm.segments()
                .define(
                        "Writers",
                        Customer.class,
                        all(
                                where(CustomerFields.COUNTRY, is("IN")),
                                count(
                                        InteractionFields.INTERACTIONS,
                                        where(InteractionFields.CHANNEL, is(Channel.EMAIL)),
                                        last(ofDays(30)),
                                        atLeast(1))));
        assertThat(crm.segments().members(writers.id(), Customer.class)).containsExactly(found(7));
    }

    @Test
    void whatTheTableHasNoColumnForIsKeptBesideIt() {
        erp.put(7, "Bharat Tools", "a@example.in", null, "IN");
        crm.customers().set(ErpCustomers.id(7), TIER, "gold");
        crm.customers().change(ErpCustomers.id(7), customer -> customer.assumeRole(PartyRole.SUPPLIER));
        erp.put(7, "Bharat Tools", "b@example.in", null, "IN");
        Customer now = crm.customers().find(where(TIER, is("gold"))).items().get(0);
        assertThat(now.roles()).contains(PartyRole.SUPPLIER);
        assertThat(CustomerFields.MAIN_EMAIL.get(now)).isEqualTo("b@example.in");
    }

    @Test
    void theSameRecordOfAnotherSystemIsRecognisedAndAKeyIsNeverGivenTwice() {
        ExternalRef ref = new ExternalRef("shop", "buyer", "B-1");
        NewCustomer input = NewCustomer.person("Asha Rao").email("asha@example.in");
        assertThat(crm.customers().upsert(ref, input)).isInstanceOf(Upserted.Created.class);
        assertThat(crm.customers().upsert(ref, input)).isInstanceOf(Upserted.Unchanged.class);
        assertThat(crm.customers().upsert(ref, input.country("IN"))).isInstanceOf(Upserted.Updated.class);
        assertThatThrownBy(() -> crm.customers().register(input.externalRef(ref)))
                .isInstanceOf(DuplicateKey.class);
        assertThat(erp.rows).hasSize(1);
    }

    @Test
    void aChangeByTheVendorsProgramMakesWhatWasReadBeforeStale() {
        erp.put(7, "Bharat Tools", null, null, "IN");
        Customer read = found(7);
        erp.put(7, "Bharat Tools", null, null, "NP");
        assertThatThrownBy(() -> crm.customers().change(read, c -> c.correctName(PersonName.of("Mine"))))
                .isInstanceOf(StaleRevision.class);
        assertThat(erp.rows.get(7).name()).isEqualTo("Bharat Tools");
    }

    @Test
    void aUnitThatFailsLeavesTheVendorsTableAsItWas() {
        erp.put(7, "Bharat Tools", null, null, "IN");
        erp.put(8, "Anand Traders", null, null, "IN");
        Map<Integer, ErpCustomers.Account> before = Map.copyOf(erp.rows);
        assertThatThrownBy(() -> crm.inTransaction(s -> {
                    s.customers().register(NewCustomer.person("Asha Rao"));
                    s.customers().set(ErpCustomers.id(7), CustomerFields.MAIN_COUNTRY, "NP");
                    s.customers().set(ErpCustomers.id(7), CustomerFields.MAIN_COUNTRY, "LK");
                    s.inUnit(unit -> {
                        unit.get(CustomerRepository.class)
                                .delete(ErpCustomers.id(8), found(s, 8).revision());
                        return true;
                    });
                    throw new IllegalStateException("the host's own reason");
                }))
                .hasMessage("the host's own reason");
        assertThat(erp.rows).isEqualTo(before);
    }

    @Test
    void mergedCustomersAreFoundUnderBothNumbersWithTheInteractionsOfBoth() {
        erp.put(7, "Bharat Tools", null, null, "IN");
        erp.put(8, "Bharat Tools Ltd", null, null, "IN");
        mail(7);
        crm.inUnit(unit -> {
            CustomerId gone = ErpCustomers.id(7);
            CustomerId stays = ErpCustomers.id(8);
            unit.customerData().forEach(data -> data.repoint(unit, gone, stays));
            unit.repositories().redirects().redirect(gone, stays);
            CustomerRepository customers = unit.get(CustomerRepository.class);
            customers.delete(gone, customers.findById(gone).orElseThrow().revision());
            return true;
        });
        assertThat(crm.customers().get(ErpCustomers.id(7))).isEqualTo(found(8));
        assertThat(erp.rows).containsOnlyKeys(8);
        assertThat(crm.overview().of(ErpCustomers.id(7)).interactions().items()).hasSize(1);
    }

    @Test
    void exportTellsAndErasureEmptiesTheVendorsRow() {
        erp.put(7, "Asha Rao", "asha@example.in", "98123 45678", "IN");
        mail(7);
        List<CustomerData.Item> items = new ArrayList<>();
        crm.inUnit(unit -> {
            unit.customerData().forEach(data -> items.addAll(data.export(unit, ErpCustomers.id(7))));
            unit.customerData().forEach(data -> data.erase(unit, ErpCustomers.id(7)));
            return true;
        });
        assertThat(items).extracting(item -> item.ref().kind()).contains("customer", "interaction");
        assertThat(items.get(0).values()).containsEntry("mainEmail", "asha@example.in");
        ErpCustomers.Account row = Optional.ofNullable(erp.rows.get(7)).orElseThrow();
        assertThat(List.of(row.name(), String.valueOf(row.mail()), String.valueOf(row.phone())))
                .containsExactly("", "null", "null");
    }

    @Test
    void anotherTenantSeesNothingOfTheVendorsTable() {
        erp.put(7, "Bharat Tools", null, null, "IN");
        CrmSession other = library.as(new TenantId("other"), Actor.user("noor"));
        assertThat(other.customers().find(ErpCustomers.id(7))).isEmpty();
        assertThat(other.customers().count(Conditions.always(), Scope.ALL)).isZero();
    }

    private Customer found(int no) {
        return found(crm, no);
    }

    private static Customer found(CrmSession session, int no) {
        return session.customers().get(ErpCustomers.id(no));
    }

    private void mail(int no) {
        crm.interactions().log(NewInteraction.email(Direction.INBOUND).with(ErpCustomers.id(no)));
    }
}
