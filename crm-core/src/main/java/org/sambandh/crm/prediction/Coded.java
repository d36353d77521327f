package org.sambandh.crm.prediction;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Which cells of a factor every row is in: one, or several behind one another. */
final class Coded {

    private final int @Nullable [] starts;
    private final int[] cells;
    private final int size;

    private Coded(int @Nullable [] starts, int[] cells, int size) {
        this.starts = starts;
        this.cells = cells;
        this.size = size;
    }

    /** Which cells there are at all. */
    int size() {
        return size;
    }

    int start(int row) {
        return starts == null ? row : starts[row];
    }

    int end(int row) {
        return starts == null ? row + 1 : starts[row + 1];
    }

    int cell(int position) {
        return cells[position];
    }

    static Coded of(Column<?> column, Encoding encoding, int rows) {
        Cells coder = new Cells(column, encoding);
        if (!encoding.many()) {
            int[] cells = new int[rows];
            for (int row = 0; row < rows; row++) {
                cells[row] = column.start(row) == column.end(row)
                        ? encoding.missing()
                        : coder.cell(column.value(column.start(row)));
            }
            return new Coded(null, cells, encoding.cells());
        }
        int[] starts = new int[rows + 1];
        int[] cells = new int[column.end(rows - 1) + rows];
        int count = 0;
        for (int row = 0; row < rows; row++) {
            int from = count;
            for (int i = column.start(row); i < column.end(row); i++) {
                int cell = coder.cell(column.value(i));
                if (!contains(cells, from, count, cell)) {
                    cells[count++] = cell;
                }
            }
            if (from == count) {
                cells[count++] = encoding.missing();
            }
            starts[row + 1] = count;
        }
        return new Coded(starts, Arrays.copyOf(cells, count), encoding.cells());
    }

    /** A cell counts once for a row, however many of its values are in it. */
    private static boolean contains(int[] cells, int from, int to, int cell) {
        for (int i = from; i < to; i++) {
            if (cells[i] == cell) {
                return true;
            }
        }
        return false;
    }

    /** Two factors of one cell each, together. */
    static Coded pair(Coded first, Coded second) {
        int[] cells = new int[first.cells.length];
        for (int row = 0; row < cells.length; row++) {
            cells[row] = first.cells[row] * second.size + second.cells[row];
        }
        return new Coded(null, cells, first.size * second.size);
    }

    /** Finds the cell of a value of a column. */
    private static final class Cells {

        private final CellFinder finder;
        private final int[] byText;

        Cells(Column<?> column, Encoding encoding) {
            finder = new CellFinder(encoding);
            byText = new int[column.isNumber() ? 0 : column.texts()];
            for (int code = 0; code < byText.length; code++) {
                byText[code] = finder.level(column.text(code));
            }
        }

        int cell(double value) {
            return byText.length > 0 ? byText[(int) value] : finder.range(value);
        }
    }
}
