package org.sambandh.crm.ticket;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;

/**
 * Which priority follows from impact and urgency. 1 is the most of each, 9 the least there can be.
 *
 * @param cells the pairs that have a priority of their own, each once
 * @param otherwise the priority of every other pair, and where impact or urgency is not known; 1 to 9
 */
public record PriorityTable(List<Cell> cells, int otherwise) {

    /** (1,1) is 1; (1,2) and (2,1) are 2; (2,2) and (3,1) are 3; the others 4. */
    public static final PriorityTable STANDARD = new PriorityTable(
            List.of(new Cell(1, 1, 1), new Cell(1, 2, 2), new Cell(2, 1, 2), new Cell(2, 2, 3), new Cell(3, 1, 3)), 4);

    /**
     * The priority of one pair.
     *
     * @param impact 1 to 9
     * @param urgency 1 to 9
     * @param priority 1 to 9
     */
    public record Cell(int impact, int urgency, int priority) {

        /**
         * Checks and copies what it is given.
         *
         * @param impact 1 to 9
         * @param urgency 1 to 9
         * @param priority 1 to 9
         */
        public Cell {
            level("priorityTable.impact", impact);
            level("priorityTable.urgency", urgency);
            level("priorityTable.priority", priority);
        }
    }

    /**
     * Checks and copies what it is given.
     *
     * @param cells the pairs that have a priority of their own, each once
     * @param otherwise the priority of every other pair, and where impact or urgency is not known; 1 to 9
     */
    public PriorityTable {
        cells = List.copyOf(cells);
        level("priorityTable.otherwise", otherwise);
        Set<List<Integer>> pairs = new HashSet<>();
        for (Cell cell : cells) {
            if (!pairs.add(List.of(cell.impact, cell.urgency))) {
                throw new Invalid(
                        "priorityTable.cells", "each pair once, found twice " + cell.impact + "," + cell.urgency);
            }
        }
    }

    /**
     * Returns the priority of a pair.
     *
     * @param impact 1 to 9, or null if unknown
     * @param urgency 1 to 9, or null if unknown
     * @return 1 to 9
     */
    public int of(@Nullable Integer impact, @Nullable Integer urgency) {
        for (Cell cell : cells) {
            if (impact != null && urgency != null && cell.impact == impact && cell.urgency == urgency) {
                return cell.priority;
            }
        }
        return otherwise;
    }

    static int level(String path, int value) {
        if (value < 1 || value > 9) {
            throw new Invalid(path, "1 to 9, found " + value);
        }
        return value;
    }
}
