package org.sambandh.crm.store;

import java.util.function.Function;

/**
 * Another repository in the place of one of a store, made anew for each transaction.
 *
 * @param type the feature's repository type
 * @param make makes it, from the repositories of the transaction
 * @param <R> the type
 */
public record Replacement<R extends Repository<?, ?>>(Class<R> type, Function<Repositories, R> make) {}
