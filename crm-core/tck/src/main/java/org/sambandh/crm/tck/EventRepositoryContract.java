package org.sambandh.crm.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.EventId;
import org.sambandh.crm.event.Event;
import org.sambandh.crm.store.Cursors;
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

    @Test
    void eventsAreReadByTheirIdsWhateverTheOrderInWhichTheyWereSaved() {
        List<Event> given = new ArrayList<>(bench().samples(0, 9));
        List<String> expected = bench().ids(given);
        Collections.reverse(given);
        bench().save(given.subList(0, 4));
        bench().save(given.subList(4, 9));
        assertThat(bench().ids(bench().everyItem(
                                Query.<Event>all(Samples.MOMENT).limit(2))))
                .isEqualTo(expected);
        Query<Event> behind = Query.<Event>all(Samples.MOMENT)
                .after(Cursors.behind(given.get(5).id()));
        assertThat(bench().ids(bench().find(behind).items())).isEqualTo(expected.subList(4, 9));
    }
}
