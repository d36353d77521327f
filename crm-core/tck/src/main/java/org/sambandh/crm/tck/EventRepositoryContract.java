package org.sambandh.crm.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.EventId;
import org.sambandh.crm.event.Event;
import org.sambandh.crm.store.Cursors;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Query;

/** The contract of {@link org.sambandh.crm.store.EventRepository}. */
public abstract class EventRepositoryContract extends RepositoryContract<Event, EventId> {

    /** Begins the contract. */
    protected EventRepositoryContract() {
        super(Event.class);
    }

    @Override
    protected Event changed(Event entity) {
        return new Event(
                entity.id(),
                entity.revision(),
                "changed",
                entity.subject(),
                entity.concerning(),
                entity.at(),
                entity.actor(),
                entity.changes(),
                entity.data());
    }

    @Override
    protected Event claiming(Event entity, int... keys) {
        return entity;
    }

    /** The order of recording; that of the ids would do for no store whose units run side by side. */
    @Test
    void eventsAreReadInTheOrderInWhichTheyWereRecorded() {
        List<Event> given = bench().samples(0, 9);
        bench().save(given.subList(0, 4));
        bench().save(given.subList(4, 9));
        assertThat(bench().ids(bench().everyItem(
                                Query.<Event>all(Samples.MOMENT).limit(2))))
                .isEqualTo(bench().ids(given));
        Query<Event> behind = Query.<Event>all(Samples.MOMENT)
                .after(Cursors.behind(given.get(3).id()));
        assertThat(bench().ids(bench().find(behind).items())).isEqualTo(bench().ids(given.subList(4, 9)));
    }

    /**
     * Events come in the order of recording, which a store that runs units side by side keeps otherwise than by id: one
     * that is added later comes later.
     */
    @Test
    @Override
    public void rowsAddedAndRemovedBetweenPagesDisturbNoOther() {
        Bench<Event, EventId> bench = bench();
        List<Event> saved = bench.saveSamples(10);
        Query<Event> query = Query.<Event>all(Samples.MOMENT).limit(5);
        Page<Event> first = bench.find(query);
        bench.delete(saved.get(4));
        bench.delete(saved.get(7));
        bench.save(bench.sample(Samples.id("event", 8) + "-b", 62));
        List<Event> rest = bench.everyItem(query.after(first.next().orElseThrow()));
        assertThat(bench.ids(rest))
                .containsExactlyInAnyOrder(
                        Samples.id("event", 5),
                        Samples.id("event", 6),
                        Samples.id("event", 8),
                        Samples.id("event", 8) + "-b",
                        Samples.id("event", 9));
    }
}
