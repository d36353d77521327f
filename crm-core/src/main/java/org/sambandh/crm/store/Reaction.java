package org.sambandh.crm.store;

import java.util.List;

/**
 * Keeps something true whenever anything changes: it sees what a unit wrote and answers in the same transaction, before
 * it commits. A unit knows its reactions, and they know their feature; so nobody who writes must think of them. One
 * instance serves all tenants and is safe for concurrent use.
 */
public interface Reaction {

    /**
     * Called before a unit writes for the first time: for what must be true before something changes. A unit that only
     * reads never comes here.
     *
     * @param unit the unit
     */
    default void beforeWriting(Unit unit) {}

    /**
     * Called when the unit ends, with all that it wrote, each entity once. What a reaction writes here is handed to all
     * reactions again, itself included, until nobody writes any more.
     *
     * @param unit the unit; the events it recorded so far are saved, what is recorded here is saved too
     * @param written what was written; entities that were made and removed again are left out
     */
    void settle(Unit unit, List<Written<?>> written);
}
