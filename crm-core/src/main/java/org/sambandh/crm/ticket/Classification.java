package org.sambandh.crm.ticket;

import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Text;

/**
 * What kind of ticket it is and how much it matters.
 *
 * @param category the tenant's code, at most 100 characters; null if unknown
 * @param subcategory the tenant's code within the category, at most 100 characters; null if unknown
 * @param impact how many it hurts: 1, the most, to 9; null if unknown
 * @param urgency how soon it hurts: 1, the soonest, to 9; null if unknown
 * @param priority 1, the highest, to 9: by the tenant's {@link PriorityTable}, or by hand
 * @param priorityByHand whether somebody set the priority instead of the table
 */
public record Classification(
        @Nullable String category,
        @Nullable String subcategory,
        @Nullable Integer impact,
        @Nullable Integer urgency,
        int priority,
        boolean priorityByHand) {

    /**
     * Checks and copies what it is given.
     *
     * @param category the tenant's code, at most 100 characters; null if unknown
     * @param subcategory the tenant's code within the category, at most 100 characters; null if unknown
     * @param impact how many it hurts: 1, the most, to 9; null if unknown
     * @param urgency how soon it hurts: 1, the soonest, to 9; null if unknown
     * @param priority 1, the highest, to 9: by the tenant's {@link PriorityTable}, or by hand
     * @param priorityByHand whether somebody set the priority instead of the table
     */
    public Classification {
        category = Text.orMissing("ticket.category", category, 100);
        subcategory = Text.orMissing("ticket.subcategory", subcategory, 100);
        if (impact != null) {
            PriorityTable.level("ticket.impact", impact);
        }
        if (urgency != null) {
            PriorityTable.level("ticket.urgency", urgency);
        }
        PriorityTable.level("ticket.priority", priority);
        if (category == null && subcategory != null) {
            throw new Invalid("ticket.subcategory", "only within a category");
        }
    }

    /**
     * Returns this under another category.
     *
     * @param newCategory the code, or null
     * @param newSubcategory the code within it, or null
     * @return a changed copy
     */
    public Classification in(@Nullable String newCategory, @Nullable String newSubcategory) {
        return new Classification(newCategory, newSubcategory, impact, urgency, priority, priorityByHand);
    }

    /**
     * Returns this with the priority that follows from impact and urgency.
     *
     * @param newImpact 1 to 9, or null if unknown
     * @param newUrgency 1 to 9, or null if unknown
     * @param table the tenant's table
     * @return a changed copy, its priority no longer set by hand
     */
    public Classification assessed(@Nullable Integer newImpact, @Nullable Integer newUrgency, PriorityTable table) {
        return new Classification(category, subcategory, newImpact, newUrgency, table.of(newImpact, newUrgency), false);
    }

    /**
     * Returns this with a priority set by hand.
     *
     * @param newPriority 1 to 9
     * @return a changed copy
     */
    public Classification prioritised(int newPriority) {
        return new Classification(category, subcategory, impact, urgency, newPriority, true);
    }
}
