package org.sambandh.crm.ticket;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;

/**
 * What is promised for a priority.
 *
 * @param priority 1 to 9
 * @param firstResponse working time until somebody answers; null if nothing is promised
 * @param resolution working time until it is solved; null if nothing is promised
 */
public record PriorityTarget(
        int priority,
        @Nullable Duration firstResponse,
        @Nullable Duration resolution) {

    /**
     * Checks and copies what it is given.
     *
     * @param priority 1 to 9
     * @param firstResponse working time until somebody answers; null if nothing is promised
     * @param resolution working time until it is solved; null if nothing is promised
     */
    public PriorityTarget {
        PriorityTable.level("serviceRule.priority", priority);
        refuseOdd("serviceRule.firstResponse", firstResponse);
        refuseOdd("serviceRule.resolution", resolution);
    }

    /**
     * Returns what is promised for a goal.
     *
     * @param goal the goal
     * @return working time, or null if nothing is promised
     */
    public @Nullable Duration of(ServiceGoal goal) {
        return goal == ServiceGoal.FIRST_RESPONSE ? firstResponse : resolution;
    }

    private static void refuseOdd(String path, @Nullable Duration time) {
        if (time != null && (time.isNegative() || time.compareTo(Duration.ofDays(3_650)) > 0)) {
            throw new Invalid(path, "0 to 3650 days, found " + time);
        }
    }
}
