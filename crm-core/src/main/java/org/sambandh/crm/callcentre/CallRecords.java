package org.sambandh.crm.callcentre;

import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.is;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CallEntryId;
import org.sambandh.crm.common.CallListId;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.common.UserId;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.CustomerRepository;
import org.sambandh.crm.event.Changes;
import org.sambandh.crm.store.Cursor;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Repository;
import org.sambandh.crm.store.Unit;

/** Reads and writes lists, entries, attempts and agents within one unit. */
final class CallRecords {

    static final int CHUNK = 1_000;

    private static final int MAX_LIMIT = 1_000;

    private final Unit unit;

    CallRecords(Unit unit) {
        this.unit = unit;
    }

    static int limit(int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new Invalid("call.limit", "1 to " + MAX_LIMIT + ", found " + limit);
        }
        return limit;
    }

    static EntityRef ref(CallEntry entry) {
        return new EntityRef("callEntry", entry.id().value());
    }

    CallList list(CallListId id) {
        return unit.get(CallListRepository.class)
                .findById(id)
                .orElseThrow(() -> new NotFound(new EntityRef("callList", id.value())));
    }

    CallEntry entry(CallEntryId id) {
        return unit.get(CallEntryRepository.class)
                .findById(id)
                .orElseThrow(() -> new NotFound(new EntityRef("callEntry", id.value())));
    }

    CallAgent agent(UserId id) {
        return unit.get(CallAgentRepository.class)
                .findById(id)
                .orElseThrow(() -> new NotFound(new EntityRef("callAgent", id.value())));
    }

    @Nullable
    Customer party(CustomerId id) {
        return unit.get(CustomerRepository.class)
                .findById(unit.repositories().redirects().resolve(id))
                .orElse(null);
    }

    Map<CustomerId, Customer> parties(List<CallEntry> entries) {
        Map<CustomerId, Customer> parties = new HashMap<>();
        List<CustomerId> ids = entries.stream().map(CallEntry::party).distinct().toList();
        unit.get(CustomerRepository.class).findAllById(ids).forEach(party -> parties.put(party.id(), party));
        return parties;
    }

    Optional<CallList> known(ExternalRef ref) {
        return first(CallListRepository.class, where(CallListFields.EXTERNAL_REFS, is(ref.key())));
    }

    Optional<CallAttempt> attempt(ExternalRef ref) {
        return first(CallAttemptRepository.class, where(CallAttemptFields.EXTERNAL_REFS, is(ref.key())));
    }

    Optional<CallEntry> entry(CallListId list, CustomerId party) {
        return first(CallEntryRepository.class, where(CallEntryFields.KEY, is(CallEntryFields.key(list, party))));
    }

    CallList make(NewCallList said) {
        CallList list = copy(said, CallList.builder(unit.newId(CallListId.class, CallListId::new)))
                .externalRefs(said.draft().externalRefs())
                .build();
        return store(CallEvents.LISTED, null, list);
    }

    CallList.Builder copy(NewCallList said, CallList.Builder onto) {
        CallList draft = said.draft();
        draft.campaign().ifPresent(campaign -> unit.existing(new EntityRef("campaign", campaign.value())));
        return onto.name(draft.name())
                .rules(draft.rules())
                .dispositions(draft.dispositions())
                .campaign(draft.campaign().orElse(null))
                .brand(draft.brand().orElse(null));
    }

    /** Rules and codes are no fields, so the parts are compared themselves. */
    CallList save(String event, CallList before, CallList after) {
        boolean same = Changes.between(unit.catalog().subject(CallList.class), before, after)
                        .isEmpty()
                && before.rules().equals(after.rules())
                && before.dispositions().equals(after.dispositions());
        return same ? before : store(event, before, after);
    }

    CallList store(String event, @Nullable CallList before, CallList after) {
        CallList stored =
                unit.get(CallListRepository.class).save(List.of(after)).get(0);
        unit.record(event, CallList.class, before, stored, List.of(), Map.of());
        return stored;
    }

    Instant past(String path, Instant at) {
        if (at.isAfter(unit.now())) {
            throw new Invalid(path, "not in the future: at most " + unit.now());
        }
        if (at.isBefore(Instant.EPOCH)) {
            throw new Invalid(path, "not before 1970");
        }
        return at.truncatedTo(ChronoUnit.MICROS);
    }

    <T> List<T> all(Class<? extends Repository<T, ?>> type, Condition<T> condition) {
        List<T> all = new ArrayList<>();
        each(type, condition, all::addAll);
        return all;
    }

    /** Hands over everything that matches, at most {@link #CHUNK} at a time. */
    <T> void each(Class<? extends Repository<T, ?>> type, Condition<T> condition, Consumer<List<T>> chunk) {
        Query<T> query = Query.of(condition, unit.moment()).limit(CHUNK);
        Page<T> page = unit.get(type).find(query);
        chunk.accept(page.items());
        for (Optional<Cursor> next = page.next(); next.isPresent(); next = page.next()) {
            page = unit.get(type).find(query.after(next.get()));
            chunk.accept(page.items());
        }
    }

    private <T> Optional<T> first(Class<? extends Repository<T, ?>> type, Condition<T> condition) {
        return unit.get(type).find(Query.of(condition, unit.moment()).limit(1)).items().stream()
                .findFirst();
    }
}
