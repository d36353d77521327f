package org.sambandh.crm.inmemory;

import java.util.function.Function;
import org.sambandh.crm.store.Repositories;
import org.sambandh.crm.store.Repository;

/** Another repository in the place of ours, made anew for each transaction. */
record Replacement<R extends Repository<?, ?>>(Class<R> type, Function<Repositories, R> make) {}
