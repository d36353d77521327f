package org.sambandh.crm.table;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.sambandh.crm.common.Id;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.condition.CompiledCondition;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Engine;
import org.sambandh.crm.condition.Window;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.field.Relation;
import org.sambandh.crm.store.GroupQuery;
import org.sambandh.crm.store.GroupedReads;

/**
 * One state of a {@link FactTable}: what several questions that belong together are put to. Immutable and safe for
 * concurrent use; a later refresh makes another one and leaves this one alone.
 *
 * <p>Rows are numbered from 0 to {@link #rows()}. A subject keeps its number in all later states; that of a deleted one is
 * left out of every selection.
 *
 * @param <S> the subject
 */
public final class TableView<S> implements GroupedReads {

    private final Catalog catalog;
    private final Class<S> subject;
    private final Layout<S> layout;
    private final RowIndex index;
    private final Chunks chunks;
    private final long[] facts;
    private final int rows;
    private final int size;

    TableView(
            Catalog catalog,
            Class<S> subject,
            Layout<S> layout,
            RowIndex index,
            Chunks chunks,
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
     * @throws Invalid if the condition does not fit the catalogue, or names a field or relation
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
     * @throws Invalid as {@link #select} does
     */
    public int count(Condition<S> condition, Moment moment) {
        return select(condition, moment).size();
    }

    /**
     * Adds up for each row the amounts of the conditions that it matches: all tests of one field cost one look-up a row,
     * counts over the facts of one relation that ask for one value of one field share walks over them.
     *
     * @param amounts the conditions, each with what it gives
     * @param moment the moment of the evaluation
     * @return a total for each row; 0 for those of deleted subjects
     * @throws Invalid if a condition does not fit the catalogue, or names a field or relation that the table does not hold
     * @throws ArithmeticException if the amounts together, each without its sign, pass what a {@code long} holds
     */
    public long[] totals(List<ConditionAmount<S>> amounts, Moment moment) {
        Totals<S> totals = new Totals<>(this, moment);
        amounts.forEach(one -> totals.include(one.condition(), one.amount()));
        return totals.run();
    }

    /**
     * Puts subjects into groups and measures them.
     *
     * @param selection the subjects, selected from this state
     * @param keys what they are grouped by; none makes one group of all
     * @param measures what is measured
     * @param moment the moment whose zone calendar units are counted in
     * @return a group for each combination of keys that occurs, in no particular order; none for nobody
     * @throws Invalid if the selection is from another state, a field is not held, or money is measured whose currency is no
     *     key
     */
    @SuppressWarnings("ReferenceEquality") // row numbers mean something within one state
    public List<TableGroup> group(
            Selection<S> selection, List<TableKey<S>> keys, List<TableMeasure<S>> measures, Moment moment) {
        if (selection.view() != this) {
            throw new Invalid("selection", "must be selected from this TableView");
        }
        return new Grouping<>(selection, keys, measures, moment).run().groups();
    }

    /**
     * Answers a report's query, where it is about this subject and the table holds every field and relation it names.
     * Instants more than 292,000 years away count as the furthest that has a {@code long} form.
     */
    @Override
    @SuppressWarnings("unchecked") // the query is about the subject whose class is that of this view
    public <T> Optional<List<GroupQuery.Row>> group(GroupQuery<T> query) {
        return query.subject() == (Class<?>) subject
                ? new TableReads<>(this, (GroupQuery<S>) query).run()
                : Optional.empty();
    }

    /**
     * Counts the facts of each subject that lie in a window and match.
     *
     * @param relation a relation that the table holds
     * @param where what must hold of a fact
     * @param window when it must have happened
     * @param moment the moment of the evaluation
     * @param <R> one fact
     * @return how many, for each row; 0 for those of deleted subjects
     * @throws Invalid if the table does not hold what is named
     */
    public <R> int[] countFacts(Relation<S, R> relation, Condition<R> where, Window window, Moment moment) {
        int[] counts = new int[rows];
        facts(relation, where, window, moment).forEach((row, found, i, block) -> counts[row] = found.count(i));
        return counts;
    }

    /**
     * Tells the time of each fact that lies in a window and matches, subject by subject in the order of the rows, the oldest
     * of a subject first.
     *
     * @param relation a relation that the table holds, with a time
     * @param where what must hold of a fact
     * @param window when it must have happened
     * @param moment the moment of the evaluation
     * @param told is told
     * @param <R> one fact
     * @throws Invalid if the table does not hold what is named, or facts have no time
     */
    public <R> void forEachFact(
            Relation<S, R> relation, Condition<R> where, Window window, Moment moment, FactTimes told) {
        int place = layout.place(relation);
        int time = layout.facts(relation).time();
        if (time < 0) {
            throw new Invalid(relation.name(), "these facts have no time");
        }
        facts(relation, where, window, moment).forEach((row, found, i, block) -> {
            LongBlock times = ((Cells.Longs) block.facts(place).block().column(time)).forms();
            for (int fact = found.first(i); fact < found.end(i); fact++) {
                told.fact(row, times.get(found.fact(fact)));
            }
        });
    }

    /** Is told of facts. */
    @FunctionalInterface
    public interface FactTimes {

        /**
         * Takes one fact.
         *
         * @param row the row of its subject
         * @param micros when it happened, in microseconds since 1970; {@code FieldType.MISSING} where nobody knows, and
         *     that of the furthest instant that has one where it lies more than 292,000 years away
         */
        void fact(int row, long micros);
    }

    /** What is done with the facts of one subject. */
    private interface FoundFacts {

        void found(int row, FactFinder.Found found, int subject, Block block);
    }

    /** Facts of every subject, still to be found. */
    private final class EveryFact {

        private final FactFinder finder;

        EveryFact(FactFinder finder) {
            this.finder = finder;
        }

        void forEach(FoundFacts told) {
            Scratch scratch = new Scratch();
            int[] in = new int[Chunk.ROWS];
            for (int c = 0; c < chunks.size(); c++) {
                Block block = chunks.get(c).block();
                int count = chunks.get(c).rows(in);
                FactFinder.Found found = finder.find(block, in, count, scratch);
                for (int i = 0; i < count; i++) {
                    told.found(c * Chunk.ROWS + in[i], found, i, block);
                }
                found.giveTo(scratch);
            }
        }
    }

    private <R> EveryFact facts(Relation<S, R> relation, Condition<R> where, Window window, Moment moment) {
        Relation<S, ?> known = catalog.relation(subject, relation.name());
        if (!known.equals(relation)) {
            throw new Invalid(relation.name(), "leads elsewhere in the catalogue");
        }
        CompiledCondition.of(where, relation.fact(), catalog, Engine.PLAIN);
        return new EveryFact(new Planner(catalog, moment).finder(relation, where, window, layout));
    }

    Filter filter(Condition<S> condition, Moment moment) {
        CompiledCondition.of(condition, subject, catalog, Engine.PLAIN);
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
        for (int i = 0; i < chunks.size(); i++) {
            bytes += chunks.get(i).bytes();
        }
        return bytes;
    }

    Catalog catalog() {
        return catalog;
    }

    Layout<S> layout() {
        return layout;
    }

    Chunks chunks() {
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
