package org.sambandh.crm.tck;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.Id;
import org.sambandh.crm.common.TenantId;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.json.CrmJson;
import org.sambandh.crm.store.Repositories;

/** Compares what a repository finds with what the engines and a table of crm-core say of the same rows, one by one. */
final class StoreParity<T extends Entity<I>, I extends Id> {

    /** So many conditions share a table. */
    private static final int BATCH = 50;

    private final Bench<T, I> bench;

    StoreParity(Bench<T, I> bench) {
        this.bench = bench;
    }

    /** The same conditions in every run, and others for every kind and tenant's catalogue. */
    Tally compare(TenantId tenant, int count, long seed) {
        return bench.store().inTransaction(tenant, repositories -> compare(repositories, tenant, count, seed));
    }

    private Tally compare(Repositories repositories, TenantId tenant, int count, long seed) {
        Map<Class<?>, List<?>> rows = Population.load(repositories);
        Catalog catalog = bench.schema().catalog(tenant);
        Class<T> type = bench.type().type();
        RandomConditions random =
                RandomConditions.over(catalog, rows, seed + bench.type().name().hashCode());
        Scene<T> scene =
                new Scene<>(catalog, type, rowsOf(rows), new PlainFacts(rows, repositories.redirects()::resolve));
        List<Way<T>> ways = new ArrayList<>(Parity.ownWays(scene));
        ways.add(new RepositoryWay<>(bench, bench.repository(repositories), scene.rows()));
        CrmJson json = CrmJson.with(catalog);
        Parity<T> parity = new Parity<>(scene, ways, json::write);
        for (int left = count; left > 0; left -= BATCH) {
            parity.compare(Asked.next(random, type, Math.min(left, BATCH)));
        }
        return parity.tally();
    }

    @SuppressWarnings("unchecked") // the rows of a class are of that class
    private List<T> rowsOf(Map<Class<?>, List<?>> rows) {
        return (List<T>) rows.getOrDefault(bench.type().type(), List.of());
    }
}
