package org.sambandh.crm.interaction;

import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.is;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.store.Cursor;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Unit;

/** Reaches every entry that names a party, valid or not. */
final class Named {

    private static final int CHUNK = 1_000;

    private Named() {}

    /** Reads them all before any is changed, so that a change cannot hide one from the next page. */
    static List<Interaction> all(Unit unit, CustomerId party) {
        InteractionRepository entries = unit.get(InteractionRepository.class);
        Query<Interaction> first = Query.of(where(InteractionFields.NAMED_PARTIES, is(party)), unit.moment())
                .limit(CHUNK);
        List<Interaction> all = new ArrayList<>();
        Page<Interaction> page = entries.find(first);
        all.addAll(page.items());
        Optional<Cursor> next = page.next();
        while (next.isPresent()) {
            page = entries.find(first.after(next.get()));
            all.addAll(page.items());
            next = page.next();
        }
        return all;
    }
}
