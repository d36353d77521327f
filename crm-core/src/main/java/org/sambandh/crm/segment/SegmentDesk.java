package org.sambandh.crm.segment;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.condition.CompiledCondition;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Rule;
import org.sambandh.crm.condition.Tests;
import org.sambandh.crm.field.Subject;
import org.sambandh.crm.store.Cursor;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Repository;
import org.sambandh.crm.store.Subjects;
import org.sambandh.crm.store.Unit;
import org.sambandh.crm.store.Upserted;

/** What {@link Segments} does inside a unit: checks before anything is written, then one save, one event, one evaluation. */
final class SegmentDesk {

    private SegmentDesk() {}

    static <S> MembershipExplanation explain(Unit unit, Segment segment, Subject<S> kind, EntityRef ref) {
        S subject = Subjects.get(unit, kind.type(), ref);
        @SuppressWarnings("unchecked") // the kind is the segment's
        Entry<S> entry = (Entry<S>) Entry.of(segment, unit.catalog());
        CompiledCondition<S> rule = entry.rule();
        return new MembershipExplanation(
                segment.id(),
                ref,
                isMember(unit, segment, ref),
                segment.includes().contains(ref.id()),
                segment.excludes().contains(ref.id()),
                rule == null ? null : rule.explain(subject, unit.facts(), unit.moment()),
                entry.broken().map(b -> b.path() + ": " + b.why()).orElse(null));
    }

    static boolean isMember(Unit unit, Segment segment, EntityRef subject) {
        return segment.subject().equals(subject.kind()) && new Roster(unit).isOpen(segment.id(), subject);
    }

    static <S> Segment create(
            Unit unit, String name, Class<S> subject, @Nullable Rule<S> rule, List<ExternalRef> refs) {
        Segment segment = Segment.builder(unit.newId(SegmentId.class, SegmentId::new))
                .name(name)
                .subject(unit.catalog().subject(subject).name())
                .rule(rule)
                .externalRefs(refs)
                .build();
        if (unit.catalog().subject(subject).id().isEmpty()) {
            throw new Invalid("segment.subject", "a " + segment.subject() + " has no id of its own");
        }
        check(unit, segment);
        Segment saved = save(unit, SegmentEvents.DEFINED, null, segment);
        refresh(unit, saved);
        return saved;
    }

    static <S> Upserted<Segment> upsert(
            Unit unit, ExternalRef ref, String name, Class<S> subject, @Nullable Rule<S> rule) {
        Condition<Segment> known = Conditions.where(SegmentFields.EXTERNAL_REFS, Tests.is(ref.key()));
        List<Segment> found = Roster.readAll(unit.get(SegmentRepository.class), Query.of(known, unit.moment()));
        if (found.isEmpty()) {
            return new Upserted.Created<>(create(unit, name, subject, rule, List.of(ref)));
        }
        Segment before = found.get(0);
        Segment renamed = (rule == null ? byHand(before) : before).rename(name);
        Segment after = rule == null ? renamed : renamed.redefine(rule);
        checkSubject(unit, before, subject);
        return after.sameAs(before)
                ? new Upserted.Unchanged<>(before)
                : new Upserted.Updated<>(change(unit, before, after, subject));
    }

    static <S> Segment change(Unit unit, Segment before, Segment after, Class<S> subject) {
        checkActive(before);
        checkSubject(unit, before, subject);
        if (before.rule().isEmpty() && after.rule().isPresent()) {
            throw new RuleViolation(
                    "segment-static", ref(before.id()), "A list kept by hand has no rule. Define another segment.");
        }
        check(unit, after);
        if (after.sameAs(before)) {
            return before;
        }
        Segment saved = save(unit, SegmentEvents.CHANGED, before, after);
        refresh(unit, saved);
        return saved;
    }

    static Segment list(
            Unit unit,
            SegmentId id,
            EntityRef[] subjects,
            boolean mustExist,
            BiFunction<Segment, Collection<String>, Segment> verb) {
        Segment before = stored(unit, id);
        checkActive(before);
        Set<String> ids = new TreeSet<>();
        for (EntityRef given : subjects) {
            EntityRef ref = Subjects.resolve(unit, given);
            if (!ref.kind().equals(before.subject())) {
                throw new Invalid("subjects", "a " + before.subject() + " is expected, found a " + ref.kind());
            }
            ids.add(ref.id());
        }
        if (mustExist) {
            checkExist(unit, unit.catalog().subject(before.subject()), ids);
        }
        Segment after = verb.apply(before, ids);
        if (after.sameAs(before)) {
            return before;
        }
        Segment saved = save(unit, SegmentEvents.CHANGED, before, after);
        SegmentIndex index = SegmentReaction.current(unit);
        Pass pass = pass(unit, index);
        pass.add(entry(index, saved), ids);
        pass.finish();
        return saved;
    }

    static <S> void checkExist(Unit unit, Subject<S> subject, Set<String> ids) {
        Set<String> missing = new TreeSet<>(ids);
        Subjects.find(unit, subject.type(), ids)
                .forEach(s -> missing.remove(subject.ref(s).id()));
        for (String id : missing) {
            throw new NotFound(new EntityRef(subject.name(), id));
        }
    }

    static void check(Unit unit, Segment segment) {
        segment.rule().ifPresent(rule -> compile(unit, rule));
        checkName(unit, segment);
        SegmentGraph.of(unit).check(segment);
    }

    private static <S> void compile(Unit unit, Rule<S> rule) {
        CompiledCondition.of(rule.condition(), rule.subject(), unit.catalog());
    }

    static void checkName(Unit unit, Segment segment) {
        Optional<Segment> other = byName(unit, segment.name()).filter(s -> !s.id().equals(segment.id()));
        if (other.isPresent()) {
            throw new RuleViolation(
                    "segment-name-taken",
                    ref(segment.id()),
                    "The segment " + other.get().id() + " has this name already. Choose another one.");
        }
    }

    static void checkActive(Segment segment) {
        if (segment.archived()) {
            throw new RuleViolation(
                    "segment-archived", ref(segment.id()), "It is archived and not evaluated. Define another one.");
        }
    }

    static void checkSubject(Unit unit, Segment segment, Class<?> subject) {
        String found = unit.catalog().subject(subject).name();
        if (!segment.subject().equals(found)) {
            throw new Invalid("subject", "the members are of the kind " + segment.subject() + ", not " + found);
        }
    }

    static Segment byHand(Segment segment) {
        if (segment.kind() != Segment.Kind.STATIC) {
            throw new RuleViolation(
                    "segment-not-static", ref(segment.id()), "It has a rule. Include or exclude instead.");
        }
        return segment;
    }

    static Optional<Segment> byName(Unit unit, String name) {
        Condition<Segment> condition = Conditions.all(
                Conditions.where(SegmentFields.NAME, Tests.is(name)),
                Conditions.where(SegmentFields.ARCHIVED, Tests.is(false)));
        return Roster.readAll(unit.get(SegmentRepository.class), Query.of(condition, unit.moment())).stream()
                .findFirst();
    }

    static Page<SegmentMembership> openPeriods(Unit unit, SegmentId id, int limit, @Nullable Cursor after) {
        Query<SegmentMembership> query =
                Query.of(Roster.open(id), unit.moment()).limit(limit);
        return page(unit.get(SegmentMembershipRepository.class), query, after);
    }

    static <T> Page<T> page(Repository<T, ?> repository, Query<T> query, @Nullable Cursor after) {
        return repository.find(after == null ? query : query.after(after));
    }

    /** Evaluates a segment, and those behind it whom that concerns. */
    static List<SegmentRefresh> refresh(Unit unit, Segment segment) {
        SegmentIndex index = SegmentReaction.current(unit);
        Pass pass = pass(unit, index);
        pass.everybody(entry(index, segment));
        return pass.finish();
    }

    static List<SegmentRefresh> refreshAll(Unit unit) {
        unit.repositories().awaitTurn();
        SegmentReaction.catchUp(unit);
        // Definitions may have come past this service, which is why it is called.
        new Editions(unit).renew();
        SegmentIndex index = SegmentReaction.current(unit);
        Pass pass = pass(unit, index);
        index.inOrder().forEach(pass::everybody);
        return pass.finish();
    }

    static SegmentAdvance advance(Unit unit, Instant to, int atMost) {
        Instant until = to.truncatedTo(ChronoUnit.MICROS);
        if (until.isAfter(unit.now())) {
            throw new Invalid("to", "at most now, " + unit.now() + ", is expected, found " + until);
        }
        return new Advance(unit).run(until, atMost);
    }

    private static Pass pass(Unit unit, SegmentIndex index) {
        unit.repositories().awaitTurn();
        SegmentReaction.catchUp(unit);
        return new Pass(unit, index, unit.moment(), Roster.Reason.EVALUATED);
    }

    private static Entry<?> entry(SegmentIndex index, Segment segment) {
        Entry<?> entry = index.find(segment.id());
        if (entry == null) {
            throw new IllegalStateException(segment + " is not among the active ones");
        }
        return entry;
    }

    static Segment save(Unit unit, String event, @Nullable Segment before, Segment after) {
        unit.repositories().awaitTurn();
        Segment saved = unit.get(SegmentRepository.class).save(List.of(after)).get(0);
        unit.record(event, Segment.class, before, saved, List.of(), Map.of());
        new Editions(unit).renew();
        if (saved.archived()) {
            Roster roster = new Roster(unit);
            roster.forget(roster.flips(saved.id()));
        }
        return saved;
    }

    static Segment stored(Unit unit, SegmentId id) {
        return unit.get(SegmentRepository.class).findById(id).orElseThrow(() -> new NotFound(ref(id)));
    }

    static EntityRef ref(SegmentId id) {
        return new EntityRef("segment", id.value());
    }

    static Segment includes(Segment segment, Collection<String> ids) {
        return segment.toBuilder().includes(ids).build();
    }

    static Segment excludes(Segment segment, Collection<String> ids) {
        return segment.toBuilder().excludes(ids).build();
    }

    static Segment byHand(Segment segment, Collection<String> ids) {
        return includes(byHand(segment), ids);
    }

    static Collection<String> with(Set<String> ids, Collection<String> more) {
        Set<String> copy = new TreeSet<>(ids);
        copy.addAll(more);
        return copy;
    }

    static Collection<String> without(Set<String> ids, Collection<String> fewer) {
        Set<String> copy = new TreeSet<>(ids);
        copy.removeAll(fewer);
        return copy;
    }

    static <S> SegmentPreview<S> preview(Unit unit, Class<S> subject, Condition<S> condition, int limit) {
        CompiledCondition.of(condition, subject, unit.catalog());
        Repository<S, ?> repository = unit.repositories().of(subject);
        long count = repository.count(condition, unit.moment());
        List<S> sample = new ArrayList<>();
        Page<S> page = repository.find(Query.of(condition, unit.moment()).limit(limit));
        sample.addAll(page.items());
        while (sample.size() < limit && page.next().isPresent()) {
            page = repository.find(Query.of(condition, unit.moment())
                    .limit(limit)
                    .after(page.next().get()));
            sample.addAll(page.items());
        }
        return new SegmentPreview<>(count, sample.subList(0, Math.min(limit, sample.size())));
    }

    static List<SegmentRefresh> refreshFor(Unit unit, EntityRef[] subjects) {
        Map<String, Set<String>> byKind = new LinkedHashMap<>();
        for (EntityRef given : subjects) {
            // A merged party is gone under its old id, and its survivor may now belong elsewhere.
            for (EntityRef ref : List.of(given, Subjects.resolve(unit, given))) {
                byKind.computeIfAbsent(ref.kind(), kind -> new LinkedHashSet<>())
                        .add(ref.id());
            }
        }
        unit.repositories().awaitTurn();
        SegmentIndex index = SegmentReaction.current(unit);
        Pass pass = pass(unit, index);
        for (Subject<?> kind : unit.catalog().subjects()) {
            Set<String> ids = byKind.get(kind.name());
            if (ids != null) {
                index.inOrder().stream()
                        .filter(entry -> entry.segment().subject().equals(kind.name()))
                        .forEach(entry -> pass.add(entry, ids));
                concern(unit, index, pass, kind, ids);
            }
        }
        return pass.finish();
    }

    /** Whoever looks at them through a reference or relation is asked too. */
    private static void concern(Unit unit, SegmentIndex index, Pass pass, Subject<?> kind, Set<String> ids) {
        List<Place> places = index.placesOf(kind.type()).stream()
                .filter(place -> !place.route.steps().isEmpty())
                .toList();
        if (!places.isEmpty()) {
            List<?> there = Subjects.find(unit, kind.type(), ids);
            for (Place place : places) {
                Set<String> looking = place.route.back(unit, there);
                place.all.forEach(entry -> pass.add(entry, looking));
            }
        }
    }

    static List<Segment> segmentsOf(Unit unit, EntityRef subject) {
        Set<SegmentId> ids = new TreeSet<>();
        for (SegmentMembership period : new Roster(unit).read(Roster.of(Subjects.resolve(unit, subject)))) {
            if (period.isOpen()) {
                ids.add(period.segment());
            }
        }
        return unit.get(SegmentRepository.class).findAllById(ids).stream()
                .filter(s -> !s.archived())
                .toList();
    }
}
