package org.sambandh.crm.reporting;

import java.util.List;

/**
 * One row of a result.
 *
 * @param kind whether it stands for one value of each dimension, or for the rest of them
 * @param cells one for each column, in their order
 */
public record Row(Kind kind, List<Cell> cells) {

    /** What a row stands for. */
    public enum Kind {
        /** One value of each dimension. */
        PLAIN,
        /** All that a list of the first few left out; always the last row. */
        OTHER,
        /** The row of totals. */
        TOTAL
    }

    /**
     * Copies the cells.
     *
     * @param kind whether it stands for one value of each dimension, or for the rest of them
     * @param cells one for each column, in their order
     */
    public Row {
        cells = List.copyOf(cells);
    }
}
