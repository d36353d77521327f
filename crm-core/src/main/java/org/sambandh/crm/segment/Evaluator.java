package org.sambandh.crm.segment;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.condition.CompiledCondition;
import org.sambandh.crm.condition.Rule;
import org.sambandh.crm.field.Subject;
import org.sambandh.crm.store.Cursor;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Subjects;
import org.sambandh.crm.store.Unit;

/**
 * Makes stored memberships what rules and lists say. The only place that decides who belongs; a faster or incremental
 * evaluation replaces this class and nothing else.
 */
final class Evaluator {

    private static final int CHUNK = 1_000;

    private final Unit unit;
    private final Roster roster;

    Evaluator(Unit unit) {
        this.unit = unit;
        this.roster = new Roster(unit);
    }

    /** Evaluates everybody. */
    SegmentRefresh refresh(Segment segment) {
        Subject<?> subject = unit.catalog().subject(segment.subject());
        return broken(segment).orElseGet(() -> refresh(segment, subject));
    }

    /** Evaluates a segment, and of those behind it the ones that name one that changed. */
    List<SegmentRefresh> refreshWithDependants(Segment segment) {
        List<SegmentRefresh> results = new ArrayList<>();
        SegmentRefresh first = refresh(segment);
        results.add(first);
        if (isChange(first)) {
            results.addAll(refreshDependants(segment.id()));
        }
        return List.copyOf(results);
    }

    /** Evaluates the segments that name one whose members changed, and those that name one of them that changed. */
    List<SegmentRefresh> refreshDependants(SegmentId id) {
        List<SegmentRefresh> results = new ArrayList<>();
        Set<SegmentId> changed = new HashSet<>(Set.of(id));
        for (Segment segment : SegmentGraph.of(unit).inOrder()) {
            if (!segment.id().equals(id) && SegmentGraph.names(segment, changed)) {
                SegmentRefresh result = refresh(segment);
                results.add(result);
                if (isChange(result)) {
                    changed.add(segment.id());
                }
            }
        }
        return List.copyOf(results);
    }

    static boolean isChange(SegmentRefresh result) {
        return result instanceof SegmentRefresh.Done done && done.isChange();
    }

    /** Evaluates some subjects only. */
    SegmentRefresh refresh(Segment segment, Collection<String> ids) {
        Subject<?> subject = unit.catalog().subject(segment.subject());
        return broken(segment).orElseGet(() -> refresh(segment, subject, List.copyOf(new LinkedHashSet<>(ids))));
    }

    private <S> SegmentRefresh refresh(Segment segment, Subject<S> subject) {
        @Nullable Rule<S> rule = rule(segment, subject);
        Set<String> there = new LinkedHashSet<>();
        Set<String> belonging = new LinkedHashSet<>();
        Query<S> query = Query.<S>all(unit.moment()).limit(CHUNK);
        Optional<Cursor> next = Optional.empty();
        do {
            Page<S> page = unit.repositories()
                    .of(subject.type())
                    .find(next.map(query::after).orElse(query));
            collect(segment, subject, rule, page.items(), there, belonging);
            next = page.next();
        } while (next.isPresent());
        return apply(segment, roster.members(segment.id()), there, belonging);
    }

    private <S> SegmentRefresh refresh(Segment segment, Subject<S> subject, List<String> ids) {
        @Nullable Rule<S> rule = rule(segment, subject);
        int entered = 0;
        int left = 0;
        for (int from = 0; from < ids.size(); from += CHUNK) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + CHUNK));
            Set<String> there = new LinkedHashSet<>();
            Set<String> belonging = new LinkedHashSet<>();
            collect(segment, subject, rule, Subjects.find(unit, subject.type(), some), there, belonging);
            SegmentRefresh.Done done = apply(segment, roster.members(segment.id(), some), there, belonging);
            entered += done.entered();
            left += done.left();
        }
        return new SegmentRefresh.Done(segment.id(), entered, left);
    }

    private <S> void collect(
            Segment segment,
            Subject<S> subject,
            @Nullable Rule<S> rule,
            List<S> chunk,
            Set<String> there,
            Set<String> belonging) {
        BitSet matching = rule == null ? new BitSet() : matching(rule, chunk);
        for (int i = 0; i < chunk.size(); i++) {
            String id = subject.ref(chunk.get(i)).id();
            there.add(id);
            boolean wanted = matching.get(i) || segment.includes().contains(id);
            if (wanted && !segment.excludes().contains(id)) {
                belonging.add(id);
            }
        }
    }

    private <S> BitSet matching(Rule<S> rule, List<S> chunk) {
        return CompiledCondition.of(rule.condition(), rule.subject(), unit.catalog())
                .testAll(chunk, unit.facts(), unit.moment());
    }

    private SegmentRefresh.Done apply(
            Segment segment, Map<String, SegmentMembership> members, Set<String> there, Set<String> belonging) {
        List<String> entering =
                belonging.stream().filter(id -> !members.containsKey(id)).toList();
        List<SegmentMembership> leaving = members.values().stream()
                .filter(m -> !belonging.contains(m.subject().id()))
                .toList();
        Set<String> gone = new HashSet<>(members.keySet());
        gone.removeAll(there);
        roster.leave(leaving, gone);
        roster.enter(segment, entering);
        return new SegmentRefresh.Done(segment.id(), entering.size(), leaving.size());
    }

    /** What is wrong with a rule: found before anything is read, because a failed read would end the transaction. */
    Optional<SegmentRefresh> broken(Segment segment) {
        return segment.rule().flatMap(rule -> broken(segment.id(), rule));
    }

    private <S> Optional<SegmentRefresh> broken(SegmentId id, Rule<S> rule) {
        try {
            CompiledCondition.of(rule.condition(), rule.subject(), unit.catalog());
            return Optional.empty();
        } catch (Invalid e) {
            return Optional.of(new SegmentRefresh.Broken(id, e.path(), e.why()));
        }
    }

    static <S> @Nullable Rule<S> rule(Segment segment, Subject<S> subject) {
        Rule<?> rule = segment.rule().orElse(null);
        if (rule == null) {
            return null;
        }
        if (rule.subject() != subject.type()) {
            throw new IllegalStateException("the rule of " + segment + " is not about a " + subject.name());
        }
        @SuppressWarnings("unchecked") // the class was compared
        Rule<S> typed = (Rule<S>) rule;
        return typed;
    }
}
