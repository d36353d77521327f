package org.sambandh.crm.customer;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Validity;

/**
 * A relationship to be opened. Immutable; every method returns a changed copy.
 *
 * @param from the party on the left: who is employed
 * @param type what it is
 * @param to the party on the right: who employs
 * @param roleTitle what the left party is there, or null
 * @param validity the days on which it holds
 * @param externalRefs how other systems name it
 */
public record NewRelationship(
        CustomerId from,
        RelationshipType type,
        CustomerId to,
        @Nullable String roleTitle,
        Validity validity,
        List<ExternalRef> externalRefs) {

    /**
     * Checks and copies what it is given.
     *
     * @param from the party on the left: who is employed
     * @param type what it is
     * @param to the party on the right: who employs
     * @param roleTitle what the left party is there, or null
     * @param validity the days on which it holds
     * @param externalRefs how other systems name it
     */
    public NewRelationship {
        externalRefs = List.copyOf(externalRefs);
    }

    /**
     * Returns a relationship without title and dates.
     *
     * @param from the party on the left
     * @param type what it is
     * @param to the party on the right
     * @return the relationship
     */
    public static NewRelationship of(CustomerId from, RelationshipType type, CustomerId to) {
        return new NewRelationship(from, type, to, null, Validity.ALWAYS, List.of());
    }

    /**
     * Sets what the left party is there.
     *
     * @param title the title, or null
     * @return a changed copy
     */
    public NewRelationship as(@Nullable String title) {
        return new NewRelationship(from, type, to, title, validity, externalRefs);
    }

    /**
     * Sets the days on which it holds.
     *
     * @param days the days
     * @return a changed copy
     */
    public NewRelationship during(Validity days) {
        return new NewRelationship(from, type, to, roleTitle, days, externalRefs);
    }

    /**
     * Adds a key of another system.
     *
     * @param ref how the other system names it
     * @return a changed copy
     */
    public NewRelationship externalRef(ExternalRef ref) {
        List<ExternalRef> refs = new ArrayList<>(externalRefs);
        if (!refs.contains(ref)) {
            refs.add(ref);
        }
        return new NewRelationship(from, type, to, roleTitle, validity, refs);
    }

    /** {@return the type only: the title is personal} */
    @Override
    public String toString() {
        return "NewRelationship[" + type + "]";
    }
}
