package org.sambandh.crm.ticket;

import org.sambandh.crm.common.Text;
import org.sambandh.crm.team.Ownership;

/** What the host is to do at a step. The library only tells of it. */
public sealed interface EscalationAction {

    /**
     * Tell somebody.
     *
     * @param whom the host's word for it: {@code owner}, {@code manager}; at most 100 characters
     */
    record Notify(String whom) implements EscalationAction {

        /**
         * Checks and copies what it is given.
         *
         * @param whom the host's word for it: {@code owner}, {@code manager}; at most 100 characters
         */
        public Notify {
            whom = Text.required("escalation.whom", whom, 100);
        }
    }

    /**
     * Treat it as a matter of a higher level.
     *
     * @param level 1 to 9
     */
    record RaiseLevel(int level) implements EscalationAction {

        /**
         * Checks and copies what it is given.
         *
         * @param level 1 to 9
         */
        public RaiseLevel {
            PriorityTable.level("escalation.level", level);
        }
    }

    /**
     * Give it to somebody else.
     *
     * @param owner who is to have it
     */
    record Reassign(Ownership owner) implements EscalationAction {}
}
