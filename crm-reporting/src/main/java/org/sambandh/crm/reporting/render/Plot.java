package org.sambandh.crm.reporting.render;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sambandh.crm.reporting.Cell;
import org.sambandh.crm.reporting.Chart;
import org.sambandh.crm.reporting.Column;
import org.sambandh.crm.reporting.ReportTable;
import org.sambandh.crm.reporting.Row;

/**
 * What one drawing shows: places, and for each series one value at each place, all in one unit.
 *
 * @param across the column that gives the places
 * @param measure a column of the unit of every value
 * @param places the places, in the order of the table
 * @param rest for each place whether it stands for all that the list left out
 * @param series what is drawn over them, at least one
 * @param parts whether the series are parts of a whole, to be stacked
 * @param placesLeft how many places of the table are not drawn
 * @param seriesLeft how many series of the table are not drawn
 */
record Plot(
        Column across,
        Column measure,
        List<Cell> places,
        List<Boolean> rest,
        List<Series> series,
        boolean parts,
        int placesLeft,
        int seriesLeft) {

    private static final int MOST_SERIES = 6;
    private static final int MOST_BARS = 20;
    private static final int MOST_TIMES = 400;

    /**
     * One line or one colour of bars.
     *
     * @param name what it is called
     * @param measure the column of its values
     * @param cells one for each place
     */
    record Series(String name, Column measure, List<Cell> cells) {

        /** Returns the value at a place; NaN where there is none, or none that can be drawn. */
        double value(int place) {
            return Plot.value(cells.get(place));
        }
    }

    /** Returns one plot for each unit among the measures of the chart, in their order. */
    static List<Plot> of(ReportTable table, CellText text) {
        Chart chart = table.chart();
        int across = table.indexOf(chart.across());
        List<Integer> others = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            if (i != across && !table.columns().get(i).isMeasure()) {
                others.add(i);
            }
        }
        Map<Cell, Integer> places = new LinkedHashMap<>();
        List<Boolean> rest = new ArrayList<>();
        for (Row row : table.rows()) {
            if (places.putIfAbsent(row.cells().get(across), places.size()) == null) {
                rest.add(row.kind() == Row.Kind.OTHER);
            }
        }
        Map<Object, List<Series>> byUnit = new LinkedHashMap<>();
        for (String name : chart.series()) {
            int measure = table.indexOf(name);
            Column column = table.columns().get(measure);
            Object key = others.isEmpty() ? List.of(column.unit(), String.valueOf(column.currency())) : name;
            byUnit.computeIfAbsent(key, k -> new ArrayList<>())
                    .addAll(
                            others.isEmpty()
                                    ? List.of(whole(table, across, measure, places, text))
                                    : parts(table, across, others, measure, places, text));
        }
        List<Plot> plots = new ArrayList<>();
        for (List<Series> series : byUnit.values()) {
            boolean parts = !others.isEmpty()
                    && chart.kind() == Chart.Kind.BAR
                    && addsUp(table, table.columns().indexOf(series.get(0).measure()));
            plots.add(cut(table.columns().get(across), List.copyOf(places.keySet()), rest, series, parts, text));
        }
        return List.copyOf(plots);
    }

    private static Plot cut(
            Column across, List<Cell> places, List<Boolean> rest, List<Series> all, boolean parts, CellText text) {
        boolean overTime = isTime(across);
        int from = overTime ? Math.max(0, places.size() - MOST_TIMES) : 0;
        int to = overTime ? places.size() : Math.min(places.size(), MOST_BARS);
        List<Series> series = parts ? folded(all, text) : all;
        List<Series> drawn = series.subList(0, Math.min(series.size(), MOST_SERIES)).stream()
                .map(s -> new Series(s.name, s.measure, s.cells.subList(from, to)))
                .toList();
        return new Plot(
                across,
                all.get(0).measure,
                places.subList(from, to),
                rest.subList(from, to),
                drawn,
                parts,
                places.size() - (to - from),
                series.size() - drawn.size());
    }

    /** Adds up the parts that there is no colour for, so that what is stacked is still the whole. */
    private static List<Series> folded(List<Series> parts, CellText text) {
        if (parts.size() <= MOST_SERIES) {
            return parts;
        }
        List<Series> folded = new ArrayList<>(parts.subList(0, MOST_SERIES - 1));
        List<Cell> sums = new ArrayList<>();
        for (int place = 0; place < parts.get(0).cells.size(); place++) {
            BigDecimal sum = BigDecimal.ZERO;
            for (Series part : parts.subList(MOST_SERIES - 1, parts.size())) {
                Cell cell = part.cells.get(place);
                sum = Double.isNaN(value(cell)) ? sum : sum.add(decimal(cell));
            }
            sums.add(new Cell.Numeric(sum));
        }
        folded.add(new Series(text.words().get("chart.others"), parts.get(0).measure, sums));
        return folded;
    }

    /** Whether the values of a measure are parts of a whole: none is below zero, and they add up to the total. */
    private static boolean addsUp(ReportTable table, int measure) {
        Column.Unit unit = table.columns().get(measure).unit();
        BigDecimal sum = BigDecimal.ZERO;
        for (Row row : table.rows()) {
            Cell cell = row.cells().get(measure);
            double value = value(cell);
            boolean drawable = cell instanceof Cell.NoData || value >= 0;
            if (!drawable) {
                return false;
            }
            sum = Double.isNaN(value) ? sum : sum.add(decimal(cell));
        }
        if (table.totals().isEmpty()) {
            return unit == Column.Unit.COUNT;
        }
        Cell total = table.totals().get(0).cells().get(measure);
        return unit != Column.Unit.PERCENT
                && !Double.isNaN(value(total))
                && decimal(total).compareTo(sum) == 0;
    }

    private static Series whole(ReportTable table, int across, int measure, Map<Cell, Integer> places, CellText text) {
        List<Cell> cells = empty(places.size());
        for (Row row : table.rows()) {
            cells.set(place(places, row, across), row.cells().get(measure));
        }
        Column column = table.columns().get(measure);
        return new Series(text.text(column.label()), column, cells);
    }

    private static List<Series> parts(
            ReportTable table,
            int across,
            List<Integer> others,
            int measure,
            Map<Cell, Integer> places,
            CellText text) {
        Map<List<Cell>, List<Cell>> byPart = new LinkedHashMap<>();
        for (Row row : table.rows()) {
            // What a list left out has no value in the other dimensions; it is a part of its own.
            List<Cell> part = row.kind() == Row.Kind.OTHER
                    ? List.of(row.cells().get(across))
                    : others.stream().map(row.cells()::get).toList();
            byPart.computeIfAbsent(part, p -> empty(places.size()))
                    .set(place(places, row, across), row.cells().get(measure));
        }
        List<Series> series = new ArrayList<>();
        byPart.forEach((part, cells) -> series.add(new Series(
                String.join(" / ", part.stream().map(text::text).toList()),
                table.columns().get(measure),
                cells)));
        return series;
    }

    private static int place(Map<Cell, Integer> places, Row row, int across) {
        Integer place = places.get(row.cells().get(across));
        if (place == null) {
            throw new IllegalStateException("every row has a place");
        }
        return place;
    }

    private static List<Cell> empty(int size) {
        List<Cell> cells = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            cells.add(Cell.NoData.NOTHING_MEASURED);
        }
        return cells;
    }

    static boolean isTime(Column column) {
        return column.unit() == Column.Unit.PERIOD || column.unit() == Column.Unit.DATE;
    }

    /** Returns whether anything can be drawn. */
    boolean isEmpty() {
        return series.stream().allMatch(s -> s.cells.stream().allMatch(c -> Double.isNaN(value(c))));
    }

    /** Returns the sum of the parts at a place, as a number. */
    double sum(int place) {
        double sum = 0;
        for (Series one : series) {
            sum += Double.isNaN(one.value(place)) ? 0 : one.value(place);
        }
        return sum;
    }

    /** Returns the exact sum of what is drawn at a place. */
    BigDecimal exactSum(int place) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Series one : series) {
            sum = Double.isNaN(one.value(place)) ? sum : sum.add(decimal(one.cells.get(place)));
        }
        return sum;
    }

    /** Returns the least and the greatest of what is drawn: of the sums where it is stacked. */
    double[] extent() {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int place = 0; place < places.size(); place++) {
            for (Series one : series) {
                double value = parts ? sum(place) : one.value(place);
                if (!Double.isNaN(value)) {
                    least = Math.min(least, value);
                    greatest = Math.max(greatest, value);
                }
            }
        }
        return least > greatest ? new double[] {0, 0} : new double[] {least, greatest};
    }

    Geometry.Scale scale(int steps) {
        double[] extent = extent();
        return Geometry.Scale.over(extent[0], extent[1], steps, measure.unit() == Column.Unit.COUNT);
    }

    /** Returns the value of a cell; NaN where there is none, or none of a size that can be drawn. */
    static double value(Cell cell) {
        if (cell instanceof Cell.Numeric || cell instanceof Cell.Amount || cell instanceof Cell.Ratio) {
            double value = decimal(cell).doubleValue();
            return Math.abs(value) < 1e100 ? value : Double.NaN;
        }
        return Double.NaN;
    }

    private static BigDecimal decimal(Cell cell) {
        if (cell instanceof Cell.Numeric number) {
            return number.value();
        }
        if (cell instanceof Cell.Amount amount) {
            return amount.money().amount();
        }
        return ((Cell.Ratio) cell).value();
    }
}
