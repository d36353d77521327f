package org.sambandh.crm.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sambandh.crm.purchase.PurchasesTest.refused;
import static org.sambandh.crm.purchase.Shop.rupees;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.common.PurchaseId;
import org.sambandh.crm.event.Event;
import org.sambandh.crm.interaction.World;
import org.sambandh.crm.store.Upserted;

class InvoicesTest {

    private static final LocalDate ISSUED = LocalDate.of(2026, 10, 1);
    private static final LocalDate DUE = LocalDate.of(2026, 10, 31);

    private final Shop shop = new Shop();
    private final Invoices invoices = shop.invoices;

    @Test
    void anInvoiceIsKnownByItsReferenceAndCountsOnce() {
        Purchase purchase = shop.bought("1", shop.drills(60));
        NewInvoice told =
                NewInvoice.to(shop.asha, ISSUED, DUE, rupees("1180.00")).of(purchase.id());

        Upserted<Invoice> created = invoices.issue(ref("1"), told);
        int events = shop.world.events().size();
        Upserted<Invoice> again = invoices.issue(ref("1"), told);

        assertThat(created).isInstanceOf(Upserted.Created.class);
        assertThat(created.entity().purchase()).contains(purchase.id());
        assertThat(created.entity().issuedAt()).isEqualTo(Instant.parse("2026-09-30T18:30:00Z"));
        assertThat(again).isInstanceOf(Upserted.Unchanged.class);
        assertThat(shop.world.events()).hasSize(events);
        refused(
                "invoice-conflict",
                () -> invoices.issue(ref("1"), NewInvoice.to(shop.asha, ISSUED, DUE, rupees("1.00"))));
    }

    @Test
    void paymentsInPartsReduceWhatIsOpenAndTheSamePaymentTwiceCountsOnce() {
        Invoice invoice = issued("1", "1000.00");
        Settlement half = Settlement.payment(ref("p1"), DUE, rupees("400.00"));

        invoices.settle(invoice.id(), half);
        int events = shop.world.events().size();
        Invoice after = invoices.settle(invoice.id(), half);

        assertThat(after.open()).isEqualTo(rupees("600.00"));
        assertThat(after.settledOn()).isEmpty();
        assertThat(shop.world.events()).hasSize(events);
        refused(
                "settlement-conflict",
                () -> invoices.settle(invoice.id(), Settlement.payment(ref("p1"), DUE, rupees("1.00"))));
        refused(
                "one-currency",
                () -> invoices.settle(invoice.id(), Settlement.payment(ref("p2"), DUE, Money.of(1, "USD"))));
        Invoice paid = invoices.settle(invoice.id(), Settlement.payment(ref("p2"), DUE.plusDays(9), rupees("650.00")));
        assertThat(paid.open()).isEqualTo(rupees("0"));
        assertThat(paid.overpaid()).isEqualTo(rupees("50.00"));
        assertThat(paid.settledOn()).contains(DUE.plusDays(9));
        assertThat(paid.daysToPay()).contains(39L);
    }

    @Test
    void aCreditNoteMeansLessIsOwedAndIsNoPayment() {
        Invoice invoice = issued("1", "1000.00");

        refused(
                "over-credit",
                () -> invoices.settle(invoice.id(), Settlement.creditNote(ref("c"), DUE, rupees("1000.01"))));
        refused(
                "credit-before-invoice",
                () -> invoices.settle(
                        invoice.id(), Settlement.creditNote(ref("c"), ISSUED.minusDays(1), rupees("1.00"))));
        Invoice credited = invoices.settle(invoice.id(), Settlement.creditNote(ref("c"), DUE, rupees("1000.00")));

        assertThat(credited.open().signum()).isZero();
        assertThat(credited.settledOn()).contains(DUE);
        assertThat(credited.daysToPay()).isEmpty();
        assertThat(invoices.daysToPay(shop.asha)).isEmpty();
    }

    @Test
    void aPaymentThatBouncedOpensTheInvoiceAgainAndCountsFromTheSecondPayment() {
        Invoice invoice = issued("1", "1000.00");
        invoices.settle(invoice.id(), Settlement.payment(ref("p1"), ISSUED.plusDays(5), rupees("1000.00")));
        Invoice bounced =
                invoices.settle(invoice.id(), Settlement.reversal(ref("r1"), ISSUED.plusDays(8), rupees("1000.00")));

        assertThat(bounced.open()).isEqualTo(rupees("1000.00"));
        assertThat(bounced.openOn(ISSUED.plusDays(6))).isEqualTo(rupees("0"));
        refused(
                "over-reversal",
                () -> invoices.settle(
                        invoice.id(), Settlement.reversal(ref("r2"), ISSUED.plusDays(9), rupees("1.00"))));
        Invoice paid =
                invoices.settle(invoice.id(), Settlement.payment(ref("p2"), ISSUED.plusDays(20), rupees("1000.00")));
        assertThat(paid.daysToPay()).contains(20L);
    }

    @Test
    void whatWasOverdueIsToldAsOfAnyDayByThePaymentsOfThatDayAndBefore() {
        Invoice first = issued("1", "1000.00");
        invoices.issue(ref("2"), NewInvoice.to(shop.asha, ISSUED, DUE.plusDays(10), Money.of("12.125", "KWD")));
        invoices.settle(first.id(), Settlement.payment(ref("p"), DUE.plusDays(5), rupees("300.00")));

        assertThat(invoices.receivables(shop.asha, ISSUED.minusDays(1)).open()).isEmpty();
        assertThat(invoices.receivables(shop.asha, DUE).overdue()).isEmpty();
        assertThat(invoices.receivables(shop.asha, DUE.plusDays(1)).overdue()).containsExactly(rupees("1000.00"));
        assertThat(invoices.receivables(shop.asha, DUE.plusDays(5)))
                .isEqualTo(new Receivables(
                        DUE.plusDays(5),
                        List.of(rupees("700.00"), Money.of("12.125", "KWD")),
                        List.of(rupees("700.00")),
                        1,
                        DUE,
                        true));
        assertThat(invoices.receivables(shop.asha).overdueInvoices()).isEqualTo(2);
        assertThat(invoices.open(shop.asha, 1).items()).containsExactly(first);
    }

    @Test
    void daysToPayAreTheMeanOverSettledInvoicesWhateverTheirAmount() {
        pay(issued("1", "1.00"), 10);
        pay(issued("2", "9999.00"), 11);
        pay(issued("3", "5.00"), 12);
        pay(issued("4", "5.00"), 8);
        pay(issued("5", "5.00"), 0);
        pay(issued("6", "5.00"), -3);
        issued("7", "5.00");

        assertThat(invoices.daysToPay(shop.asha).orElseThrow()).isEqualByComparingTo("6.83");
    }

    @Test
    void anInvoiceThatIsRescheduledIsDueLater() {
        Invoice invoice = issued("1", "1000.00");

        invoices.reschedule(invoice.id(), DUE.plusMonths(2));

        assertThat(invoices.receivables(shop.asha).overdue()).isEmpty();
        assertThat(shop.world.events())
                .extracting(Event::type)
                .contains(PurchaseEvents.ISSUED, PurchaseEvents.RESCHEDULED);
        assertThatThrownBy(() -> invoices.reschedule(invoice.id(), ISSUED.minusDays(1)))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void invoicesOfNothingToNobodyOrForAnUnknownPurchaseAreRefused() {
        assertThatThrownBy(() -> issued("1", "0.00")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> issued("1", "-5.00")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() ->
                        invoices.issue(ref("1"), NewInvoice.to(new CustomerId("nobody"), ISSUED, DUE, rupees("1.00"))))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> invoices.issue(
                        ref("1"),
                        NewInvoice.to(shop.asha, ISSUED, DUE, rupees("1.00")).of(new PurchaseId("none"))))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> Settlement.payment(ref("p"), DUE, rupees("-1.00")))
                .isInstanceOf(Invalid.class);
        assertThat(invoices.findByRef(ref("1"))).isEmpty();
    }

    @Test
    void aHoldHasAReasonAndADateAndTheSameAgainIsNotTold() {
        Credit held = shop.credits.hold(shop.asha, "two months late");
        int events = shop.world.events().size();
        shop.credits.hold(shop.asha, "two months late");
        assertThat(shop.world.events()).hasSize(events);
        assertThat(held.hold().orElseThrow().at()).isEqualTo(World.START);

        shop.world.clock().advance(Duration.ofDays(1));
        shop.credits.hold(shop.asha, "insolvent");
        shop.world.clock().advance(Duration.ofDays(1));
        shop.credits.release(shop.asha);
        Credit after = shop.credits.release(shop.asha);

        assertThat(after.hold()).isEmpty();
        assertThat(after.holds()).extracting(CreditHold::reason).containsExactly("two months late", "insolvent");
        assertThat(after.holds())
                .extracting(CreditHold::releasedAt)
                .containsExactly(World.START.plus(Duration.ofDays(1)), World.START.plus(Duration.ofDays(2)));
        assertThat(shop.world.events())
                .extracting(Event::type)
                .filteredOn(type -> type.startsWith("credit"))
                .containsExactly(PurchaseEvents.HELD, PurchaseEvents.HELD, PurchaseEvents.RELEASED);
        assertThatThrownBy(() -> shop.credits.hold(new CustomerId("nobody"), "late"))
                .isInstanceOf(NotFound.class);
    }

    private Invoice issued(String ref, String amount) {
        return invoices.issue(ref(ref), NewInvoice.to(shop.asha, ISSUED, DUE, rupees(amount)))
                .entity();
    }

    private void pay(Invoice invoice, int days) {
        invoices.settle(invoice.id(), Settlement.payment(ref("p"), ISSUED.plusDays(days), invoice.amount()));
    }

    private static ExternalRef ref(String value) {
        return new ExternalRef("erp", "document", value);
    }
}
