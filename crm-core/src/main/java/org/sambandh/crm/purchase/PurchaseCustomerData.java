package org.sambandh.crm.purchase;

import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.is;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CreditId;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.event.Changes;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.Subject;
import org.sambandh.crm.store.CustomerData;
import org.sambandh.crm.store.Unit;

/**
 * Purchases, returns, invoices and credit when a party is merged, exported or erased.
 *
 * <p>Erasure keeps the facts that books must be kept of: days, amounts, products, quantities, settlements, numbers of
 * documents in other systems, under the id of the party, which then leads to nobody. It destroys words and habits: texts
 * of lines, how it was paid and what for, reasons. The number of a document stays so that the same delivery does not bring
 * back what was destroyed.
 */
final class PurchaseCustomerData implements CustomerData {

    private static final String ERASED = "erased";

    @Override
    public void repoint(Unit unit, CustomerId from, CustomerId to) {
        unit.get(PurchaseRepository.class)
                .save(purchases(unit, from).stream()
                        .map(p -> p.toBuilder().customer(to).build())
                        .toList());
        unit.get(PurchaseReturnRepository.class)
                .save(returns(unit, from).stream()
                        .map(r -> r.toBuilder().customer(to).build())
                        .toList());
        unit.get(InvoiceRepository.class)
                .save(Invoices.invoicesOf(unit, from).stream()
                        .map(i -> i.toBuilder().customer(to).build())
                        .toList());
        Optional<Credit> gone = Credits.find(unit, from);
        if (gone.isPresent()) {
            Credit kept = Credits.find(unit, to)
                    .orElseGet(() -> Credit.builder(new CreditId(to.value()))
                            .customer(to)
                            .build());
            unit.get(CreditRepository.class).delete(gone.get().id(), gone.get().revision());
            List<ExternalRef> refs = new ArrayList<>(kept.externalRefs());
            refs.addAll(gone.get().externalRefs());
            unit.get(CreditRepository.class)
                    .save(List.of(kept.toBuilder()
                            .holds(together(kept.holds(), gone.get().holds()))
                            .externalRefs(refs)
                            .build()));
        }
    }

    /** In the order of beginning; of two that last, the later one ends the earlier: the party stays on hold. */
    private static List<CreditHold> together(List<CreditHold> some, List<CreditHold> others) {
        List<CreditHold> all = new ArrayList<>(some);
        all.addAll(others);
        all.sort(Comparator.comparing(CreditHold::at));
        CreditHold lasting = null;
        for (int i = 0; i < all.size(); i++) {
            CreditHold hold = all.get(i);
            if (hold.releasedAt() == null) {
                lasting = hold;
            }
        }
        List<CreditHold> ended = new ArrayList<>();
        for (CreditHold hold : all) {
            if (hold.releasedAt() != null) {
                ended.add(hold);
            } else if (lasting != null && !hold.equals(lasting)) {
                ended.add(hold.releasedAt(lasting.at()));
            }
        }
        if (lasting != null) {
            ended.add(lasting);
        }
        return ended;
    }

    @Override
    public List<Item> export(Unit unit, CustomerId id) {
        List<Item> items = new ArrayList<>();
        export(unit, Purchase.class, purchases(unit, id), items);
        export(unit, PurchaseReturn.class, returns(unit, id), items);
        export(unit, Invoice.class, Invoices.invoicesOf(unit, id), items);
        export(unit, Credit.class, Credits.find(unit, id).stream().toList(), items);
        return items;
    }

    private static <T> void export(Unit unit, Class<T> type, List<T> entities, List<Item> items) {
        Subject<T> subject = unit.catalog().subject(type);
        for (T entity : entities) {
            Map<String, String> values = new LinkedHashMap<>();
            for (Field<T, ?> field : subject.fields()) {
                String text = Changes.text(field, entity);
                if (text != null) {
                    values.put(field.name(), text);
                }
            }
            items.add(new Item(subject.ref(entity), values));
        }
    }

    @Override
    public void erase(Unit unit, CustomerId id) {
        for (Purchase before : purchases(unit, id)) {
            if (!before.erased()) {
                unit.get(PurchaseRepository.class).save(List.of(erased(before)));
                unit.record(
                        PurchaseEvents.ERASED, Ledger.ref(before.id()), List.of(EntityRef.of(id)), List.of(), Map.of());
            }
        }
        List<PurchaseReturn> given = new ArrayList<>();
        for (PurchaseReturn before : returns(unit, id)) {
            given.add(before.toBuilder()
                    .reason(null)
                    .withdrawal(erased(before.withdrawal().orElse(null)))
                    .erased(true)
                    .build());
        }
        unit.get(PurchaseReturnRepository.class).save(given);
        Credits.find(unit, id)
                .ifPresent(credit -> unit.get(CreditRepository.class)
                        .save(List.of(credit.toBuilder()
                                .holds(credit.holds().stream()
                                        .map(h -> new CreditHold(h.at(), ERASED, h.by(), h.releasedAt()))
                                        .toList())
                                .build())));
    }

    private static Purchase erased(Purchase purchase) {
        List<PurchaseLine> lines = new ArrayList<>();
        for (PurchaseLine line : purchase.lines()) {
            lines.add(line.described(line.product() == null ? ERASED : null));
        }
        return purchase.toBuilder()
                .lines(lines)
                .paymentMethod(null)
                .purpose(null)
                .withdrawal(erased(purchase.withdrawal().orElse(null)))
                .erased(true)
                .build();
    }

    private static @Nullable Withdrawal erased(@Nullable Withdrawal withdrawal) {
        return withdrawal == null ? null : new Withdrawal(withdrawal.at(), ERASED, withdrawal.by());
    }

    private static List<Purchase> purchases(Unit unit, CustomerId id) {
        List<Purchase> found = new ArrayList<>();
        Reading.each(unit, PurchaseRepository.class, where(PurchaseFields.CUSTOMER, is(id)), found::add);
        return found;
    }

    private static List<PurchaseReturn> returns(Unit unit, CustomerId id) {
        List<PurchaseReturn> found = new ArrayList<>();
        Reading.each(unit, PurchaseReturnRepository.class, where(ReturnFields.CUSTOMER, is(id)), found::add);
        return found;
    }
}
