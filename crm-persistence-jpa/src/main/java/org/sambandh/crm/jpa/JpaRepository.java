package org.sambandh.crm.jpa;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.Id;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.condition.CompiledCondition;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.store.Cursor;
import org.sambandh.crm.store.Cursors;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Repository;
import org.sambandh.crm.store.SortKey;
import org.sambandh.crm.store.Sorting;

/** The rows of one table as one transaction sees and changes them. */
final class JpaRepository<T extends Entity<I>, I extends Id> implements Repository<T, I> {

    private static final int FIRST_CHUNK = 64;
    private static final int LARGEST_CHUNK = 4_096;

    private final JpaTransaction transaction;
    private final EntityPlan<T, I> plan;
    private final Reader<T, I> reader;
    private final Scans<T, I> scans;
    private final Writer<T, I> writer;

    JpaRepository(JpaTransaction transaction, EntityPlan<T, I> plan) {
        this.transaction = transaction;
        this.plan = plan;
        this.reader = new Reader<>(transaction, plan);
        this.scans = new Scans<>(transaction, plan, reader);
        this.writer = new Writer<>(transaction, plan);
    }

    @Override
    public Optional<T> findById(I id) {
        return Failures.translated(
                () -> Optional.ofNullable(reader.byId(List.of(id.value())).get(id.value())));
    }

    @Override
    public List<T> findAllById(Collection<I> ids) {
        Set<String> texts = new LinkedHashSet<>();
        ids.forEach(id -> texts.add(id.value()));
        Map<String, T> found = Failures.translated(() -> reader.byId(texts));
        List<T> entities = new ArrayList<>(found.size());
        for (String id : texts) {
            T entity = found.get(id);
            if (entity != null) {
                entities.add(entity);
            }
        }
        return entities;
    }

    @Override
    public Page<T> find(Query<T> query) {
        return Failures.translated(() -> page(query));
    }

    @Override
    public long count(Condition<T> condition, Moment moment) {
        return Failures.translated(() -> counted(condition, moment));
    }

    @Override
    public List<T> save(Collection<T> entities) {
        return writer.save(entities);
    }

    @Override
    public void delete(I id, Revision revision) {
        writer.delete(id.value(), revision);
    }

    private Page<T> page(Query<T> query) {
        Sorting<T> sorting = Sorting.of(query.orders());
        Cursors.Start start = Cursors.start(transaction.tenant(), query);
        Moment moment = start.moment();
        CompiledCondition<T> compiled = compile(query.condition());
        Pushdown.Pushed pushed = new Pushdown<>(transaction, plan, moment).of(query.condition());
        Scan<T> scan = scans.of(query.condition(), pushed, query.orders());
        List<T> items = new ArrayList<>();
        SortKey place = start.behind().orElse(null);
        int read = 0;
        int size = pushed.exact() ? query.limit() : FIRST_CHUNK;
        boolean more = true;
        while (more && read < query.maxScan() && items.size() < query.limit()) {
            int most = Math.min(size, query.maxScan() - read);
            // One row ahead tells whether there are more.
            List<T> rows = scan.behind(place, most + 1);
            more = rows.size() > most;
            List<T> chunk = more ? rows.subList(0, most) : rows;
            BitSet matching = matching(compiled, pushed, chunk, moment);
            read += chunk.size();
            size = Math.min(2 * size, LARGEST_CHUNK);
            int at = matching.nextSetBit(0);
            for (; at >= 0 && items.size() < query.limit(); at = matching.nextSetBit(at + 1)) {
                items.add(chunk.get(at));
            }
            if (at >= 0) {
                SortKey last = sorting.key(items.get(items.size() - 1));
                return new Page<>(items, Optional.of(cursor(query, moment, last)));
            }
            if (!chunk.isEmpty()) {
                place = sorting.key(chunk.get(chunk.size() - 1));
            }
        }
        return new Page<>(items, more ? Optional.of(cursor(query, moment, place)) : Optional.empty());
    }

    private Cursor cursor(Query<T> query, Moment moment, @Nullable SortKey last) {
        if (last == null) {
            throw new IllegalStateException("no row was read");
        }
        return Cursors.next(transaction.tenant(), query, moment, last);
    }

    private long counted(Condition<T> condition, Moment moment) {
        CompiledCondition<T> compiled = compile(condition);
        Pushdown.Pushed pushed = new Pushdown<>(transaction, plan, moment).of(condition);
        if (pushed.exact()) {
            Jpql query = new Jpql()
                    .add("select count(r.id) from " + plan.entityName() + " r where r.tenant = ")
                    .bind(transaction.tenant().value());
            pushed.addTo(query, "r");
            return query.list(transaction.em(), Long.class).get(0);
        }
        Scan<T> scan = scans.byId(pushed);
        long count = 0;
        SortKey place = null;
        List<T> rows;
        do {
            rows = scan.behind(place, LARGEST_CHUNK);
            count += matching(compiled, pushed, rows, moment).cardinality();
            place = rows.isEmpty()
                    ? null
                    : new SortKey(List.of(), rows.get(rows.size() - 1).id().value());
        } while (rows.size() == LARGEST_CHUNK);
        return count;
    }

    /** Checks the names in a condition even where the database alone will decide it. */
    private CompiledCondition<T> compile(Condition<T> condition) {
        return CompiledCondition.of(condition, plan.type().type(), transaction.catalog());
    }

    private BitSet matching(CompiledCondition<T> compiled, Pushdown.Pushed pushed, List<T> chunk, Moment moment) {
        if (pushed.exact()) {
            BitSet all = new BitSet();
            all.set(0, chunk.size());
            return all;
        }
        return compiled.testAll(chunk, transaction.facts(), moment);
    }
}
