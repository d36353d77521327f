package org.sambandh.crm.table;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.LongBinaryOperator;
import org.sambandh.crm.common.Invalid;

/**
 * Some of the subjects of one {@link TableView}. Immutable. One bit a row.
 *
 * @param <S> the subject
 */
public final class Selection<S> {

    private final TableView<S> view;
    private final long[] words;
    private final int size;

    Selection(TableView<S> view, long[] words, int size) {
        this.view = view;
        this.words = words;
        this.size = size;
    }

    /** {@return the state they were selected from} */
    public TableView<S> view() {
        return view;
    }

    /** {@return how many subjects} */
    public int size() {
        return size;
    }

    /**
     * Returns whether the subject in a row is among them.
     *
     * @param row the number of the row
     * @return whether it is
     */
    public boolean contains(int row) {
        return row >= 0 && row < view.rows() && (words[row >>> 6] >>> row & 1) == 1;
    }

    /** {@return the numbers of their rows} */
    public BitSet rows() {
        return BitSet.valueOf(words);
    }

    /**
     * Tells the number of each row, ascending.
     *
     * @param row is told
     */
    public void forEachRow(IntConsumer row) {
        for (int i = 0; i < words.length; i++) {
            for (long rest = words[i]; rest != 0; rest &= rest - 1) {
                row.accept((i << 6) + Long.numberOfTrailingZeros(rest));
            }
        }
    }

    /**
     * Adds an amount to the totals of these subjects: points of a criterion, for example.
     *
     * @param totals one for each row of the state
     * @param amount what is added; totals that overflow are wrong
     * @throws IndexOutOfBoundsException if there are fewer totals than rows
     */
    public void addTo(long[] totals, long amount) {
        int rows = view.rows();
        for (int row = 0; row < rows; row += Long.SIZE) {
            long word = words[row >>> 6];
            int end = Math.min(rows - row, Long.SIZE);
            for (int i = 0; word != 0 && i < end; i++) {
                totals[row + i] += amount & -(word >>> i & 1);
            }
        }
    }

    /** {@return the texts of their ids, in the order of the rows} */
    public List<String> ids() {
        List<String> ids = new ArrayList<>(size);
        forEachRow(row -> ids.add(view.id(row)));
        return ids;
    }

    /**
     * Returns the subjects that are in both.
     *
     * @param other a selection from the same state
     * @return the subjects
     * @throws Invalid if it is from another state
     */
    public Selection<S> and(Selection<S> other) {
        return combined(other, (a, b) -> a & b);
    }

    /**
     * Returns the subjects that are in either.
     *
     * @param other a selection from the same state
     * @return the subjects
     * @throws Invalid if it is from another state
     */
    public Selection<S> or(Selection<S> other) {
        return combined(other, (a, b) -> a | b);
    }

    /**
     * Returns the subjects that are here and not there.
     *
     * @param other a selection from the same state
     * @return the subjects
     * @throws Invalid if it is from another state
     */
    public Selection<S> minus(Selection<S> other) {
        return combined(other, (a, b) -> a & ~b);
    }

    @SuppressWarnings("ReferenceEquality") // row numbers mean something within one state
    private Selection<S> combined(Selection<S> other, LongBinaryOperator operator) {
        if (view != other.view) {
            throw new Invalid("selection", "both must be selected from the same TableView");
        }
        long[] combined = new long[words.length];
        int count = 0;
        for (int i = 0; i < words.length; i++) {
            combined[i] = operator.applyAsLong(words[i], other.words[i]);
            count += Long.bitCount(combined[i]);
        }
        return new Selection<>(view, combined, count);
    }

    /** Writes the rows of one chunk as numbers within it, and returns how many. */
    int rowsOf(int chunk, int[] target) {
        int count = 0;
        int first = chunk * (Chunk.ROWS / Long.SIZE);
        int end = Math.min(words.length, first + Chunk.ROWS / Long.SIZE);
        for (int i = first; i < end; i++) {
            for (long rest = words[i]; rest != 0; rest &= rest - 1) {
                target[count++] = ((i - first) << 6) + Long.numberOfTrailingZeros(rest);
            }
        }
        return count;
    }
}
