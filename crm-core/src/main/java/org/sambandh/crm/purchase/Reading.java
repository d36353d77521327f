package org.sambandh.crm.purchase;

import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.is;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.store.Cursor;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Repository;
import org.sambandh.crm.store.Unit;

/** What the services of this package read alike. */
final class Reading {

    private static final int PAGE = 1_000;

    private Reading() {}

    static <T> Optional<T> byRef(
            Unit unit, Class<? extends Repository<T, ?>> type, Field<T, String> refs, ExternalRef ref) {
        return unit.get(type).find(Query.of(where(refs, is(ref.key())), unit.moment())).items().stream()
                .findFirst();
    }

    /** Hands on everything that matches an indexed look-up, page after page. */
    static <T> void each(
            Unit unit, Class<? extends Repository<T, ?>> type, Condition<T> condition, Consumer<T> reader) {
        Query<T> query = Query.of(condition, unit.moment()).limit(PAGE);
        Optional<Cursor> next;
        do {
            Page<T> page = unit.get(type).find(query);
            page.items().forEach(reader);
            next = page.next();
            query = next.isPresent() ? query.after(next.get()) : query;
        } while (next.isPresent());
    }

    /** The party that is found now under an id. */
    static CustomerId party(Unit unit, CustomerId id) {
        return new CustomerId(unit.existing(EntityRef.of(id)).id());
    }

    static LocalDate dayOf(Unit unit, Instant at, @Nullable LocalDate given) {
        if (given != null) {
            return given;
        }
        Needed.instant("purchase.at", at);
        LocalDate roughly =
                at.atZone(unit.repositories().settings().latest().zone()).toLocalDate();
        return at.atZone(zoneOn(unit, roughly)).toLocalDate();
    }

    static ZoneId zoneOn(Unit unit, LocalDate day) {
        return unit.repositories().settings().on(day).zone();
    }

    static int limit(int limit) {
        if (limit < 1 || limit > PAGE) {
            throw new Invalid("purchase.limit", "1 to " + PAGE + ", found " + limit);
        }
        return limit;
    }
}
