package org.sambandh.crm.table;

import java.util.List;
import java.util.OptionalInt;
import org.sambandh.crm.common.Id;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.condition.CompiledCondition;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.field.Catalog;

/**
 * One state of a {@link FactTable}: what several questions that belong together are put to. Immutable and safe for
 * concurrent use; a later refresh makes another one and leaves this one alone.
 *
 * <p>Rows are numbered from 0 to {@link #rows()}. A subject keeps its number in all later states; that of a deleted one is
 * left out of every selection.
 *
 * @param <S> the subject
 */
public final class TableView<S> {

    private final Catalog catalog;
    private final Class<S> subject;
    private final Layout<S> layout;
    private final RowIndex index;
    private final List<Chunk> chunks;
    private final long[] facts;
    private final int rows;
    private final int size;

    TableView(
            Catalog catalog,
            Class<S> subject,
            Layout<S> layout,
            RowIndex index,
            List<Chunk> chunks,
            long[] facts,
            int rows,
            int size) {
        this.catalog = catalog;
        this.subject = subject;
        this.layout = layout;
        this.index = index;
        this.chunks = chunks;
        this.facts = facts;
        this.rows = rows;
        this.size = size;
    }

    /** {@return the subject} */
    public Class<S> subject() {
        return subject;
    }

    /** {@return how many subjects it holds} */
    public int size() {
        return size;
    }

    /** {@return one more than the highest number of a row; more than {@link #size()} where subjects were deleted} */
    public int rows() {
        return rows;
    }

    /**
     * Returns the row of a subject.
     *
     * @param id its id
     * @return the number of its row; nothing if it is not in this state
     */
    public OptionalInt row(Id id) {
        int row = index.find(id.value(), this::idText);
        return row < 0 || row >= rows || chunk(row).isDeleted(row % Chunk.ROWS)
                ? OptionalInt.empty()
                : OptionalInt.of(row);
    }

    /**
     * Returns the id of the subject in a row.
     *
     * @param row the number of the row
     * @return the text of its id
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public String id(int row) {
        return chunk(row).id(row % Chunk.ROWS);
    }

    /** {@return every subject} */
    public Selection<S> all() {
        return select(Filter.ALL);
    }

    /**
     * Returns the subjects that match: the same ones as a {@link CompiledCondition} finds.
     *
     * @param condition a condition on fields and relations that the table holds
     * @param moment the moment of the evaluation
     * @return the subjects
     * @throws org.sambandh.crm.common.Invalid if the condition does not fit the catalogue, or names a field or relation
     *     that the table does not hold
     */
    public Selection<S> select(Condition<S> condition, Moment moment) {
        return select(filter(condition, moment));
    }

    /**
     * Returns how many subjects match.
     *
     * @param condition a condition on fields and relations that the table holds
     * @param moment the moment of the evaluation
     * @return how many
     * @throws org.sambandh.crm.common.Invalid as {@link #select} does
     */
    public int count(Condition<S> condition, Moment moment) {
        return select(condition, moment).size();
    }

    Filter filter(Condition<S> condition, Moment moment) {
        CompiledCondition.of(condition, subject, catalog);
        return new Planner(catalog, moment).filter(condition, layout);
    }

    private Selection<S> select(Filter filter) {
        long[] words = new long[chunks.size() * (Chunk.ROWS / Long.SIZE)];
        Scratch scratch = new Scratch();
        int[] in = new int[Chunk.ROWS];
        int total = 0;
        for (int i = 0; i < chunks.size(); i++) {
            Chunk chunk = chunks.get(i);
            int count = filter.keep(chunk.block(), in, chunk.rows(in), in, scratch);
            int first = i * (Chunk.ROWS / Long.SIZE);
            for (int k = 0; k < count; k++) {
                words[first + (in[k] >>> 6)] |= 1L << in[k];
            }
            total += count;
        }
        return new Selection<>(this, words, total);
    }

    /**
     * Returns what this state takes, counted array by array with the widths of a 64-bit JVM with compressed references:
     * columns, facts, ids, the index of ids, dictionaries.
     *
     * @return bytes
     */
    public long bytes() {
        long bytes = index.bytes() + layout.dictionaryBytes() + (long) Sizes.REFERENCE * chunks.size();
        for (Chunk chunk : chunks) {
            bytes += chunk.bytes();
        }
        return bytes;
    }

    Catalog catalog() {
        return catalog;
    }

    Layout<S> layout() {
        return layout;
    }

    List<Chunk> chunks() {
        return chunks;
    }

    /** {@return how many facts there are of each relation} */
    long[] facts() {
        return facts;
    }

    private Chunk chunk(int row) {
        return chunks.get(row / Chunk.ROWS);
    }

    /** The index may know rows of a later state: those have another id than any that is asked for here. */
    private String idText(int row) {
        return row < rows ? id(row) : "";
    }
}
