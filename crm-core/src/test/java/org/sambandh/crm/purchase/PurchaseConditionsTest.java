package org.sambandh.crm.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sambandh.crm.condition.Conditions.count;
import static org.sambandh.crm.condition.Conditions.measure;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.atLeast;
import static org.sambandh.crm.condition.Tests.atMost;
import static org.sambandh.crm.condition.Tests.is;
import static org.sambandh.crm.purchase.Shop.DRILL;
import static org.sambandh.crm.purchase.Shop.SAW;
import static org.sambandh.crm.purchase.Shop.order;
import static org.sambandh.crm.purchase.Shop.rupees;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Measure;
import org.sambandh.crm.condition.Window;
import org.sambandh.crm.customer.CustomerFields;

class PurchaseConditionsTest {

    private static final Duration MONTH = Duration.ofDays(30);

    private final Shop shop = new Shop();

    @Test
    void recencyIsTheAgeOfTheLatestPurchaseAtTheMoment() {
        shop.bought("1", shop.drills(31));
        assertThat(shop.holds(Purchases.boughtWithin(MONTH))).isFalse();
        assertThat(shop.holds(Purchases.notBoughtWithin(MONTH))).isTrue();

        shop.bought("2", shop.drills(30));
        assertThat(shop.holds(Purchases.boughtWithin(MONTH))).isTrue();
        assertThat(shop.holds(Purchases.notBoughtWithin(MONTH))).isFalse();

        shop.world.clock().advance(Duration.ofNanos(1_000));
        assertThat(shop.holds(Purchases.boughtWithin(MONTH))).isFalse();
    }

    @Test
    void whoHasNotBoughtAtAllHasNotStoppedBuying() {
        assertThat(shop.holds(Purchases.notBoughtWithin(MONTH))).isFalse();
    }

    @Test
    void netRevenueIsThePurchasesOfTheWindowLessWhatCameBackOfThemInOneCurrency() {
        shop.bought("1", shop.drills(40));
        Purchase late = shop.bought("2", shop.drills(10));
        shop.bought(
                "3", NewPurchase.by(shop.asha, shop.daysAgo(5)).line("1", SAW, Shop.pieces(1), Money.of(5_000, "USD")));
        shop.returned("1", late, 3);

        assertThat(shop.holds(Purchases.netRevenueAtLeast(rupees("700.00"), Window.last(MONTH))))
                .isTrue();
        assertThat(shop.holds(Purchases.netRevenueAtLeast(rupees("700.01"), Window.last(MONTH))))
                .isFalse();
        assertThat(shop.holds(Purchases.netRevenueAtLeast(rupees("1700.00"), Window.ever())))
                .isTrue();
        assertThat(shop.holds(Purchases.netRevenueAtLeast(Money.of(5_000, "USD"), Window.last(MONTH))))
                .isTrue();
    }

    @Test
    void countsAveragesProductsAndReturnsCanBeAskedFor() {
        Purchase early = shop.bought("1", shop.drills(40));
        shop.bought("2", NewPurchase.by(shop.asha, shop.daysAgo(5)).line("1", SAW, Shop.pieces(1), rupees("500.00")));
        shop.returned("1", early, 1);

        assertThat(shop.holds(count(PurchaseFields.PURCHASES, Window.ever(), is(2))))
                .isTrue();
        assertThat(shop.holds(Purchases.bought(DRILL, Window.ever()))).isTrue();
        assertThat(shop.holds(Purchases.bought(DRILL, Window.last(MONTH)))).isFalse();
        assertThat(shop.holds(count(ReturnFields.RETURNS, Window.last(MONTH), atLeast(1))))
                .isTrue();
        assertThat(shop.holds(measure(
                        Measure.Kind.AVERAGE,
                        PurchaseFields.TOTAL_VALUE,
                        PurchaseFields.PURCHASES,
                        Conditions.always(),
                        Window.ever(),
                        is(750))))
                .isTrue();
        assertThat(shop.holds(count(
                        PurchaseFields.PURCHASES,
                        where(PurchaseFields.PURCHASED_ON, atMost(LocalDate.of(2026, 10, 31))),
                        Window.ever(),
                        is(1))))
                .isTrue();
    }

    @Test
    void aPurchaseLeadsToItsBuyerByAPath() {
        shop.bought("1", shop.drills(1));

        long found = shop.world
                .units()
                .run(unit -> unit.get(PurchaseRepository.class)
                        .count(
                                where(PurchaseFields.CUSTOMER.to(CustomerFields.EMAILS), is("asha@example.in")),
                                unit.moment()));

        assertThat(found).isEqualTo(1);
    }

    @Test
    void whoOwesWhatIsOverdueIsFoundFromTheDayBehindTheDueDayOn() {
        LocalDate today = LocalDate.of(2026, 11, 23);
        Invoice invoice = shop.invoices
                .issue(order("i"), NewInvoice.to(shop.asha, today.minusDays(30), today, rupees("1180.00")))
                .entity();
        assertThat(shop.holds(Invoices.hasOverdue())).isFalse();

        shop.world.clock().advance(Duration.ofDays(1));
        assertThat(shop.holds(Invoices.hasOverdue())).isTrue();
        assertThat(shop.holds(Invoices.overdueAtLeast(rupees("1180.00")))).isTrue();

        shop.invoices.settle(
                invoice.id(), Settlement.payment(new ExternalRef("bank", "line", "1"), today, rupees("80.00")));
        assertThat(shop.holds(Invoices.overdueAtLeast(rupees("1100.00")))).isTrue();
        assertThat(shop.holds(Invoices.overdueAtLeast(rupees("1100.01")))).isFalse();
        assertThat(shop.holds(Invoices.overdueAtLeast(Money.of(1, "USD")))).isFalse();
    }

    @Test
    void whoIsOnHoldIsFound() {
        assertThat(shop.holds(Credits.isOnHold())).isFalse();
        shop.credits.hold(shop.asha, "late");
        assertThat(shop.holds(Credits.isOnHold())).isTrue();
        shop.credits.release(shop.asha);
        assertThat(shop.holds(Credits.isOnHold())).isFalse();
    }

    @Test
    void theConditionsReadLikeSentences() {
        assertThat(Purchases.boughtWithin(MONTH).describe()).isEqualTo("at least 1 purchase in the last 30 days");
        assertThat(Purchases.boughtWithin(MONTH).describe(new Locale("hi")))
                .isEqualTo("पिछले 30 दिनों में कम से कम 1 खरीद है");
    }
}
