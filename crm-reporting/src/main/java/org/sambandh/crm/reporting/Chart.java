package org.sambandh.crm.reporting;

import java.util.List;
import org.sambandh.crm.common.Invalid;

/**
 * How a result is best drawn: a hint, which a renderer may leave aside.
 *
 * @param kind the drawing
 * @param across the name of the column that gives the places: bars, points, steps; empty for a table
 * @param series the names of the measures drawn over them; empty for a table
 */
public record Chart(Kind kind, String across, List<String> series) {

    /** The rows as they are, without a drawing. */
    public static final Chart TABLE = new Chart(Kind.TABLE, "", List.of());

    /** The drawings. */
    public enum Kind {
        /** A bar for each row; a second dimension stacks them. */
        BAR,
        /** A line over time. */
        LINE,
        /** Steps, each narrower than the one before. */
        FUNNEL,
        /** A small line without axes, beside its last figure. */
        SPARKLINE,
        /** No drawing. */
        TABLE
    }

    /**
     * Checks that a drawing has something to draw.
     *
     * @param kind the drawing
     * @param across the name of the column that gives the places: bars, points, steps; empty for a table
     * @param series the names of the measures drawn over them; empty for a table
     * @throws Invalid if a drawing names no column
     */
    public Chart {
        series = List.copyOf(series);
        if (kind != Kind.TABLE && (across.isEmpty() || series.isEmpty())) {
            throw new Invalid("chart", "a column across and at least one measure, or TABLE");
        }
    }
}
