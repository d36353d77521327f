package org.sambandh.crm;

import static java.time.Duration.ofDays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sambandh.crm.condition.Conditions.all;
import static org.sambandh.crm.condition.Conditions.count;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.atLeast;
import static org.sambandh.crm.condition.Tests.in;
import static org.sambandh.crm.condition.Tests.is;
import static org.sambandh.crm.condition.Tests.present;
import static org.sambandh.crm.condition.Window.last;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ModelId;
import org.sambandh.crm.common.Money;
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
import org.sambandh.crm.prediction.PredictionPlan;
import org.sambandh.crm.prediction.Training;
import org.sambandh.crm.scoring.Criterion;
import org.sambandh.crm.scoring.Grade;
import org.sambandh.crm.scoring.Group;
import org.sambandh.crm.scoring.PointsModel;
import org.sambandh.crm.scoring.ScoreSnapshotFields;
import org.sambandh.crm.segment.Segment;
import org.sambandh.crm.segment.SegmentEvents;
import org.sambandh.crm.settings.TenantSettings;
import org.sambandh.crm.table.FactTable;

/** Segments, scores, tables and predictions over customers that a vendor keeps in a table of its own. */
class ErpEngineTest {

    private static final Condition<Customer> WRITES = count(
            InteractionFields.INTERACTIONS,
            where(InteractionFields.CHANNEL, is(Channel.EMAIL)),
            last(ofDays(30)),
            atLeast(1));
    private static final Condition<Customer> INDIAN = where(CustomerFields.MAIN_COUNTRY, is("IN"));

    private Instant now = Instant.parse("2026-11-23T09:00:00Z");
    private final InstantSource clock = () -> now;
    private final ErpCustomers.Table erp = new ErpCustomers.Table(clock);
    private final CrmSession crm = Crm.builder(
                    InMemoryCrmStore.builder(Crm.schema(TenantSettings.of(ZoneOffset.UTC, Money.currencyOf("INR"))))
                            .replace(CustomerRepository.class, repositories -> new ErpCustomers(erp, repositories))
                            .build())
            .clock(clock)
            .ids(CustomerId.class, erp::nextId)
            .build()
            .as(Actor.user("meera"));

    @BeforeEach
    void twoAccounts() {
        erp.put(7, "Bharat Tools", null, null, "IN");
        erp.put(8, "Anand Traders", null, null, "NP");
    }

    private static EntityRef ref(int no) {
        return EntityRef.of(ErpCustomers.id(no));
    }

    private List<Integer> members(Segment segment) {
        return crm.segments().members(segment.id(), Customer.class).stream()
                .map(customer -> Integer.parseInt(customer.id().value()))
                .toList();
    }

    private long told(String type) {
        return crm.changes().since(null, 1_000).stream()
                .filter(event -> event.type().equals(type))
                .count();
    }

    private void mail(int no) {
        crm.interactions().log(NewInteraction.email(Direction.INBOUND).with(ErpCustomers.id(no)));
    }

    @Test
    void aSegmentFollowsWhatOurServicesWriteIntoTheVendorsTable() {
        Segment indian = crm.segments().define("Indian", Customer.class, INDIAN);
        Segment among = crm.segments().define("Writes", Customer.class, all(INDIAN, WRITES));

        mail(7);
        mail(8);
        assertThat(members(indian)).containsExactly(7);
        assertThat(members(among)).containsExactly(7);

        crm.customers().set(ErpCustomers.id(8), CustomerFields.MAIN_COUNTRY, "IN");
        crm.customers().register(NewCustomer.person("Asha Rao").country("IN"));
        assertThat(members(indian)).containsExactly(7, 8, 1001);
        assertThat(members(among)).containsExactly(7, 8);

        crm.customers().set(ErpCustomers.id(7), CustomerFields.MAIN_COUNTRY, "LK");
        assertThat(members(indian)).containsExactly(8, 1001);
        assertThat(members(among)).containsExactly(8);
        assertThat(told(SegmentEvents.LEFT)).isEqualTo(2);
    }

    @Test
    void whatTheVendorsProgramsWriteIsFollowedWhenTheyAreNamed() {
        Segment indian = crm.segments().define("Indian", Customer.class, INDIAN);
        erp.put(8, "Anand Traders", null, null, "IN");
        erp.put(9, "New Mills", null, null, "IN");
        erp.rows.remove(7);
        crm.segments().refreshFor(ref(7), ref(8), ref(9));

        assertThat(members(indian)).containsExactly(8, 9);
        assertThat(crm.segments().isMember(indian.id(), ref(9))).isTrue();
    }

    @Test
    void timeAloneMovesTheVendorsCustomersInAndOut() {
        Segment silent = crm.segments().define("Writes", Customer.class, WRITES);
        mail(8);
        now = now.plus(ofDays(29));
        assertThat(crm.segments().advanceTo(now).left()).isZero();
        now = now.plus(ofDays(2));
        assertThat(crm.segments().advanceTo(now).left()).isEqualTo(1);
        assertThat(members(silent)).isEmpty();
        assertThat(crm.segments().periodsOf(ref(8)).get(0).until())
                .contains(now.minus(ofDays(1)).plusNanos(1_000));
    }

    @Test
    void aUnitThatFailsLeavesNoMembershipNoAnswerToComeAndNoEvent() {
        Segment writers = crm.segments().define("Writes", Customer.class, all(INDIAN, WRITES));
        long events = crm.changes().since(null, 1_000).size();

        assertThatThrownBy(() -> crm.inTransaction(s -> {
                    s.customers().set(ErpCustomers.id(8), CustomerFields.MAIN_COUNTRY, "IN");
                    s.interactions().log(NewInteraction.email(Direction.INBOUND).with(ErpCustomers.id(8)));
                    s.scores().define(model());
                    s.scores().record(new ModelId("m"), ref(8));
                    throw new IllegalStateException("the host's own reason");
                }))
                .hasMessage("the host's own reason");

        assertThat(members(writers)).isEmpty();
        assertThat(crm.segments().periodsOf(ref(8))).isEmpty();
        assertThat(crm.changes().since(null, 1_000)).hasSize((int) events);
        assertThat(crm.scores().models()).isEmpty();
        now = now.plus(ofDays(60));
        assertThat(crm.segments().advanceTo(now).evaluated()).isZero();
        mail(7);
        assertThat(members(writers)).containsExactly(7);
    }

    private static PointsModel<Customer> model() {
        return PointsModel.of(
                        new ModelId("m"),
                        "Interest",
                        Customer.class,
                        Group.fit("fit", "Fit", Criterion.of("in", "From India", 20, Customer.class, INDIAN)),
                        Group.engagement("eng", "Mail", Criterion.of("w", "Writes", 30, Customer.class, WRITES)))
                .graded(Grade.of("A", 40), Grade.of("B", 10));
    }

    @Test
    void scoresAndSegmentsByScoreWorkOnTheVendorsCustomers() {
        crm.scores().define(model());
        ModelId id = new ModelId("m");
        Segment best = crm.segments()
                .define(
                        "Best",
                        Customer.class,
                        ScoreSnapshotFields.latestPasses(
                                CustomerFields.ID, id, where(ScoreSnapshotFields.GRADE, in("A"))));
        mail(7);
        crm.scores().record(id, ref(7));
        assertThat(members(best)).containsExactly(7);

        Instant then = now;
        now = now.plus(ofDays(40));
        crm.customers().set(ErpCustomers.id(7), CustomerFields.MAIN_COUNTRY, "LK");
        crm.scores().record(id, ref(7));
        assertThat(members(best)).isEmpty();
        assertThat(crm.scores().scoreAt(id, ref(7), then).value()).isEqualByComparingTo("50");
        assertThat(crm.scores().score(id, ref(7)).value()).isZero();
    }

    @Test
    void aTableIsFilledFromTheVendorsTableAndReadAgainWhereItChanged() {
        mail(7);
        FactTable<Customer> table = FactTable.builder(crm.catalog(), Customer.class)
                .needing(INDIAN, WRITES)
                .build(crm::inUnit);
        assertThat(table.select(all(INDIAN, WRITES), crm.moment()).ids())
                .containsExactly(ErpCustomers.id(7).value());

        erp.put(8, "Anand Traders", null, null, "IN");
        mail(8);
        erp.rows.remove(7);
        table.refresh(crm::inUnit, List.of(ErpCustomers.id(7), ErpCustomers.id(8)));
        assertThat(table.select(all(INDIAN, WRITES), crm.moment()).ids())
                .containsExactly(ErpCustomers.id(8).value());
    }

    @Test
    void aModelIsTrainedOnTheVendorsCustomersAndPredictsThem() {
        for (int no = 100; no < 400; no++) {
            boolean indian = no % 2 == 0;
            boolean mails = no % 10 < (indian ? 8 : 3);
            erp.put(no, "C" + no, mails ? no + "@example.in" : null, null, indian ? "IN" : "NP");
        }
        Training<?> training = crm.predictions()
                .train(
                        new ModelId("mails"),
                        "Has a mail address",
                        PredictionPlan.of(
                                Customer.class,
                                where(CustomerFields.MAIN_COUNTRY, present()),
                                where(CustomerFields.MAIN_EMAIL, present()),
                                "mainCountry"));
        assertThat(training).isInstanceOf(Training.Trained.class);
        assertThat(crm.predictions()
                        .predict(new ModelId("mails"), ref(7), Locale.ENGLISH)
                        .probability())
                .isGreaterThan(crm.predictions()
                        .predict(new ModelId("mails"), ref(8), Locale.ENGLISH)
                        .probability());
    }
}
