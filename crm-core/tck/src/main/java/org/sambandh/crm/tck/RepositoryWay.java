package org.sambandh.crm.tck;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.Id;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Repository;

/** A repository, within one transaction: what it finds and what it counts. */
final class RepositoryWay<T extends Entity<I>, I extends Id> implements Way<T> {

    private final Bench<T, I> bench;
    private final Repository<T, I> repository;
    private final Map<String, Integer> places = new HashMap<>();
    private int turn;

    RepositoryWay(Bench<T, I> bench, Repository<T, I> repository, List<T> rows) {
        this.bench = bench;
        this.repository = repository;
        bench.ids(rows).forEach(id -> places.put(id, places.size()));
    }

    @Override
    public String name() {
        return "REPOSITORY";
    }

    @Override
    public List<Answer> answers(Asked<T> asked) {
        // By turns in one page, in small ones, and with an end to the rows that may be read.
        Query<T> query = Query.of(asked.condition(), asked.moment()).limit(turn % 3 == 0 ? 100 : 4);
        List<String> found = bench.ids(bench.everyItem(repository, turn % 3 == 1 ? query.maxScan(5) : query));
        turn++;
        BitSet rows = new BitSet();
        int last = -1;
        for (String id : found) {
            int place = places.getOrDefault(id, -1);
            if (place <= last) {
                throw new AssertionError("found in another order than that of ids, twice, or not there: " + found);
            }
            rows.set(place);
            last = place;
        }
        long counted = repository.count(asked.condition(), asked.moment());
        if (counted != found.size()) {
            throw new AssertionError("counted " + counted + ", found " + found.size());
        }
        return List.of(new Answer("found and counted", rows));
    }

    /** An exception ends the transaction. */
    @Override
    public boolean goesOn() {
        return false;
    }
}
