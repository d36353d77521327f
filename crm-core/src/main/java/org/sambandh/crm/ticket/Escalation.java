package org.sambandh.crm.ticket;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Text;

/**
 * A step that was taken: each once in the life of a ticket.
 *
 * @param step the code of the step
 * @param goal whose clock it watched
 * @param dueAt when it was to be taken
 * @param takenAt when it was told
 * @param level the level it raised the ticket to, 0 if it raised none
 */
public record Escalation(String step, ServiceGoal goal, Instant dueAt, Instant takenAt, int level) {

    /**
     * Checks and copies what it is given.
     *
     * @param step the code of the step
     * @param goal whose clock it watched
     * @param dueAt when it was to be taken
     * @param takenAt when it was told
     * @param level the level it raised the ticket to, 0 if it raised none
     */
    public Escalation {
        step = Text.required("escalation.step", step, 60);
        dueAt = dueAt.truncatedTo(ChronoUnit.MICROS);
        takenAt = takenAt.truncatedTo(ChronoUnit.MICROS);
        if (level < 0 || level > 9) {
            throw new Invalid("escalation.level", "0 to 9, found " + level);
        }
    }
}
