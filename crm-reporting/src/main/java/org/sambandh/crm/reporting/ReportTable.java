package org.sambandh.crm.reporting;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Moment;

/**
 * The result of a report: typed columns and rows, totals that add up, and what a reader must know beside them. Immutable;
 * a renderer needs nothing else.
 *
 * @param name the name of the report, the same in every language: {@code pipeline-by-stage}
 * @param title what it is called
 * @param chart how it is best drawn; names columns of this table
 * @param columns the dimensions, then the measures
 * @param rows in the order of the report; a row {@code OTHER} stands last
 * @param totals the row of totals: counts and sums add up to it exactly, averages and shares are calculated from their
 *     parts; no element where the report has no dimension or asked for none, else exactly one
 * @param notes what is not in the figures, and by which rule they were made
 * @param filter words about what was looked at: {@code all deals where the outcome is won}
 * @param moment when it was calculated, with the zone of its days
 */
public record ReportTable(
        String name,
        Label title,
        Chart chart,
        List<Column> columns,
        List<Row> rows,
        List<Row> totals,
        List<Note> notes,
        Label filter,
        Moment moment) {

    /**
     * Checks that the rows fit the columns.
     *
     * @param name the name of the report, the same in every language: {@code pipeline-by-stage}
     * @param title what it is called
     * @param chart how it is best drawn; names columns of this table
     * @param columns the dimensions, then the measures
     * @param rows in the order of the report; a row {@code OTHER} stands last
     * @param totals the row of totals: counts and sums add up to it exactly, averages and shares are calculated from
     *     their parts; no element where the report has no dimension or asked for none, else exactly one
     * @param notes what is not in the figures, and by which rule they were made
     * @param filter words about what was looked at: {@code all deals where the outcome is won}
     * @param moment when it was calculated, with the zone of its days
     * @throws Invalid if a row has another number of cells, two columns one name, or the chart names no column
     */
    public ReportTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        totals = List.copyOf(totals);
        notes = List.copyOf(notes);
        Set<String> names = new HashSet<>();
        for (Column column : columns) {
            if (!names.add(column.name())) {
                throw new Invalid("table.columns", "two columns named " + column.name());
            }
        }
        boolean drawable = chart.kind() == Chart.Kind.TABLE || names.contains(chart.across());
        if (!drawable || !names.containsAll(chart.series())) {
            throw new Invalid("table.chart", "columns of the table, which are " + names);
        }
        if (totals.size() > 1) {
            throw new Invalid("table.totals", "one row at most, found " + totals.size());
        }
        checkWidth(columns.size(), rows);
        checkWidth(columns.size(), totals);
    }

    /**
     * Returns the place of a column.
     *
     * @param column its name
     * @return from 0 on
     * @throws Invalid if there is none
     */
    public int indexOf(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return i;
            }
        }
        throw new Invalid("column", "the table '" + name + "' has no column '" + column + "'");
    }

    private static void checkWidth(int width, List<Row> rows) {
        for (Row row : rows) {
            if (row.cells().size() != width) {
                throw new Invalid(
                        "table.rows",
                        width + " cells in each row, found " + row.cells().size());
            }
        }
    }
}
