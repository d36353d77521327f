package org.sambandh.crm.tck;

import static org.sambandh.crm.tck.Samples.id;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.CreditId;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.InvoiceId;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.ProductId;
import org.sambandh.crm.common.PurchaseId;
import org.sambandh.crm.common.PurchaseReturnId;
import org.sambandh.crm.common.Quantity;
import org.sambandh.crm.purchase.Credit;
import org.sambandh.crm.purchase.CreditHold;
import org.sambandh.crm.purchase.Invoice;
import org.sambandh.crm.purchase.Purchase;
import org.sambandh.crm.purchase.PurchaseLine;
import org.sambandh.crm.purchase.PurchaseReturn;
import org.sambandh.crm.purchase.ReturnLine;
import org.sambandh.crm.purchase.Settlement;
import org.sambandh.crm.purchase.Withdrawal;

/** Purchases, what came back of them, what is owed for them and what is held for it. */
final class PurchaseSamples {

    private static final Quantity TWO = new Quantity(new BigDecimal("2.125"), "hour");

    private PurchaseSamples() {}

    static Purchase purchase(String id, int n) {
        return Purchase.builder(new PurchaseId(id))
                .externalRefs(Varied.refs("purchase", id, n))
                .customer(new CustomerId(id("customer", n % 23)))
                .purchasedAt(Varied.instant(n, 1))
                .purchasedOn(Varied.date(n, 2))
                .lines(lines(n))
                .paymentMethod(Varied.textOrNone(n, 3))
                .purpose(Varied.textOrNone(n, 4))
                .recordedAt(Varied.instant(n, 5))
                .corrects(Varied.maybe(n, 6, new PurchaseId(id("purchase", n + 1))))
                .withdrawal(withdrawal(n))
                .erased(n != 0 && Varied.one(n, 7, true, false, false))
                .build();
    }

    private static List<PurchaseLine> lines(int n) {
        Money total = Varied.money(n, 10);
        Money nothing = Money.zero(total.currency());
        PurchaseLine bare = new PurchaseLine("1", null, Varied.text(n, 11), TWO, total, null, BigDecimal.ZERO, nothing);
        PurchaseLine full = new PurchaseLine(
                "Zwei 😀",
                new ProductId(id("product", n % 20)),
                Varied.textOrNone(n, 12),
                TWO,
                total,
                total,
                Varied.one(n, 13, new BigDecimal("0.125"), new BigDecimal("2.125")),
                Varied.one(n, 14, total, nothing));
        return n == 0 ? List.of(bare) : Varied.one(n, 15, List.of(full, bare), List.of(full), List.of(bare));
    }

    private static @Nullable Withdrawal withdrawal(int n) {
        Instant at = Varied.instant(n, 20);
        return Varied.maybe(
                n,
                21,
                new Withdrawal(at, Varied.text(n, 22), new PurchaseId(id("purchase", n + 2))),
                new Withdrawal(at, "recorded twice", null));
    }

    static PurchaseReturn returned(String id, int n) {
        Money refund = Varied.money(n, 1);
        ReturnLine full = new ReturnLine("Zwei 😀", new ProductId(id("product", n % 20)), TWO, refund);
        ReturnLine bare = new ReturnLine("1", null, Quantity.of(1, "piece"), Money.zero(refund.currency()));
        return PurchaseReturn.builder(new PurchaseReturnId(id))
                .externalRefs(Varied.refs("return", id, n))
                .customer(new CustomerId(id("customer", n % 23)))
                .purchase(new PurchaseId(id("purchase", n % 20)))
                .returnedAt(Varied.instant(n, 2))
                .returnedOn(Varied.date(n, 3))
                .lines(n == 0 ? List.of(bare) : Varied.one(n, 4, List.of(full, bare), List.of(bare)))
                .reason(Varied.textOrNone(n, 5))
                .recordedAt(Varied.instant(n, 6))
                .withdrawal(withdrawal(n))
                .erased(n != 0 && Varied.one(n, 7, true, false, false))
                .build();
    }

    static Invoice invoice(String id, int n) {
        LocalDate issued = Varied.date(n, 1);
        Money amount =
                Varied.one(n, 2, Money.of("1250.50", "INR"), Money.of("12", "JPY"), Money.of("99999999999.99", "INR"));
        return Invoice.builder(new InvoiceId(id))
                .externalRefs(Varied.refs("invoice", id, n))
                .customer(new CustomerId(id("customer", n % 23)))
                .purchase(Varied.maybe(n, 3, new PurchaseId(id("purchase", n % 20))))
                .issuedAt(Varied.instant(n, 4))
                .issuedOn(issued)
                .dueOn(issued.plusDays(Varied.one(n, 5, 30, 0, 1)))
                .amount(amount)
                .settlements(settlements(n, issued, amount))
                .build();
    }

    private static List<Settlement> settlements(int n, LocalDate issued, Money amount) {
        if (n == 0) {
            return List.of();
        }
        Settlement note = Settlement.creditNote(
                new ExternalRef("erp", "note", "n-" + n),
                issued,
                Money.of("1", amount.currency().getCurrencyCode()));
        Settlement paid = Settlement.payment(new ExternalRef("bank", "line", "Ä:" + n), issued.plusDays(2), amount);
        Settlement reversed = Settlement.reversal(new ExternalRef("bank", "line", "r"), issued.plusDays(2), amount);
        return Varied.one(
                n, 6, List.of(note, paid, reversed), List.of(paid), List.of(note), List.of(paid, reversed), List.of());
    }

    /** The last hold may still last. */
    static Credit credit(String id, int n) {
        List<CreditHold> holds = new ArrayList<>();
        Instant at = Varied.instant(n, 1);
        if (n % 3 != 0) {
            holds.add(new CreditHold(at, Varied.text(n, 2), Actor.user(id("user", n % 5)), at.plusNanos(1_000)));
        }
        if (n % 2 == 1) {
            holds.add(new CreditHold(at.plusSeconds(9), "over the limit", Actor.SYSTEM, null));
        }
        return Credit.builder(new CreditId(id))
                .externalRefs(Varied.refs("credit", id, n))
                .customer(new CustomerId(id("customer", n % 23)))
                .holds(holds)
                .build();
    }
}
