package org.sambandh.crm.callcentre;

import java.util.List;
import org.sambandh.crm.common.CallListId;
import org.sambandh.crm.common.UserId;

/**
 * What attempts add up to, for each agent and list.
 *
 * @param total all of them
 * @param rows one for each agent and list with attempts, by agent and then by list
 */
public record CallFigures(CallMetrics total, List<Row> rows) {

    /**
     * Checks and copies what it is given.
     *
     * @param total all of them
     * @param rows one for each agent and list with attempts, by agent and then by list
     */
    public CallFigures {
        rows = List.copyOf(rows);
    }

    /**
     * The attempts of one agent on one list.
     *
     * @param agent the agent
     * @param list the list
     * @param metrics what they add up to
     */
    public record Row(UserId agent, CallListId list, CallMetrics metrics) {}
}
