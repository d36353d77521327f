package org.sambandh.crm.customer;

import java.util.ArrayList;
import java.util.List;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Tests;

/**
 * Which parties take part in a search or count beside the established ones in use.
 *
 * @param provisional whether provisional ones do
 * @param archived whether archived ones do
 */
public record Scope(boolean provisional, boolean archived) {

    /** Established parties in use: what search, counts and reports see unless asked otherwise. */
    public static final Scope STANDARD = new Scope(false, false);

    /** Provisional ones too. */
    public static final Scope WITH_PROVISIONAL = new Scope(true, false);

    /** Archived ones too. */
    public static final Scope WITH_ARCHIVED = new Scope(false, true);

    /** Every party there is. */
    public static final Scope ALL = new Scope(true, true);

    /**
     * Returns a condition that holds only within this scope.
     *
     * @param condition what else must hold
     * @return the narrower condition
     */
    public Condition<Customer> and(Condition<Customer> condition) {
        List<Condition<Customer>> all = new ArrayList<>();
        if (!provisional) {
            all.add(Conditions.where(CustomerFields.STANDING, Tests.is(Standing.ESTABLISHED)));
        }
        if (!archived) {
            all.add(Conditions.where(CustomerFields.ARCHIVED, Tests.is(false)));
        }
        all.add(condition);
        return all.size() == 1 ? condition : Conditions.all(all);
    }

    /**
     * Returns whether a party is within this scope.
     *
     * @param customer the party
     * @return true unless it is left out
     */
    public boolean includes(Customer customer) {
        return (provisional || customer.standing() == Standing.ESTABLISHED) && (archived || !customer.archived());
    }
}
