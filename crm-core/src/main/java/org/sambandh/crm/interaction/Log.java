package org.sambandh.crm.interaction;

import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.in;
import static org.sambandh.crm.condition.Tests.is;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.InteractionId;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Unit;

/** Appends to the log within one unit of work. */
final class Log {

    private static final Duration AHEAD = Duration.ofDays(1);
    private static final int LONGEST_LINE = 1_000;

    private final Unit unit;
    private final InteractionRepository entries;

    Log(Unit unit) {
        this.unit = unit;
        this.entries = unit.get(InteractionRepository.class);
    }

    Interaction load(InteractionId id) {
        return entries.findById(id).orElseThrow(() -> new NotFound(ref(id)));
    }

    Interaction valid(InteractionId id) {
        Interaction entry = load(id);
        if (!entry.isValid()) {
            String by = entry.supersededBy()
                    .map(other -> "it was superseded by " + other + ". Look at its history and take the valid entry.")
                    .orElse("it is a retraction. Log again what happened.");
            throw new RuleViolation(
                    "interaction-superseded", ref(id), "Cannot correct or retract " + ref(id) + ": " + by);
        }
        return entry;
    }

    /** Finds the entry that bears one of the references; the first one logged if they name several. */
    Optional<Interaction> known(List<ExternalRef> refs) {
        if (refs.isEmpty()) {
            return Optional.empty();
        }
        List<String> keys = refs.stream().map(ExternalRef::key).toList();
        return entries
                .find(Query.of(where(InteractionFields.EXTERNAL_REFS, in(keys)), unit.moment())
                        .limit(refs.size()))
                .items()
                .stream()
                .findFirst();
    }

    /** Returns what stands for an entry now: the last of its line that is no retraction. */
    Interaction inForce(Interaction entry) {
        if (entry.isValid()) {
            return entry;
        }
        List<Interaction> line = line(entry);
        Interaction last = line.get(line.size() - 1);
        return last.isRetraction() && line.size() > 1 ? line.get(line.size() - 2) : last;
    }

    List<Interaction> line(Interaction entry) {
        Map<InteractionId, Interaction> byId = new HashMap<>();
        entries.find(Query.of(where(InteractionFields.ORIGINAL, is(entry.original())), unit.moment())
                        .limit(LONGEST_LINE))
                .items()
                .forEach(each -> byId.put(each.id(), each));
        List<Interaction> line = new ArrayList<>();
        @Nullable Interaction next = byId.get(entry.original());
        while (next != null) {
            line.add(next);
            next = next.supersededBy().map(byId::get).orElse(null);
        }
        return line;
    }

    Interaction append(NewInteraction content) {
        Interaction.Builder builder = prepared(content.draft()).toBuilder(newId());
        if (content.happenedNow()) {
            builder.occurredAt(unit.now());
        }
        if (content.draft().performedBy().isEmpty()) {
            builder.performedBy(unit.actor());
        }
        Interaction stored = entries.save(List.of(checked(builder.build()))).get(0);
        logged(stored);
        return stored;
    }

    Interaction replace(Interaction old, NewInteraction content) {
        Interaction.Builder builder = prepared(content.draft()).toBuilder(newId());
        if (content.happenedNow()) {
            builder.occurredAt(old.occurredAt().orElse(null));
        }
        if (content.draft().performedBy().isEmpty()) {
            builder.performedBy(old.performedBy().orElse(null));
        }
        builder.externalRefs(newRefs(old, content.draft().externalRefs()));
        builder.corrects(new Correction(old.id(), old.original(), null));
        Interaction next = checked(builder.build());
        if (next.externalRefs().isEmpty() && sameContent(old, next)) {
            return old;
        }
        List<Interaction> stored = entries.save(List.of(next, superseded(old, next)));
        logged(stored.get(0));
        gone(InteractionEvents.CORRECTED, old, stored.get(1), stored.get(0));
        return stored.get(0);
    }

    Interaction retract(Interaction old, String reason) {
        Interaction retraction = Interaction.builder(newId())
                .recordedAt(unit.now())
                .occurredAt(old.occurredAt().orElse(null))
                .channel(old.channel())
                .direction(old.direction())
                .regarding(old.regarding())
                .participants(old.participants().stream()
                        .filter(p -> p.party() != null)
                        .map(Participant::withoutAddress)
                        .toList())
                .onBehalfOf(old.onBehalfOf().orElse(null))
                .performedBy(unit.actor())
                .brand(old.brand().orElse(null))
                .corrects(new Correction(old.id(), old.original(), reason))
                .build();
        List<Interaction> stored = entries.save(List.of(retraction, superseded(old, retraction)));
        gone(InteractionEvents.RETRACTED, old, stored.get(1), stored.get(0));
        return stored.get(0);
    }

    private InteractionId newId() {
        return unit.newId(InteractionId.class, InteractionId::new);
    }

    private Interaction prepared(Interaction draft) {
        Interaction resolved = Parties.resolved(unit, draft);
        Parties.checkExist(unit, resolved);
        return resolved.toBuilder().recordedAt(unit.now()).build();
    }

    private Interaction checked(Interaction entry) {
        if (entry.occurredAt().filter(at -> at.isAfter(unit.now().plus(AHEAD))).isPresent()) {
            throw new RuleViolation(
                    "occurred-in-future",
                    ref(entry.id()),
                    "An interaction has happened; found one more than a day after now. Plan it as a task instead.");
        }
        unit.catalog().checkAttributes(entry);
        return entry;
    }

    private List<ExternalRef> newRefs(Interaction old, List<ExternalRef> refs) {
        if (refs.isEmpty()) {
            return refs;
        }
        Set<ExternalRef> held = new LinkedHashSet<>();
        line(old).forEach(entry -> held.addAll(entry.externalRefs()));
        return refs.stream().filter(ref -> !held.contains(ref)).toList();
    }

    private void logged(Interaction stored) {
        Map<String, String> data = stored.corrects()
                .map(c -> Map.of("supersedes", c.supersedes().value()))
                .orElse(Map.of());
        unit.record(InteractionEvents.LOGGED, Interaction.class, null, stored, Parties.concerned(stored), data);
        TwoWay.establish(unit, stored);
    }

    private void gone(String type, Interaction before, Interaction after, Interaction by) {
        Map<String, String> data = Map.of("supersededBy", by.id().value());
        unit.record(type, Interaction.class, before, after, Parties.concerned(before), data);
    }

    private static Interaction superseded(Interaction old, Interaction by) {
        return old.toBuilder().supersededBy(by.id()).build();
    }

    private static boolean sameContent(Interaction a, Interaction b) {
        return content(a).equals(content(b));
    }

    private static List<Object> content(Interaction i) {
        List<Object> content =
                new ArrayList<>(List.of(i.channel(), i.direction(), i.regarding(), i.participants(), i.attributes()));
        content.add(i.occurredAt());
        content.add(i.onBehalfOf());
        content.add(i.performedBy());
        content.add(i.brand());
        content.add(i.subjectLine());
        content.add(i.body());
        content.add(i.duration());
        content.add(i.disposition());
        content.add(i.thread());
        return content;
    }

    private static EntityRef ref(InteractionId id) {
        return new EntityRef("interaction", id.value());
    }
}
