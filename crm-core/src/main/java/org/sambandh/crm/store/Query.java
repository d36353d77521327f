package org.sambandh.crm.store;

import java.util.List;
import java.util.Optional;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Conditions;

/**
 * Which entities, in which order, how many, and from where on.
 *
 * @param condition what must hold
 * @param orders most significant first; ties break by id, ascending
 * @param moment the moment of the evaluation; with a cursor, the cursor's moment counts
 * @param limit the most items of a page, 1 to 10,000
 * @param maxScan the most rows a store reads for one page, not below the limit
 * @param after where the page before ended
 * @param <T> the entity
 */
public record Query<T>(
        Condition<T> condition, List<Order<T>> orders, Moment moment, int limit, int maxScan, Optional<Cursor> after) {

    /** The most rows read for one page unless the query says otherwise. */
    public static final int DEFAULT_MAX_SCAN = 10_000;

    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 10_000;

    /**
     * Checks and copies what it is given.
     *
     * @param condition what must hold
     * @param orders most significant first; ties break by id, ascending
     * @param moment the moment of the evaluation; with a cursor, the cursor's moment counts
     * @param limit the most items of a page, 1 to 10,000
     * @param maxScan the most rows a store reads for one page, not below the limit
     * @param after where the page before ended
     */
    public Query {
        orders = List.copyOf(orders);
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new Invalid("query.limit", "1 to " + MAX_LIMIT + ", found " + limit);
        }
        if (maxScan < limit) {
            throw new Invalid("query.maxScan", "not below the limit of " + limit + ", found " + maxScan);
        }
    }

    /**
     * Returns a query for the first 100 that match, by id.
     *
     * @param condition what must hold
     * @param moment the moment of the evaluation
     * @param <T> the entity
     * @return the query
     */
    public static <T> Query<T> of(Condition<T> condition, Moment moment) {
        return new Query<>(condition, List.of(), moment, DEFAULT_LIMIT, DEFAULT_MAX_SCAN, Optional.empty());
    }

    /**
     * Returns a query for the first 100 of all, by id.
     *
     * @param moment the moment of the evaluation
     * @param <T> the entity
     * @return the query
     */
    public static <T> Query<T> all(Moment moment) {
        return of(Conditions.always(), moment);
    }

    /**
     * Returns this query in another order.
     *
     * @param newOrders most significant first
     * @return the query
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Query<T> orderBy(Order<T>... newOrders) {
        return new Query<>(condition, List.of(newOrders), moment, limit, maxScan, after);
    }

    /**
     * Returns this query with another page size.
     *
     * @param newLimit the most items of a page
     * @return the query
     */
    public Query<T> limit(int newLimit) {
        return new Query<>(condition, orders, moment, newLimit, Math.max(maxScan, newLimit), after);
    }

    /**
     * Returns this query with another bound on the rows read.
     *
     * @param newMaxScan the most rows read for one page
     * @return the query
     */
    public Query<T> maxScan(int newMaxScan) {
        return new Query<>(condition, orders, moment, limit, newMaxScan, after);
    }

    /**
     * Returns this query from behind a page on.
     *
     * @param cursor {@link Page#next()} of that page, or {@link Cursors#behind} an id for a query without orders
     * @return the query
     */
    public Query<T> after(Cursor cursor) {
        return new Query<>(condition, orders, moment, limit, maxScan, Optional.of(cursor));
    }
}
