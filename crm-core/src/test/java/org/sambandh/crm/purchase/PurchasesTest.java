package org.sambandh.crm.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sambandh.crm.purchase.Shop.DRILL;
import static org.sambandh.crm.purchase.Shop.SAW;
import static org.sambandh.crm.purchase.Shop.back;
import static org.sambandh.crm.purchase.Shop.order;
import static org.sambandh.crm.purchase.Shop.pieces;
import static org.sambandh.crm.purchase.Shop.rupees;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.common.PurchaseId;
import org.sambandh.crm.common.Quantity;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.common.StaleRevision;
import org.sambandh.crm.customer.Lifecycle;
import org.sambandh.crm.customer.LifecycleStage;
import org.sambandh.crm.customer.Lifecycles;
import org.sambandh.crm.event.Event;
import org.sambandh.crm.interaction.World;
import org.sambandh.crm.store.Upserted;

class PurchasesTest {

    private final Shop shop = new Shop();
    private final World world = shop.world;
    private final Purchases purchases = shop.purchases;
    private final CustomerId asha = shop.asha;

    @Test
    void aPurchaseKeepsItsLinesAndCountsOnTheDayOfTheTenantsZone() {
        Instant lateInDelhi = Instant.parse("2026-11-20T19:00:00Z");

        Purchase purchase = shop.bought(
                "1",
                NewPurchase.by(asha, lateInDelhi)
                        .line(PurchaseLine.of("1", DRILL, pieces(2), rupees("900.00"))
                                .taxed(rupees("162.00")))
                        .line(PurchaseLine.of("2", "engraving", pieces(1), rupees("50.00")))
                        .paymentMethod("upi")
                        .purpose("resale"));

        Purchase stored = purchases.get(purchase.id());
        assertThat(stored.purchasedOn()).isEqualTo(LocalDate.of(2026, 11, 21));
        assertThat(stored.total()).isEqualTo(rupees("950.00"));
        assertThat(stored.netRevenue()).isEqualTo(rupees("950.00"));
        assertThat(stored.line("1").orElseThrow().tax()).isEqualTo(rupees("162.00"));
        assertThat(stored.paymentMethod()).contains("upi");
        assertThat(stored.purpose()).contains("resale");
        assertThat(purchases.findByRef(order("1"))).contains(stored);
        assertThat(last().type()).isEqualTo(PurchaseEvents.RECORDED);
        assertThat(last().concerning()).containsExactly(EntityRef.of(asha));
    }

    @Test
    void theOtherSystemMayCountAPurchaseOnADayOfItsOwn() {
        LocalDate day = LocalDate.of(2026, 11, 19);

        assertThat(shop.bought("1", shop.drills(2).on(day)).purchasedOn()).isEqualTo(day);
    }

    @Test
    void theSameDeliveryTwiceCountsOnceAndTellsNobody() {
        Purchase first = shop.bought("1", shop.drills(3));
        PurchaseReturn given = shop.returned("1", first, 4);
        int told = world.events().size();

        Upserted<Purchase> again = purchases.record(order("1"), shop.drills(3));
        PurchaseReturn givenAgain = shop.returned("1", first, 4);

        assertThat(again).isInstanceOf(Upserted.Unchanged.class);
        assertThat(givenAgain.revision()).isEqualTo(given.revision());
        assertThat(purchases.summaryOf(asha).purchases()).isEqualTo(1);
        assertThat(purchases.summaryOf(asha).revenue())
                .containsExactly(new Revenue(rupees("1000.00"), rupees("400.00")));
        assertThat(world.events()).hasSize(told);
    }

    @Test
    void otherContentUnderAKnownReferenceIsRefusedAndNothingIsWritten() {
        Purchase first = shop.bought("1", shop.drills(3));
        shop.returned("1", first, 1);

        refused("purchase-conflict", () -> shop.bought("1", shop.drills(2)));
        refused("purchase-conflict", () -> shop.bought("1", shop.drills(3).paymentMethod("cash")));
        refused("return-conflict", () -> shop.returned("1", first, 2));

        assertThat(purchases.get(first.id()).refunded()).isEqualTo(rupees("100.00"));
    }

    @Test
    void whatCameBackIsTakenOffThePurchase() {
        Purchase purchase = shop.bought("1", shop.drills(3));

        PurchaseReturn given = purchases
                .recordReturn(
                        back("1"),
                        NewReturn.of(order("1"), shop.daysAgo(1))
                                .line("1", pieces(3), rupees("250.00"))
                                .reason("too loud"))
                .entity();

        assertThat(given.purchase()).isEqualTo(purchase.id());
        assertThat(given.lines()).containsExactly(new ReturnLine("1", DRILL, pieces(3), rupees("250.00")));
        assertThat(given.reason()).contains("too loud");
        Purchase after = purchases.get(purchase.id());
        assertThat(after.line("1").orElseThrow().kept()).isEqualByComparingTo("7");
        assertThat(after.netRevenue()).isEqualTo(rupees("750.00"));
        assertThat(purchases.returnsOf(purchase.id())).containsExactly(given);
        assertThat(purchases.findReturnByRef(back("1"))).contains(given);
        assertThat(last().type()).isEqualTo(PurchaseEvents.RETURNED);
        assertThat(last().concerning()).contains(EntityRef.of(asha));
    }

    @Test
    void noMoreCanComeBackOrBeGivenBackThanWasBought() {
        Purchase purchase = shop.bought("1", shop.drills(3));
        shop.returned("1", purchase, 7);

        refused("over-return", () -> shop.returned("2", purchase, 4));
        refused(
                "over-return",
                () -> purchases.recordReturn(
                        back("2"),
                        NewReturn.of(purchase.id(), shop.daysAgo(0)).line("1", pieces(1), rupees("300.01"))));
        refused(
                "over-return",
                () -> purchases.recordReturn(
                        back("2"),
                        NewReturn.of(order("1"), shop.daysAgo(0))
                                .line("1", pieces(2))
                                .line("1", pieces(2))));

        assertThat(purchases.returnsOf(purchase.id())).hasSize(1);
        assertThat(purchases.get(purchase.id()).netRevenue()).isEqualTo(rupees("300.00"));
        shop.returned("2", purchase, 3);
        assertThat(purchases.get(purchase.id()).netRevenue()).isEqualTo(rupees("0"));
    }

    @Test
    void aReturnWritesItsPurchaseSoThatAnotherOneThatReadItBeforeIsStale() {
        Purchase read = shop.bought("1", shop.drills(3));
        shop.returned("1", read, 10);

        assertThatThrownBy(() -> world.units()
                        .run(unit -> unit.get(PurchaseRepository.class).save(List.of(read))))
                .isInstanceOf(StaleRevision.class);
    }

    @Test
    void aReturnBeforeItsPurchaseOrOfAnotherLineUnitOrCurrencyIsRefused() {
        Purchase purchase = shop.bought("1", shop.drills(3));

        refused(
                "return-before-purchase",
                () -> purchases.recordReturn(
                        back("1"),
                        NewReturn.of(purchase.id(), purchase.purchasedAt().minusNanos(1_000))
                                .line("1", pieces(1))));
        refused("no-such-line", () -> give(purchase, "9", pieces(1), null));
        refused("one-currency", () -> give(purchase, "1", pieces(1), Money.of(1, "USD")));
        assertThatThrownBy(() -> give(purchase, "1", Quantity.of(1, "kg"), null))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> give(purchase, "1", pieces(0), null)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> give(purchase, "1", pieces(-1), null)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> purchases.recordReturn(back("1"), NewReturn.of(purchase.id(), shop.daysAgo(0))))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> purchases.recordReturn(
                        back("1"), NewReturn.of(order("none"), shop.daysAgo(0)).line("1", pieces(1))))
                .isInstanceOf(NotFound.class);

        assertThat(purchases.returnsOf(purchase.id())).isEmpty();
        assertThat(purchases.get(purchase.id()).refunded()).isEqualTo(rupees("0"));
    }

    @Test
    void aNegativeQuantityOutsideAReturnIsRefusedAndSoAreAmountsBelowZeroAndMixedCurrencies() {
        NewPurchase empty = NewPurchase.by(asha, shop.daysAgo(1));

        refused("negative-quantity", () -> empty.line("1", DRILL, pieces(-1), rupees("5")));
        refused("amount-below-zero", () -> empty.line("1", DRILL, pieces(1), rupees("-5")));
        assertThatThrownBy(() -> empty.line("1", DRILL, pieces(0), rupees("5"))).isInstanceOf(Invalid.class);
        refused(
                "one-currency",
                () -> shop.bought(
                        "1",
                        empty.line("1", DRILL, pieces(1), rupees("5")).line("2", SAW, pieces(1), Money.of(5, "USD"))));
        assertThatThrownBy(() -> shop.bought("1", empty)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> shop.bought("1", shop.drills(1).line("1", SAW, pieces(1), rupees("1"))))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> shop.bought(
                        "1",
                        NewPurchase.by(new CustomerId("nobody"), shop.daysAgo(1))
                                .line("1", DRILL, pieces(1), rupees("5"))))
                .isInstanceOf(NotFound.class);

        assertThat(purchases.summaryOf(asha).purchases()).isZero();
    }

    @Test
    void aCorrectionTakesThePlaceOfTheEntryAndKeepsItsReferencesAndReturns() {
        Purchase wrong = shop.bought("1", shop.drills(3));
        PurchaseReturn given = shop.returned("1", wrong, 2);

        Purchase right = purchases.correct(
                wrong.id(),
                NewPurchase.by(asha, shop.daysAgo(3)).line("1", DRILL, pieces(8), rupees("880.00")),
                "two were never sent");

        assertThat(purchases.findByRef(order("1"))).contains(right);
        assertThat(right.corrects()).contains(wrong.id());
        assertThat(right.netRevenue()).isEqualTo(rupees("680.00"));
        assertThat(purchases.getReturn(given.id()).purchase()).isEqualTo(right.id());
        Withdrawal how = purchases.get(wrong.id()).withdrawal().orElseThrow();
        assertThat(how).isEqualTo(new Withdrawal(World.START, "two were never sent", right.id()));
        assertThat(purchases.summaryOf(asha).revenue())
                .containsExactly(new Revenue(rupees("880.00"), rupees("200.00")));
        assertThat(last().type()).isEqualTo(PurchaseEvents.CORRECTED);
        assertThat(last().data()).containsEntry("corrects", wrong.id().value());
        assertThat(shop.returned("2", wrong, 1).purchase()).isEqualTo(right.id());
        refused("purchase-withdrawn", () -> purchases.correct(wrong.id(), shop.drills(1), "again"));
    }

    @Test
    void aCorrectionThatLeavesNoRoomForWhatCameBackIsRefusedWhole() {
        Purchase wrong = shop.bought("1", shop.drills(3));
        shop.returned("1", wrong, 5);

        refused(
                "over-return",
                () -> purchases.correct(
                        wrong.id(),
                        NewPurchase.by(asha, shop.daysAgo(3)).line("1", DRILL, pieces(4), rupees("1000.00")),
                        "four"));

        assertThat(purchases.get(wrong.id()).isValid()).isTrue();
        assertThat(purchases.summaryOf(asha).purchases()).isEqualTo(1);
    }

    @Test
    void aCorrectionThatSaysTheSameChangesNothing() {
        Purchase there = shop.bought("1", shop.drills(3));
        int told = world.events().size();

        assertThat(purchases.correct(there.id(), shop.drills(3), "no reason").id())
                .isEqualTo(there.id());
        assertThat(world.events()).hasSize(told);
    }

    @Test
    void whatIsWithdrawnCountsNoLongerAndItsDeliveryStaysKnown() {
        Purchase purchase = shop.bought("1", shop.drills(3));
        PurchaseReturn given = shop.returned("1", purchase, 2);

        refused("purchase-has-returns", () -> purchases.withdraw(purchase.id(), "cancelled"));
        purchases.withdrawReturn(given.id(), "wrong order");
        assertThat(purchases.get(purchase.id()).netRevenue()).isEqualTo(rupees("1000.00"));
        refused("return-withdrawn", () -> purchases.withdrawReturn(given.id(), "again"));
        purchases.withdraw(purchase.id(), "cancelled");

        assertThat(purchases.summaryOf(asha).purchases()).isZero();
        assertThat(purchases.latest(asha, 10).items()).isEmpty();
        assertThat(shop.holds(Purchases.boughtWithin(Duration.ofDays(30)))).isFalse();
        assertThat(purchases.record(order("1"), shop.drills(3))).isInstanceOf(Upserted.Unchanged.class);
        assertThat(shop.returned("1", purchase, 2).isValid()).isFalse();
        refused("purchase-withdrawn", () -> shop.returned("2", purchase, 1));
        refused("purchase-withdrawn", () -> purchases.withdraw(purchase.id(), "again"));
    }

    @Test
    void theSummaryAddsUpPerCurrencyAndNamesTheFirstAndTheLatestDay() {
        shop.bought("1", shop.drills(30));
        Purchase late = shop.bought("2", shop.drills(2));
        shop.returned("1", late, 10);
        shop.bought("3", NewPurchase.by(asha, shop.daysAgo(60)).line("1", SAW, pieces(1), Money.of("12.125", "KWD")));
        shop.bought("4", shop.drills(-1));

        PurchaseSummary summary = purchases.summaryOf(asha);

        assertThat(summary.purchases()).isEqualTo(3);
        assertThat(summary.revenue())
                .containsExactly(
                        new Revenue(rupees("2000.00"), rupees("1000.00")),
                        new Revenue(Money.of("12.125", "KWD"), Money.of("0", "KWD")));
        assertThat(summary.revenue().get(0).net()).isEqualTo(rupees("1000.00"));
        assertThat(summary.firstOn()).isEqualTo(LocalDate.of(2026, 9, 24));
        assertThat(summary.latestOn()).isEqualTo(LocalDate.of(2026, 11, 21));
        assertThat(summary.complete()).isTrue();
        assertThat(purchases.latest(asha, 1).items()).containsExactly(late);
        PurchaseSummary nothing = purchases.summaryOf(world.person("Nobody"));
        assertThat(nothing).isEqualTo(new PurchaseSummary(0, List.of(), null, null, true));
    }

    @Test
    void aPurchaseEstablishesAProvisionalPartyAndMakesItACustomer() {
        CustomerId visitor = world.provisional("Visitor");

        shop.bought("1", NewPurchase.by(visitor, shop.daysAgo(1)).line("1", SAW, pieces(1), rupees("5")));

        assertThat(world.isEstablished(visitor)).isTrue();
        assertThat(world.customers().get(visitor).lifecycleStage()).contains(LifecycleStage.CUSTOMER);
        assertThat(world.customers().get(asha).lifecycleStage()).contains(LifecycleStage.PROSPECT);
    }

    @Test
    void aFormerCustomerComesBackByANewPurchaseAndNotByAnOldOneRecordedLate() {
        world.customers().advanceLifecycle(asha, LifecycleStage.FORMER);

        shop.bought("1", shop.drills(400));
        assertThat(world.customers().get(asha).lifecycleStage()).contains(LifecycleStage.FORMER);

        world.clock().advance(Duration.ofDays(1));
        shop.bought("2", shop.drills(0));
        assertThat(world.customers().get(asha).lifecycleStage()).contains(LifecycleStage.CUSTOMER);
    }

    @Test
    void aTenantWithoutTheStageOfACustomerTakesPurchasesToo() {
        new Lifecycles(world.units())
                .define(new Lifecycle(List.of(LifecycleStage.PROSPECT, new LifecycleStage("patron"))));

        shop.bought("1", shop.drills(1));

        assertThat(world.customers().get(asha).lifecycleStage()).contains(LifecycleStage.PROSPECT);
    }

    @Test
    void amountsThatConditionsCouldNotAddUpAreRefused() {
        assertThatThrownBy(() -> shop.bought(
                        "1",
                        NewPurchase.by(asha, shop.daysAgo(1)).line("1", SAW, pieces(1), rupees("100000000000000"))))
                .isInstanceOf(Invalid.class);
        Purchase most = shop.bought(
                "1", NewPurchase.by(asha, shop.daysAgo(1)).line("1", SAW, pieces(1), rupees("99999999999999.99")));
        assertThat(PurchaseFields.NET_VALUE.getLong(most)).isEqualTo(999_999_999_999_999_900L);
    }

    @Test
    void aTaskCanBeAboutAPurchaseThatExistsAndNotAboutOneThatDoesNot() {
        Purchase purchase = shop.bought("1", shop.drills(1));

        EntityRef ref = new EntityRef("purchase", purchase.id().value());
        EntityRef found = world.units().run(unit -> unit.existing(ref));

        assertThat(found).isEqualTo(ref);
        assertThatThrownBy(() -> world.units().run(unit -> unit.existing(new EntityRef("purchase", "none"))))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> purchases.get(new PurchaseId("none"))).isInstanceOf(NotFound.class);
    }

    @Test
    void aReturnSaysNothingPersonalInItsText() {
        Purchase purchase = shop.bought("1", shop.drills(1));

        assertThat(shop.drills(1) + " " + NewReturn.of(order("7"), shop.daysAgo(0)) + " " + purchase)
                .doesNotContain("drill")
                .doesNotContain("shop");
        assertThat(purchase.line("1").orElseThrow().returned()).isEqualByComparingTo(BigDecimal.ZERO);
    }

    private void give(Purchase purchase, String line, Quantity quantity, Money refund) {
        NewReturn back = NewReturn.of(purchase.id(), shop.daysAgo(0));
        purchases.recordReturn(
                back("1"), refund == null ? back.line(line, quantity) : back.line(line, quantity, refund));
    }

    private Event last() {
        List<Event> events = world.events();
        return events.get(events.size() - 1);
    }

    static void refused(String rule, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RuleViolation.class, e -> assertThat(e.rule()).isEqualTo(rule));
    }
}
