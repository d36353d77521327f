package org.sambandh.crm.interaction;

import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.is;

import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.store.Cursor;
import org.sambandh.crm.store.Order;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Unit;

/** The one shape of query by which valid entries are listed: an equal key, newest first. */
final class Timelines {

    private static final int MAX_LIMIT = 1_000;

    private Timelines() {}

    static Page<Interaction> of(Unit unit, CustomerId party, int limit, @Nullable Cursor after) {
        return page(unit, where(InteractionFields.PARTIES, is(party)), limit, after);
    }

    static Page<Interaction> of(Unit unit, EntityRef what, int limit, @Nullable Cursor after) {
        return page(unit, where(InteractionFields.REGARDING, is(what.toString())), limit, after);
    }

    private static Page<Interaction> page(Unit unit, Condition<Interaction> key, int limit, @Nullable Cursor after) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new Invalid("timeline.limit", "1 to " + MAX_LIMIT + ", found " + limit);
        }
        Query<Interaction> query = Query.of(key, unit.moment())
                .orderBy(Order.descending(InteractionFields.OCCURRED_AT))
                .limit(limit);
        return unit.get(InteractionRepository.class).find(after == null ? query : query.after(after));
    }
}
