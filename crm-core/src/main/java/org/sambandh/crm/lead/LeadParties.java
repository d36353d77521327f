package org.sambandh.crm.lead;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.CustomerRepository;
import org.sambandh.crm.store.Cursor;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Repository;
import org.sambandh.crm.store.Unit;

/** Which parties the records of this package name, and how to reach them all. */
final class LeadParties {

    private static final int CHUNK = 1_000;

    private LeadParties() {}

    static List<CustomerId> of(Conversion conversion) {
        Set<CustomerId> parties = new LinkedHashSet<>();
        conversion.person().ifPresent(parties::add);
        conversion.organization().ifPresent(parties::add);
        conversion.personBefore().ifPresent(parties::add);
        conversion.organizationBefore().ifPresent(parties::add);
        return List.copyOf(parties);
    }

    static List<EntityRef> concerned(Lead lead) {
        Set<EntityRef> refs = new LinkedHashSet<>();
        lead.parties().forEach(id -> refs.add(EntityRef.of(id)));
        lead.introducedBy().ifPresent(id -> refs.add(EntityRef.of(id)));
        return List.copyOf(refs);
    }

    static Customer existing(Unit unit, CustomerId id) {
        CustomerId now = unit.repositories().redirects().resolve(id);
        return unit.get(CustomerRepository.class).findById(now).orElseThrow(() -> new NotFound(EntityRef.of(id)));
    }

    /** Reads them all before any is changed, so that a change cannot hide one from the next page. */
    static <T> List<T> all(Unit unit, Class<? extends Repository<T, ?>> type, Condition<T> condition) {
        Query<T> first = Query.of(condition, unit.moment()).limit(CHUNK);
        Page<T> page = unit.get(type).find(first);
        List<T> all = new ArrayList<>(page.items());
        for (Optional<Cursor> next = page.next(); next.isPresent(); next = page.next()) {
            page = unit.get(type).find(first.after(next.get()));
            all.addAll(page.items());
        }
        return all;
    }
}
