package org.sambandh.crm.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sambandh.crm.purchase.Shop.back;
import static org.sambandh.crm.purchase.Shop.order;
import static org.sambandh.crm.purchase.Shop.pieces;
import static org.sambandh.crm.purchase.Shop.rupees;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.store.CustomerData;
import org.sambandh.crm.store.Upserted;

class PurchaseCustomerDataTest {

    private final Shop shop = new Shop();
    private final CustomerData data = new PurchaseCustomerData();
    private final NewPurchase engraved = NewPurchase.by(shop.asha, shop.daysAgo(9))
            .line(PurchaseLine.of("1", Shop.DRILL, pieces(10), rupees("1000.00"))
                    .described("for Asha's wedding"))
            .line(PurchaseLine.of("2", "engraving: Asha", pieces(1), rupees("50.00")))
            .paymentMethod("upi asha@bank")
            .purpose("gift");
    private final Purchase purchase = shop.bought("1", engraved);
    private final NewReturn told =
            NewReturn.of(order("1"), shop.daysAgo(0)).line("1", pieces(2)).reason("Asha is ill");
    private final PurchaseReturn given =
            shop.purchases.recordReturn(back("1"), told).entity();
    private final LocalDate day = LocalDate.of(2026, 10, 1);
    private final Invoice invoice = shop.invoices
            .issue(order("i"), NewInvoice.to(shop.asha, day, day, rupees("1239.00")))
            .entity();

    @Test
    void aMergeMovesEverythingToTheSurvivorAndKeepsItOnHold() {
        CustomerId to = shop.world.person("Asha R.");
        shop.credits.hold(to, "old");
        shop.world.clock().advance(Duration.ofDays(1));
        shop.credits.hold(shop.asha, "late");

        shop.world.units().run(unit -> {
            data.repoint(unit, shop.asha, to);
            unit.repositories().redirects().redirect(shop.asha, to);
            return to;
        });

        assertThat(shop.purchases.summaryOf(to).revenue())
                .containsExactly(new Revenue(rupees("1050.00"), rupees("200.00")));
        assertThat(shop.purchases.getReturn(given.id()).customer()).isEqualTo(to);
        assertThat(shop.invoices.get(invoice.id()).customer()).isEqualTo(to);
        assertThat(shop.credits.of(shop.asha).holds())
                .extracting(CreditHold::reason)
                .containsExactly("old", "late");
        assertThat(shop.credits.of(to).hold().orElseThrow().reason()).isEqualTo("late");
        assertThat(shop.purchases.record(order("1"), engraved)).isInstanceOf(Upserted.Unchanged.class);
        assertThat(shop.purchases.latest(shop.asha, 5).items()).hasSize(1);
    }

    @Test
    void theExportHasEveryRecordWithItsWords() {
        shop.credits.hold(shop.asha, "late");

        List<CustomerData.Item> items = shop.world.units().run(unit -> data.export(unit, shop.asha));

        assertThat(items)
                .extracting(item -> item.ref().kind())
                .containsExactly("purchase", "purchaseReturn", "invoice", "credit");
        String text = items.stream().map(item -> item.values().toString()).collect(Collectors.joining());
        assertThat(text).contains("engraving: Asha", "upi asha@bank", "gift", "Asha is ill", "INR 1239.00", "late");
        List<CustomerData.Item> ofNobody = shop.world.units().run(unit -> data.export(unit, new CustomerId("nobody")));
        assertThat(ofNobody).isEmpty();
    }

    @Test
    void erasureDestroysWordsAndHabitsAndKeepsWhatBooksAreKeptOf() {
        shop.credits.hold(shop.asha, "Asha is late");

        erase();

        String left = shop.world.units().run(unit -> data.export(unit, shop.asha)).stream()
                .map(item -> item.values().toString())
                .collect(Collectors.joining());
        assertThat(left).doesNotContain("Asha").doesNotContain("asha@").doesNotContain("gift");
        assertThat(shop.purchases.summaryOf(shop.asha).revenue())
                .containsExactly(new Revenue(rupees("1050.00"), rupees("200.00")));
        assertThat(shop.purchases.get(purchase.id()).erased()).isTrue();
        assertThat(shop.invoices.get(invoice.id()).amount()).isEqualTo(rupees("1239.00"));
        assertThat(shop.credits.of(shop.asha).hold()).isPresent();
    }

    @Test
    void theSameDeliveryAfterAnErasureBringsNothingBack() {
        erase();
        int events = shop.world.events().size();

        erase();
        assertThat(shop.purchases.record(order("1"), engraved)).isInstanceOf(Upserted.Unchanged.class);
        assertThat(shop.purchases.recordReturn(back("1"), told)).isInstanceOf(Upserted.Unchanged.class);

        assertThat(shop.purchases.get(purchase.id()).purpose()).isEmpty();
        assertThat(shop.world.events()).hasSize(events);
    }

    private void erase() {
        shop.world.units().run(unit -> {
            data.erase(unit, shop.asha);
            return unit;
        });
    }
}
