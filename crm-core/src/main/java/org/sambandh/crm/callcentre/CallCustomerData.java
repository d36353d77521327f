package org.sambandh.crm.callcentre;

import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.is;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sambandh.crm.common.CallEntryId;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.event.Changes;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.Subject;
import org.sambandh.crm.store.CustomerData;
import org.sambandh.crm.store.Unit;

/**
 * The calls of a party. After a merge the survivor stands once on each list, with the attempts at both: on a list where both stood, where it
 * itself stood, unless the other said that nobody may call. After an erasure the figures stay, and nobody calls any more.
 */
final class CallCustomerData implements CustomerData {

    @Override
    public void repoint(Unit unit, CustomerId from, CustomerId to) {
        CallEntryRepository entries = unit.get(CallEntryRepository.class);
        Map<CallEntryId, CallEntryId> moved = new LinkedHashMap<>();
        List<CallEntry> changed = new ArrayList<>();
        for (CallEntry entry : entries(unit, from)) {
            Optional<CallEntry> other = new CallRecords(unit).entry(entry.list(), to);
            if (other.isPresent()) {
                moved.put(entry.id(), other.get().id());
                entries.delete(entry.id(), entry.revision());
                changed.add(united(other.get(), entry));
            } else {
                changed.add(entry.toBuilder().party(to).build());
            }
        }
        entries.save(changed);
        List<CallAttempt> attempts = new ArrayList<>();
        for (CallAttempt attempt : attempts(unit, from)) {
            attempts.add(attempt.toBuilder()
                    .party(to)
                    .entry(moved.getOrDefault(attempt.entry(), attempt.entry()))
                    .build());
        }
        unit.get(CallAttemptRepository.class).save(attempts);
    }

    private static CallEntry united(CallEntry kept, CallEntry gone) {
        CallEntry.Builder builder = kept.toBuilder()
                .enlistedAt(kept.enlistedAt().isBefore(gone.enlistedAt()) ? kept.enlistedAt() : gone.enlistedAt())
                .attempts(kept.attempts() + gone.attempts())
                .notBefore(kept.notBefore().isAfter(gone.notBefore()) ? kept.notBefore() : gone.notBefore())
                .converted(kept.converted() || gone.converted());
        if (gone.state() == CallState.DO_NOT_CALL || (kept.isOpen() && gone.state() == CallState.REACHED)) {
            builder.state(gone.state()).callBackAt(null).claimedBy(null).claimedUntil(null);
        } else if (kept.state() == CallState.WAITING && gone.state() == CallState.CALL_BACK) {
            builder.state(gone.state())
                    .callBackAt(gone.callBackAt().orElse(null))
                    .number(gone.number().orElse(null));
        }
        return builder.build();
    }

    @Override
    public List<Item> export(Unit unit, CustomerId id) {
        List<Item> items = new ArrayList<>();
        Subject<CallEntry> entry = unit.catalog().subject(CallEntry.class);
        entries(unit, id).forEach(it -> items.add(new Item(entry.ref(it), values(entry, it))));
        Subject<CallAttempt> attempt = unit.catalog().subject(CallAttempt.class);
        attempts(unit, id).forEach(it -> items.add(new Item(attempt.ref(it), values(attempt, it))));
        return items;
    }

    private static <S> Map<String, String> values(Subject<S> subject, S item) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Field<S, ?> field : subject.fields()) {
            String text = Changes.text(field, item);
            if (text != null) {
                values.put(field.name(), text);
            }
        }
        return values;
    }

    @Override
    public void erase(Unit unit, CustomerId id) {
        for (CallEntry entry : entries(unit, id)) {
            if (entry.number().isPresent() || entry.isOpen()) {
                CallEntry erased = entry.release().toBuilder()
                        .number(null)
                        .externalRefs(List.of())
                        .state(entry.isOpen() ? CallState.DO_NOT_CALL : entry.state())
                        .callBackAt(null)
                        .build();
                unit.get(CallEntryRepository.class).save(List.of(erased));
                unit.record(
                        CallEvents.ENTRY_ERASED,
                        CallRecords.ref(entry),
                        List.of(EntityRef.of(id)),
                        List.of(),
                        Map.of());
            }
        }
        for (CallAttempt attempt : attempts(unit, id)) {
            if (!attempt.externalRefs().isEmpty()) {
                unit.get(CallAttemptRepository.class)
                        .save(List.of(
                                attempt.toBuilder().externalRefs(List.of()).build()));
            }
        }
    }

    private static List<CallEntry> entries(Unit unit, CustomerId party) {
        return new CallRecords(unit).all(CallEntryRepository.class, where(CallEntryFields.PARTY, is(party)));
    }

    private static List<CallAttempt> attempts(Unit unit, CustomerId party) {
        return new CallRecords(unit).all(CallAttemptRepository.class, where(CallAttemptFields.PARTY, is(party)));
    }
}
