package org.sambandh.crm.prediction;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** Chooses how the values of columns are told apart, by the rows of the training part only. */
final class Encoder {

    /** Cells of all fields together, so that one step of the solver stays within a second. */
    private static final int MOST_CELLS = 1_500;

    private static final int FEWEST_PER_FIELD = 8;
    private static final int MOST_PER_FIELD = 64;

    /** Numbers with few values are told apart value by value, also in pairs. */
    private static final int FEW_VALUES = 32;

    private static final int RANGES_IN_PAIRS = 8;
    private static final int RAREST = 20;

    private final int[] rows;
    private final int perField;
    private final int rarest;

    Encoder(int[] trainingRows, int fields) {
        this.rows = trainingRows;
        this.perField = Math.max(FEWEST_PER_FIELD, Math.min(MOST_PER_FIELD, MOST_CELLS / Math.max(1, fields)));
        this.rarest = Math.max(5, Math.min(RAREST, trainingRows.length / 200));
    }

    Encoding main(Column<?> column, boolean ranges) {
        if (!column.isNumber()) {
            return levels(column);
        }
        return encoding(column, ranges ? edges(column, perField, perField) : List.of());
    }

    /** Coarser where there are many ranges. */
    Encoding inPairs(Column<?> column, Encoding main) {
        return column.isNumber() ? encoding(column, edges(column, FEW_VALUES, RANGES_IN_PAIRS)) : main;
    }

    private static Encoding encoding(Column<?> column, List<BigDecimal> edges) {
        return new Encoding(column.field().name(), column.kind(), column.field().isMany(), edges, List.of());
    }

    private List<BigDecimal> edges(Column<?> column, int fewValues, int ranges) {
        double[] sorted = sorted(column);
        TreeSet<BigDecimal> edges = new TreeSet<>();
        double[] distinct =
                Arrays.stream(sorted).distinct().limit(fewValues + 1L).toArray();
        if (distinct.length <= fewValues) {
            Arrays.stream(distinct).skip(1).forEach(value -> edges.add(Decimals.of(value)));
        } else {
            for (int k = 1; k < ranges; k++) {
                double edge = sorted[(int) Math.ceil((double) k / ranges * (sorted.length - 1))];
                if (edge > sorted[0]) {
                    edges.add(Decimals.of(edge));
                }
            }
        }
        return List.copyOf(edges);
    }

    double[] sorted(Column<?> column) {
        double[] values = new double[rows.length];
        int count = 0;
        for (int row : rows) {
            for (int i = column.start(row); i < column.end(row); i++) {
                if (count == values.length) {
                    values = Arrays.copyOf(values, count * 2);
                }
                values[count++] = column.value(i);
            }
        }
        values = Arrays.copyOf(values, count);
        Arrays.sort(values);
        return values;
    }

    private Encoding levels(Column<?> column) {
        int[] counts = new int[column.texts()];
        for (int row : rows) {
            for (int i = column.start(row); i < column.end(row); i++) {
                counts[(int) column.value(i)]++;
            }
        }
        List<Integer> kept = new ArrayList<>();
        for (int code = 0; code < counts.length; code++) {
            String text = column.text(code);
            if (counts[code] >= rarest && text.codePointCount(0, text.length()) <= Encoding.LONGEST_LEVEL) {
                kept.add(code);
            }
        }
        kept.sort(Comparator.<Integer>comparingInt(code -> -counts[code]).thenComparing(column::text));
        List<String> levels =
                kept.stream().limit(perField).map(column::text).sorted().toList();
        return new Encoding(column.field().name(), column.kind(), column.field().isMany(), List.of(), levels);
    }

    /** Whether the rows of the training part differ in it at all. */
    boolean tellsRowsApart(Coded coded) {
        int first = -1;
        for (int row : rows) {
            if (coded.end(row) - coded.start(row) != 1) {
                return true;
            }
            int cell = coded.cell(coded.start(row));
            if (first >= 0 && cell != first) {
                return true;
            }
            first = cell;
        }
        return false;
    }
}
