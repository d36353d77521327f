package org.sambandh.crm.inmemory;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.Id;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.store.StoreFacts;

/** Related facts, by the index on their key. */
final class InMemoryFacts extends StoreFacts {

    private final Transaction transaction;

    InMemoryFacts(Transaction transaction) {
        super(transaction);
        this.transaction = transaction;
    }

    @Override
    @SuppressWarnings("unchecked") // the table of a class holds entities of that class
    protected <R> Map<String, Collection<R>> byKeys(Field<R, ?> field, Set<String> keys) {
        HashIndex<?> index = index(transaction.tableOf(field.subject()), field);
        Map<String, Collection<R>> found = new HashMap<>();
        keys.forEach(key -> found.put(key, (Collection<R>) index.get(key)));
        return found;
    }

    @SuppressWarnings("unchecked") // the field is one of the entities in the table
    private static <T extends Entity<I>, I extends Id> HashIndex<T> index(Table<T, I> table, Field<?, ?> key) {
        return table.index((Field<T, ?>) key);
    }
}
