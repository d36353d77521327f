package org.sambandh.crm.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sambandh.crm.customer.LifecycleStage.CUSTOMER;
import static org.sambandh.crm.customer.LifecycleStage.FORMER;
import static org.sambandh.crm.customer.LifecycleStage.PROSPECT;
import static org.sambandh.crm.customer.LifecycleStage.QUALIFIED;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.event.Event;

class LifecycleTest {

    private final Desk desk = new Desk();
    private final Customers customers = desk.customers();
    private final CustomerId asha =
            customers.register(NewCustomer.person("Asha")).id();

    private List<LifecycleStage> stages() {
        return customers.get(asha).lifecycleHistory().stream()
                .map(LifecyclePeriod::stage)
                .toList();
    }

    @Test
    void aPartyMovesForwardAndSkipsStagesButNeverBackByItself() {
        desk.at("2026-12-01T00:00:00Z");
        customers.advanceLifecycle(asha, CUSTOMER);
        customers.advanceLifecycle(asha, QUALIFIED);
        customers.advanceLifecycle(asha, CUSTOMER);
        assertThat(stages()).containsExactly(PROSPECT, CUSTOMER);
        LifecyclePeriod first = customers.get(asha).lifecycleHistory().get(0);
        assertThat(first.until()).isEqualTo(Instant.parse("2026-12-01T00:00:00Z"));
        assertThat(CustomerFields.LIFECYCLE_SINCE.get(customers.get(asha)))
                .isEqualTo(Instant.parse("2026-12-01T00:00:00Z"));
    }

    @Test
    void fromFormerBackToCustomerIsAReactivationAndKeepsBothPeriods() {
        customers.advanceLifecycle(asha, CUSTOMER);
        desk.at("2027-01-01T00:00:00Z");
        customers.advanceLifecycle(asha, FORMER);
        desk.at("2027-06-01T00:00:00Z");
        customers.advanceLifecycle(asha, QUALIFIED);
        assertThat(customers.get(asha).lifecycleStage()).contains(FORMER);
        customers.advanceLifecycle(asha, CUSTOMER);
        assertThat(stages()).containsExactly(PROSPECT, CUSTOMER, FORMER, CUSTOMER);
        assertThat(customers.get(asha).lifecycleHistory())
                .extracting(LifecyclePeriod::until)
                .containsExactly(
                        Instant.parse("2026-11-23T04:30:00Z"),
                        Instant.parse("2027-01-01T00:00:00Z"),
                        Instant.parse("2027-06-01T00:00:00Z"),
                        null);
    }

    @Test
    void backwardLeadsOnlyACorrectionWithAReason() {
        customers.advanceLifecycle(asha, CUSTOMER);
        desk.told();
        assertThatThrownBy(() -> customers.correctLifecycle(asha, PROSPECT, " "))
                .isInstanceOf(Invalid.class);
        customers.correctLifecycle(asha, PROSPECT, "order was a test");
        Event moved = desk.events.get(0);
        assertThat(moved.type()).isEqualTo(CustomerEvents.LIFECYCLE_MOVED);
        assertThat(moved.data())
                .containsEntry("from", "customer")
                .containsEntry("to", "prospect")
                .containsEntry("reason", "order was a test");
        assertThat(stages()).containsExactly(PROSPECT, CUSTOMER, PROSPECT);
        assertThat(customers.get(asha).lifecycleHistory().get(2).reason()).isEqualTo("order was a test");
    }

    @Test
    void aVerbThatMovesBackWithoutAReasonIsRefused() {
        customers.advanceLifecycle(asha, CUSTOMER);
        assertThatThrownBy(() -> customers.change(
                        asha,
                        c -> c.toBuilder()
                                .lifecycleHistory(List.of(new LifecyclePeriod(PROSPECT, c.registeredAt(), null, null)))
                                .build()))
                .isInstanceOfSatisfying(
                        RuleViolation.class, e -> assertThat(e.rule()).isEqualTo("lifecycle-goes-back"));
        assertThat(customers.get(asha).lifecycleStage()).contains(CUSTOMER);
    }

    @Test
    void anUnknownStageIsRefusedWithTheOnesThereAre() {
        assertThatThrownBy(() -> customers.advanceLifecycle(asha, new LifecycleStage("vip")))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("prospect");
    }

    @Test
    void aTenantDecidesOnItsOwnStages() {
        Lifecycles lifecycles = new Lifecycles(desk.units());
        LifecycleStage trial = new LifecycleStage("trial");
        Lifecycle own = new Lifecycle(List.of(PROSPECT, trial, CUSTOMER, FORMER));
        desk.told();
        assertThat(lifecycles.get()).isEqualTo(Lifecycle.STANDARD);
        lifecycles.define(own);
        lifecycles.define(own);
        assertThat(lifecycles.get()).isEqualTo(own);
        assertThat(desk.told()).containsExactly(CustomerEvents.LIFECYCLE_DEFINED);
        assertThat(new Lifecycles(desk.units(Desk.OTHER)).get()).isEqualTo(Lifecycle.STANDARD);

        assertThat(customers.advanceLifecycle(asha, trial).lifecycleStage()).contains(trial);
        assertThatThrownBy(() -> customers.advanceLifecycle(asha, QUALIFIED)).isInstanceOf(Invalid.class);
        assertThat(customers.registerProvisional(NewCustomer.person()).lifecycleStage())
                .contains(PROSPECT);
        assertThatThrownBy(() -> lifecycles.define(Lifecycle.STANDARD))
                .isInstanceOfSatisfying(
                        RuleViolation.class, e -> assertThat(e.rule()).isEqualTo("stage-in-use"));
        customers.archive(asha);
        assertThatThrownBy(() -> lifecycles.define(Lifecycle.STANDARD)).isInstanceOf(RuleViolation.class);
        customers.advanceLifecycle(asha, CUSTOMER);
        lifecycles.define(Lifecycle.STANDARD);
        assertThat(stages()).containsExactly(PROSPECT, trial, CUSTOMER);
    }

    @Test
    void stagesAreDataOfATenant() {
        LifecycleStage member = new LifecycleStage("member");
        LifecycleStage fellow = new LifecycleStage("fellow");
        Lifecycle club = new Lifecycle(List.of(member, fellow));
        Instant at = Instant.parse("2026-01-01T00:00:00Z");
        Customer one = Customer.builder(new CustomerId("c1")).build().advanceLifecycle(fellow, club, at);
        assertThat(one.advanceLifecycle(member, club, at)).isSameAs(one);
        assertThat(club.first()).isEqualTo(member);
        assertThat(club.ofRegistered()).isEqualTo(member);
        assertThatThrownBy(() -> one.advanceLifecycle(PROSPECT, club, at)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> new Lifecycle(List.of())).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> new Lifecycle(List.of(member, member))).isInstanceOf(Invalid.class);
    }

    @Test
    void aStageBelongsToTheRoleOfACustomer() {
        assertThatThrownBy(() -> Customer.builder(new CustomerId("c1"))
                        .roles(Set.of(PartyRole.PARTNER))
                        .lifecycleHistory(List.of(new LifecyclePeriod(PROSPECT, Instant.EPOCH, null, null)))
                        .build())
                .isInstanceOf(Invalid.class);
    }

    @Test
    void aClockThatStepsBackEndsAPeriodWhereItBegan() {
        desk.at("2020-01-01T00:00:00Z");
        customers.advanceLifecycle(asha, CUSTOMER);
        LifecyclePeriod first = customers.get(asha).lifecycleHistory().get(0);
        assertThat(first.until()).isEqualTo(first.from());
    }
}
