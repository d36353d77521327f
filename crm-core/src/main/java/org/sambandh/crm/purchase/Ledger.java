package org.sambandh.crm.purchase;

import static org.sambandh.crm.condition.Conditions.all;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.is;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.common.PurchaseId;
import org.sambandh.crm.common.PurchaseReturnId;
import org.sambandh.crm.common.Quantity;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.common.Text;
import org.sambandh.crm.store.Unit;

/** Records purchases and returns within one unit of work. */
final class Ledger {

    private final Unit unit;
    private final PurchaseRepository purchases;
    private final PurchaseReturnRepository returns;

    Ledger(Unit unit) {
        this.unit = unit;
        this.purchases = unit.get(PurchaseRepository.class);
        this.returns = unit.get(PurchaseReturnRepository.class);
    }

    static EntityRef ref(PurchaseId id) {
        return new EntityRef("purchase", id.value());
    }

    static EntityRef ref(PurchaseReturnId id) {
        return new EntityRef("purchaseReturn", id.value());
    }

    Purchase load(PurchaseId id) {
        return purchases.findById(id).orElseThrow(() -> new NotFound(ref(id)));
    }

    PurchaseReturn load(PurchaseReturnId id) {
        return returns.findById(id).orElseThrow(() -> new NotFound(ref(id)));
    }

    Optional<Purchase> purchase(ExternalRef ref) {
        return Reading.byRef(unit, PurchaseRepository.class, PurchaseFields.EXTERNAL_REFS, ref);
    }

    Optional<PurchaseReturn> returned(ExternalRef ref) {
        return Reading.byRef(unit, PurchaseReturnRepository.class, ReturnFields.EXTERNAL_REFS, ref);
    }

    /** The purchase as it was told, not stored yet. */
    Purchase draft(NewPurchase told) {
        return told.content(Purchase.builder(unit.newId(PurchaseId.class, PurchaseId::new)))
                .customer(Reading.party(unit, told.customer()))
                .purchasedOn(Reading.dayOf(unit, told.at(), told.day()))
                .recordedAt(unit.now())
                .build();
    }

    Purchase insert(Purchase draft, String event, Map<String, String> data) {
        Purchase stored = save(draft);
        Buying.shows(unit, stored.customer(), stored.purchasedAt());
        unit.record(event, Purchase.class, null, stored, List.of(EntityRef.of(stored.customer())), data);
        return stored;
    }

    static boolean same(Purchase known, Purchase draft) {
        return known.customer().equals(draft.customer())
                && known.purchasedAt().equals(draft.purchasedAt())
                && known.purchasedOn().equals(draft.purchasedOn())
                && known.paymentMethod().equals(draft.paymentMethod())
                && known.purpose().equals(draft.purpose())
                && known.lines().stream().map(PurchaseLine::untouched).toList().equals(draft.lines());
    }

    /** The entry that counts now in place of a purchase: itself, or what corrected it. */
    Purchase current(Purchase purchase) {
        Purchase now = purchase;
        while (!now.isValid()) {
            PurchaseId by = now.withdrawal().map(Withdrawal::by).orElse(null);
            if (by == null) {
                throw new RuleViolation(
                        "purchase-withdrawn", ref(now.id()), "It counts no longer, and nothing took its place.");
            }
            now = load(by);
        }
        return now;
    }

    /** Every return of a purchase that counts. */
    List<PurchaseReturn> returnsOf(PurchaseId id) {
        List<PurchaseReturn> found = new ArrayList<>();
        Reading.each(
                unit,
                PurchaseReturnRepository.class,
                all(where(ReturnFields.PURCHASE, is(id)), where(ReturnFields.VALID, is(true))),
                found::add);
        return found;
    }

    Purchase target(NewReturn told) {
        PurchaseId id = told.purchase();
        ExternalRef ref = told.ref();
        if (id == null && ref != null) {
            return current(
                    purchase(ref).orElseThrow(() -> new NotFound(new EntityRef("purchase", "of-that-reference"))));
        }
        return current(load(Needed.of("purchaseReturn.purchase", id)));
    }

    PurchaseReturn takeBack(ExternalRef ref, NewReturn told) {
        Purchase purchase = target(told);
        OpenLines open = new OpenLines(purchase);
        List<ReturnLine> lines = new ArrayList<>();
        for (NewReturn.Part part : told.parts()) {
            PurchaseLine line = open.line(part.line());
            Money refund = part.refund() == null ? share(line, part.quantity()) : part.refund();
            ReturnLine given = new ReturnLine(line.key(), line.product(), part.quantity(), refund);
            open.take(given);
            lines.add(given);
        }
        PurchaseReturn draft = PurchaseReturn.builder(unit.newId(PurchaseReturnId.class, PurchaseReturnId::new))
                .customer(purchase.customer())
                .purchase(purchase.id())
                .returnedAt(told.at())
                .returnedOn(Reading.dayOf(unit, told.at(), told.day()))
                .lines(lines)
                .reason(told.reason())
                .recordedAt(unit.now())
                .externalRefs(List.of(ref))
                .build();
        notBefore(purchase, draft);
        save(open.applied());
        PurchaseReturn stored = save(draft);
        unit.record(
                PurchaseEvents.RETURNED,
                PurchaseReturn.class,
                null,
                stored,
                List.of(ref(purchase.id()), EntityRef.of(purchase.customer())),
                Map.of());
        return stored;
    }

    boolean same(PurchaseReturn known, NewReturn told) {
        boolean purchase = target(told).id().equals(known.purchase())
                && known.returnedAt().equals(truncated(told))
                && known.returnedOn().equals(Reading.dayOf(unit, told.at(), told.day()))
                && known.reason().equals(Optional.ofNullable(clean(told.reason())))
                && known.lines().size() == told.parts().size();
        for (int i = 0; purchase && i < known.lines().size(); i++) {
            ReturnLine line = known.lines().get(i);
            NewReturn.Part part = told.parts().get(i);
            purchase = line.line().equals(part.line())
                    && line.quantity().equals(part.quantity())
                    && (part.refund() == null || line.refund().equals(part.refund()));
        }
        return purchase;
    }

    void notBefore(Purchase purchase, PurchaseReturn given) {
        if (given.returnedAt().isBefore(purchase.purchasedAt())) {
            throw new RuleViolation(
                    "return-before-purchase",
                    ref(purchase.id()),
                    "It was made at " + purchase.purchasedAt() + "; nothing can have come back at " + given.returnedAt()
                            + ".");
        }
    }

    Purchase save(Purchase purchase) {
        return purchases.save(List.of(purchase)).get(0);
    }

    PurchaseReturn save(PurchaseReturn given) {
        return returns.save(List.of(given)).get(0);
    }

    /** Notes a change that fields show, for example that an entry counts no longer. */
    void record(String event, Purchase before, Purchase after, Map<String, String> data) {
        CustomerId party = after.customer();
        unit.record(event, Purchase.class, before, after, List.of(EntityRef.of(party)), data);
    }

    /** The share of what comes back; with the last of it all that is left. */
    private static Money share(PurchaseLine line, Quantity quantity) {
        Money left = line.total().minus(line.refunded());
        if (quantity.amount().compareTo(line.kept()) >= 0) {
            return left;
        }
        BigDecimal part = line.total()
                .amount()
                .multiply(quantity.amount().max(BigDecimal.ZERO))
                .divide(line.quantity().amount(), MathContext.DECIMAL128);
        Money share = Money.rounded(part, left.currency(), RoundingMode.HALF_UP);
        return left.minus(share).signum() < 0 ? left : share;
    }

    private static Instant truncated(NewReturn told) {
        return told.at().truncatedTo(ChronoUnit.MICROS);
    }

    private static @Nullable String clean(@Nullable String reason) {
        return Text.orMissing("purchaseReturn.reason", reason, 500);
    }
}
