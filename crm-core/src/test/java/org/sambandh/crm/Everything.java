package org.sambandh.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.sambandh.crm.common.CrmException;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.field.Subject;
import org.sambandh.crm.store.Cursor;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Unit;

/** All that a tenant has, events included, to show that something left no trace of any kind. */
final class Everything {

    private Everything() {}

    /** The revision of every entity of every kind. */
    static Map<String, Revision> of(CrmSession crm) {
        return crm.inUnit(unit -> {
            Map<String, Revision> all = new TreeMap<>();
            for (Subject<?> subject : unit.catalog().subjects()) {
                if (subject.id().isPresent()) {
                    read(unit, subject, all);
                }
            }
            return all;
        });
    }

    private static <S> void read(Unit unit, Subject<S> subject, Map<String, Revision> all) {
        Query<S> query = Query.<S>all(unit.moment()).limit(1_000);
        Optional<Cursor> next = Optional.empty();
        do {
            Page<S> page =
                    unit.repositories().of(subject.type()).find(next.isPresent() ? query.after(next.get()) : query);
            page.items().forEach(item -> all.put(subject.ref(item).toString(), ((Entity<?>) item).revision()));
            next = page.next();
        } while (next.isPresent());
    }

    /** Runs what must be refused with a typed error, and checks that it wrote nothing at all. */
    static CrmException refused(CrmSession crm, ThrowingCallable call) {
        Map<String, Revision> before = of(crm);
        Throwable refusal = catchThrowable(call);
        assertThat(refusal).isInstanceOf(CrmException.class);
        assertThat(of(crm)).isEqualTo(before);
        return (CrmException) refusal;
    }
}
