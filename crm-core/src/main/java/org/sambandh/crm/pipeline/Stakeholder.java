package org.sambandh.crm.pipeline;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Text;

/**
 * A party with a part in a deal.
 *
 * @param party who
 * @param role the tenant's code of the part, for example {@code decision-maker}
 * @param primary whether it is the one to call first; at most one at a time
 * @param from the first day; null if it always was
 * @param until the last day; null while it lasts
 */
public record Stakeholder(
        CustomerId party,
        String role,
        boolean primary,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {

    /** The code of who speaks for the buyer: the part a conversion gives the person who asked. */
    public static final String CONTACT = "contact";

    /**
     * Checks the role and the order of the days.
     *
     * @param party who
     * @param role the tenant's code of the part, for example {@code decision-maker}
     * @param primary whether it is the one to call first; at most one at a time
     * @param from the first day; null if it always was
     * @param until the last day; null while it lasts
     */
    public Stakeholder {
        role = Text.required("stakeholder.role", role, 60);
        if (from != null && until != null && until.isBefore(from)) {
            throw new Invalid("stakeholder.until", "not before the first day");
        }
    }

    /**
     * Returns a part without dates.
     *
     * @param party who
     * @param role the code of the part
     * @return the stakeholder, not primary
     */
    public static Stakeholder of(CustomerId party, String role) {
        return new Stakeholder(party, role, false, null, null);
    }

    /** {@return this stakeholder as the one to call first} */
    public Stakeholder asPrimary() {
        return new Stakeholder(party, role, true, from, until);
    }

    /**
     * Returns whether the part lasts on a day.
     *
     * @param day the day
     * @return true on the first and the last day too
     */
    public boolean holdsOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }

    boolean overlaps(Stakeholder other) {
        return (from == null || other.until == null || !from.isAfter(other.until))
                && (other.from == null || until == null || !other.from.isAfter(until));
    }

    Stakeholder of(CustomerId other) {
        return new Stakeholder(other, role, primary, from, until);
    }
}
