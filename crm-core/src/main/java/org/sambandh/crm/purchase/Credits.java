package org.sambandh.crm.purchase;

import static org.sambandh.crm.condition.Conditions.count;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.atLeast;
import static org.sambandh.crm.condition.Tests.is;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.sambandh.crm.common.CreditId;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Window;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.store.Unit;
import org.sambandh.crm.store.Units;

/** Keeps what the host decided on the credit of parties. Nothing here decides by itself. */
public final class Credits {

    private final Units units;

    /**
     * Makes the service.
     *
     * @param units where its units of work come from
     */
    public Credits(Units units) {
        this.units = units;
    }

    /**
     * Puts the credit of a party on hold from now on. On hold for that reason already, nothing is written; on hold for
     * another one, that hold ends and this one begins.
     *
     * @param customer the party, also under an id that was merged
     * @param reason why, at most 500 characters
     * @return its credit
     * @throws org.sambandh.crm.common.NotFound if there is no such party
     */
    public Credit hold(CustomerId customer, String reason) {
        return units.run(unit ->
                change(unit, customer, PurchaseEvents.HELD, credit -> credit.hold(reason, unit.now(), unit.actor())));
    }

    /**
     * Takes the credit of a party off hold from now on. Not on hold, nothing is written.
     *
     * @param customer the party, also under an id that was merged
     * @return its credit
     * @throws org.sambandh.crm.common.NotFound if there is no such party
     */
    public Credit release(CustomerId customer) {
        return units.run(unit -> change(unit, customer, PurchaseEvents.RELEASED, credit -> credit.release(unit.now())));
    }

    /**
     * Returns what was decided on the credit of a party.
     *
     * @param customer the party, also under an id that was merged
     * @return its credit, never on hold where nothing was decided
     * @throws org.sambandh.crm.common.NotFound if there is no such party
     */
    public Credit of(CustomerId customer) {
        return units.run(unit -> of(unit, Reading.party(unit, customer)));
    }

    /** {@return the condition of being on hold} */
    public static Condition<Customer> isOnHold() {
        return count(CreditFields.CREDIT, where(CreditFields.ON_HOLD, is(true)), Window.ever(), atLeast(1));
    }

    static Optional<Credit> find(Unit unit, CustomerId party) {
        return unit.get(CreditRepository.class).findById(new CreditId(party.value()));
    }

    private static Credit of(Unit unit, CustomerId party) {
        return find(unit, party)
                .orElseGet(() -> Credit.builder(new CreditId(party.value()))
                        .customer(party)
                        .build());
    }

    private static Credit change(Unit unit, CustomerId customer, String event, UnaryOperator<Credit> verb) {
        CustomerId party = Reading.party(unit, customer);
        Credit before = of(unit, party);
        Credit after = verb.apply(before);
        if (after.holds().equals(before.holds())) {
            return before;
        }
        Credit stored = unit.get(CreditRepository.class).save(List.of(after)).get(0);
        unit.record(event, Credit.class, before, stored, List.of(EntityRef.of(party)), Map.of());
        return stored;
    }
}
