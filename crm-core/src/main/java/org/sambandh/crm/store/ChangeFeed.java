package org.sambandh.crm.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.EventId;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.event.Event;

/**
 * Reads the outbox of one tenant in the order of recording, for a reader that keeps the id of the last event it took. A
 * reader that goes on from there meets each event exactly once, however many write: a store hands out events in an order
 * in which none can appear before one that was already read. The store in memory runs the units of a tenant one after
 * the other and orders by id, so all who write to it must share one generator of event ids; a store that runs units side
 * by side numbers events in the order of the commits. Safe for concurrent use.
 */
public final class ChangeFeed {

    private static final int MAX_LIMIT = 10_000;

    private final Units units;

    /**
     * Makes a feed.
     *
     * @param units reads within units of the tenant whose feed it is
     */
    public ChangeFeed(Units units) {
        this.units = units;
    }

    /**
     * Returns the events recorded after one.
     *
     * @param last the id of the last event taken, or null to begin with the first. The event need not exist any more,
     *     as long as every event before it is gone too
     * @param limit the most events to return, 1 to 10,000
     * @return the events, oldest first; empty exactly when nothing was recorded since
     * @throws Invalid if the limit is out of range
     */
    public List<Event> since(@Nullable EventId last, int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new Invalid("limit", "1 to " + MAX_LIMIT + ", found " + limit);
        }
        return units.run(unit -> read(unit, last, limit));
    }

    private static List<Event> read(Unit unit, @Nullable EventId last, int limit) {
        EventRepository events = unit.get(EventRepository.class);
        List<Event> found = new ArrayList<>();
        Optional<Cursor> next = Optional.ofNullable(last).map(Cursors::behind);
        do {
            Query<Event> query = Query.<Event>all(unit.moment()).limit(limit - found.size());
            Page<Event> page = events.find(next.map(query::after).orElse(query));
            found.addAll(page.items());
            next = page.next();
        } while (next.isPresent() && found.size() < limit);
        return List.copyOf(found);
    }
}
