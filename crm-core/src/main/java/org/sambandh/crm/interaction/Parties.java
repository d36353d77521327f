package org.sambandh.crm.interaction;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.CustomerRepository;
import org.sambandh.crm.store.Unit;

/** The parties and things an entry names: followed through merges, checked, replaced. */
final class Parties {

    private Parties() {}

    static CustomerId existing(Unit unit, CustomerId id) {
        CustomerId resolved = unit.repositories().redirects().resolve(id);
        if (unit.get(CustomerRepository.class).findById(resolved).isEmpty()) {
            throw new NotFound(EntityRef.of(id));
        }
        return resolved;
    }

    static Interaction resolved(Unit unit, Interaction entry) {
        return mapped(entry, unit.repositories().redirects()::resolve);
    }

    static Interaction replace(Interaction entry, CustomerId from, CustomerId to) {
        return mapped(entry, id -> id.equals(from) ? to : id);
    }

    /** Everything named must exist: a reference of another tenant is answered like one to nothing. */
    static void checkExist(Unit unit, Interaction entry) {
        Set<CustomerId> named = InteractionFields.namedParties(entry);
        List<CustomerId> found = unit.get(CustomerRepository.class).findAllById(named).stream()
                .map(Customer::id)
                .toList();
        for (CustomerId id : named) {
            if (!found.contains(id)) {
                throw new NotFound(EntityRef.of(id));
            }
        }
        entry.regarding().stream()
                .filter(ref -> !InteractionFields.isParty(ref))
                .forEach(unit::existing);
    }

    static List<EntityRef> concerned(Interaction entry) {
        Set<EntityRef> concerned = new LinkedHashSet<>();
        InteractionFields.namedParties(entry).forEach(id -> concerned.add(EntityRef.of(id)));
        concerned.addAll(entry.regarding());
        return List.copyOf(concerned);
    }

    private static Interaction mapped(Interaction entry, UnaryOperator<CustomerId> change) {
        List<EntityRef> regarding = new ArrayList<>();
        for (EntityRef ref : entry.regarding()) {
            regarding.add(InteractionFields.isParty(ref) ? EntityRef.of(change.apply(new CustomerId(ref.id()))) : ref);
        }
        Set<Participant> participants = new LinkedHashSet<>();
        for (Participant p : entry.participants()) {
            participants.add(p.party() == null ? p : p.withParty(change.apply(p.party())));
        }
        return entry.toBuilder()
                .regarding(regarding)
                .participants(List.copyOf(participants))
                .onBehalfOf(entry.onBehalfOf().map(change).orElse(null))
                .build();
    }
}
