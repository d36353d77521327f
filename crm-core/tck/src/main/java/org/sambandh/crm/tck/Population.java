package org.sambandh.crm.tck;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.TenantId;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.store.CrmStore;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Repositories;
import org.sambandh.crm.store.Repository;

/** A tenant in which every kind has some entities that name each other. */
final class Population {

    private static final int SIZE = 30;

    /** Parties that are gone, merged into others; deals, enquiries and people still name them. */
    private static final Map<Integer, Integer> MERGED = Map.of(21, 3, 22, 1);

    private Population() {}

    /** Makes the sample of one kind. */
    interface Maker {
        <T> T make(Class<T> type, int number);
    }

    static void save(CrmStore store, TenantId tenant, Maker maker) {
        store.inTransaction(tenant, repositories -> {
            for (Class<?> type : Samples.types()) {
                save(repositories, type, maker);
            }
            MERGED.forEach((from, to) -> repositories.redirects().redirect(party(from), party(to)));
            return true;
        });
    }

    private static CustomerId party(int number) {
        return new CustomerId(Samples.id("customer", number));
    }

    @SuppressWarnings("unchecked") // the repository of a class keeps entities of that class
    private static <T> void save(Repositories repositories, Class<T> type, Maker maker) {
        Set<Integer> gone = type == (Class<?>) Customer.class ? MERGED.keySet() : Set.of();
        List<T> entities = new ArrayList<>();
        for (int i = 0; i < SIZE; i++) {
            if (!gone.contains(i)) {
                entities.add(maker.make(type, i));
            }
        }
        ((Repository<T, ?>) repositories.of(type)).save(entities);
    }

    /** All rows of all kinds, by class, in the order of their ids. */
    static Map<Class<?>, List<?>> load(Repositories repositories) {
        Map<Class<?>, List<?>> rows = new LinkedHashMap<>();
        for (Class<?> type : Samples.types()) {
            rows.put(type, load(repositories.of(type)));
        }
        return rows;
    }

    private static <T> List<T> load(Repository<T, ?> repository) {
        return repository.find(Query.<T>all(Samples.MOMENT).limit(10_000)).items();
    }
}
