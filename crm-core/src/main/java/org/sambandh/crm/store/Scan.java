package org.sambandh.crm.store;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.condition.CompiledCondition;
import org.sambandh.crm.condition.Condition;

/**
 * Answers {@link Repository#find} and {@link Repository#count} from rows that an adapter reads, so that it need not know
 * conditions, orders or cursors: it only has to bring the rows. Related facts and path fields are fetched chunk by chunk
 * through the repositories of the transaction.
 *
 * <p>Rows are tested against the whole condition. An adapter may leave out rows that cannot match, found for example by
 * {@link Lookup}, and never needs to.
 */
public final class Scan {

    private static final int FIRST_CHUNK = 64;
    private static final int LARGEST_CHUNK = 4_096;

    private Scan() {}

    /**
     * Returns a page of some rows that are all in memory: right for some thousand rows, because each page sorts them anew.
     *
     * @param repositories the transaction
     * @param type the class of the entity
     * @param query the query
     * @param rows every row that can match, in any order
     * @param <T> the entity
     * @return the page, as {@link Repository#find} promises it
     * @throws org.sambandh.crm.common.Invalid if the cursor came from another query or the condition names an unknown
     *     field
     */
    public static <T extends Entity<?>> Page<T> page(
            Repositories repositories, Class<T> type, Query<T> query, Collection<T> rows) {
        Sorting<T> sorting = Sorting.of(query.orders());
        return page(
                repositories,
                type,
                query,
                behind -> rows.stream()
                        .filter(row -> behind.isEmpty() || sorting.compare(sorting.key(row), behind.get()) > 0)
                        .sorted(Comparator.comparing(sorting::key, sorting))
                        .iterator());
    }

    /**
     * Returns a page of rows that are read in order, no more of them than the page needs.
     *
     * @param repositories the transaction
     * @param type the class of the entity
     * @param query the query
     * @param behind returns the rows that can match behind a place, or from the start, in the order of {@link Sorting}
     * @param <T> the entity
     * @return the page, as {@link Repository#find} promises it
     * @throws org.sambandh.crm.common.Invalid if the cursor came from another query or the condition names an unknown
     *     field
     */
    public static <T extends Entity<?>> Page<T> page(
            Repositories repositories, Class<T> type, Query<T> query, Function<Optional<SortKey>, Iterator<T>> behind) {
        Sorting<T> sorting = Sorting.of(query.orders());
        Cursors.Start start = Cursors.start(repositories.tenant(), query);
        Function<List<T>, BitSet> matches = matches(repositories, type, query.condition(), start.moment());
        Function<@Nullable T, Cursor> cursor = last -> {
            if (last == null) {
                throw new IllegalStateException("no row was read");
            }
            return Cursors.next(repositories.tenant(), query, start.moment(), sorting.key(last));
        };
        Iterator<T> rows = behind.apply(start.behind());
        List<T> items = new ArrayList<>();
        int read = 0;
        int size = FIRST_CHUNK;
        T last = null;
        while (rows.hasNext() && read < query.maxScan() && items.size() < query.limit()) {
            List<T> chunk = take(rows, Math.min(size, query.maxScan() - read));
            BitSet matching = matches.apply(chunk);
            read += chunk.size();
            size = Math.min(2 * size, LARGEST_CHUNK);
            int at = matching.nextSetBit(0);
            for (; at >= 0 && items.size() < query.limit(); at = matching.nextSetBit(at + 1)) {
                last = chunk.get(at);
                items.add(last);
            }
            if (at >= 0) {
                return new Page<>(items, Optional.of(cursor.apply(last)));
            }
            last = chunk.get(chunk.size() - 1);
        }
        return new Page<>(items, rows.hasNext() ? Optional.of(cursor.apply(last)) : Optional.empty());
    }

    /**
     * Returns how many rows match, without keeping them.
     *
     * @param repositories the transaction
     * @param type the class of the entity
     * @param condition the condition
     * @param moment the moment of the evaluation
     * @param rows every row that can match, each once, in any order
     * @param <T> the entity
     * @return the count
     * @throws org.sambandh.crm.common.Invalid if the condition names an unknown field
     */
    public static <T> long count(
            Repositories repositories, Class<T> type, Condition<T> condition, Moment moment, Iterator<T> rows) {
        Function<List<T>, BitSet> matches = matches(repositories, type, condition, moment);
        long count = 0;
        while (rows.hasNext()) {
            count += matches.apply(take(rows, LARGEST_CHUNK)).cardinality();
        }
        return count;
    }

    private static <T> Function<List<T>, BitSet> matches(
            Repositories repositories, Class<T> type, Condition<T> condition, Moment moment) {
        if (condition instanceof Condition.Always) {
            return chunk -> {
                BitSet all = new BitSet();
                all.set(0, chunk.size());
                return all;
            };
        }
        CompiledCondition<T> compiled = CompiledCondition.of(condition, type, repositories.catalog());
        return chunk -> compiled.testAll(chunk, repositories.facts(), moment);
    }

    private static <T> List<T> take(Iterator<T> rows, int most) {
        List<T> chunk = new ArrayList<>(Math.min(most, LARGEST_CHUNK));
        while (chunk.size() < most && rows.hasNext()) {
            chunk.add(rows.next());
        }
        return chunk;
    }
}
