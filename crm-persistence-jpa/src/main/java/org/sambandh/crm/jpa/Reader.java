package org.sambandh.crm.jpa;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.Id;

/** Reads entities by revision and body: never as managed rows, which would cost twice as much. */
final class Reader<T extends Entity<I>, I extends Id> {

    /** The most values of one list in a query. */
    static final int AT_ONCE = 1_000;

    private final JpaTransaction transaction;
    private final EntityPlan<T, I> plan;

    Reader(JpaTransaction transaction, EntityPlan<T, I> plan) {
        this.transaction = transaction;
        this.plan = plan;
    }

    /** Begins a query for the rows of the tenant under the alias {@code r}; further clauses begin with "and". */
    Jpql select() {
        return new Jpql()
                .add("select r.revision, r.body from ")
                .add(plan.entityName())
                .add(" r where r.tenant = ")
                .bind(transaction.tenant().value());
    }

    /** Runs a query that selects revision and body. */
    List<T> list(Jpql query, int most) {
        List<Object[]> rows = query.list(transaction.em(), Object[].class, most);
        List<T> found = new ArrayList<>(rows.size());
        for (Object[] row : rows) {
            long revision = (Long) row[0];
            transaction.read(revision);
            found.add(plan.read(revision, (String) row[1]));
        }
        return found;
    }

    /** The entities with these ids, by id. */
    Map<String, T> byId(Collection<String> ids) {
        Map<String, T> found = new HashMap<>();
        for (List<String> some : chunks(ids)) {
            Jpql query = select();
            if (some.size() == 1) {
                query.add(" and r.id = ").bind(some.get(0));
            } else {
                query.add(" and r.id in ").bind(some);
            }
            list(query, Integer.MAX_VALUE)
                    .forEach(entity -> found.put(entity.id().value(), entity));
        }
        return found;
    }

    static <E> List<List<E>> chunks(Collection<E> all) {
        List<E> list = List.copyOf(all);
        List<List<E>> chunks = new ArrayList<>();
        for (int from = 0; from < list.size(); from += AT_ONCE) {
            chunks.add(list.subList(from, Math.min(from + AT_ONCE, list.size())));
        }
        return chunks;
    }
}
