package org.sambandh.crm.segment;

import com.google.common.collect.Lists;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.condition.Verdict;
import org.sambandh.crm.field.Relation;
import org.sambandh.crm.field.Subject;
import org.sambandh.crm.store.Cursor;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Unit;

/**
 * Makes stored memberships and flips what rules and lists say at one moment, for some subjects in some segments and for
 * whoever is concerned by what changes thereby. The only place that decides who belongs. The caller has the turn.
 */
final class Pass {

    static final int CHUNK = 1_000;

    /** Beyond that a store may not be able to keep it, and nobody waits. */
    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

    /** Enough for every order of segments; it ends those that count their own periods of membership. */
    private static final int MOST_ROUNDS = 5;

    private final Unit unit;
    private final SegmentIndex index;
    private final Moment moment;
    private final Roster.Reason reason;
    private final Roster roster;
    private final Roll roll;
    private final SharedFacts facts;
    private final Map<Entry<?>, Set<String>> todo = new HashMap<>();
    private final Map<SegmentId, Tally> tallies = new LinkedHashMap<>();
    private final List<SegmentFlip> due = new ArrayList<>();
    private Instant horizon = Instant.MIN;
    private @Nullable Instant earliest;

    private static final class Tally {
        private int entered;
        private int left;
    }

    Pass(Unit unit, SegmentIndex index, Moment moment, Roster.Reason reason) {
        this.unit = unit;
        this.index = index;
        this.moment = moment;
        this.reason = reason;
        this.roster = new Roster(unit);
        this.roll = new Roll(unit, roster);
        this.facts = new SharedFacts(unit.facts());
    }

    /** Some subjects are to be evaluated in a segment. */
    void add(Entry<?> entry, Collection<String> ids) {
        if (!ids.isEmpty()) {
            todo.computeIfAbsent(entry, e -> new LinkedHashSet<>()).addAll(ids);
        }
    }

    /** Evaluates whatever is to be evaluated, each segment behind those that it names. */
    void run() {
        for (int round = 0; !todo.isEmpty() && round < MOST_ROUNDS; round++) {
            for (Entry<?> entry : index.inOrder()) {
                Set<String> ids = todo.remove(entry);
                if (ids != null) {
                    some(entry, ids);
                }
            }
        }
    }

    private <S> void some(Entry<S> entry, Set<String> ids) {
        tally(entry.id());
        if (entry.broken().isEmpty()) {
            for (List<String> chunk : Lists.partition(List.copyOf(ids), CHUNK)) {
                evaluate(entry, roll.read(entry.subject(), chunk));
            }
        }
    }

    /** Evaluates everybody in one segment; {@link #run} then goes on to those that name it. */
    <S> void everybody(Entry<S> entry) {
        tally(entry.id());
        if (entry.broken().isPresent()) {
            return;
        }
        todo.remove(entry);
        Subject<S> kind = entry.subject();
        Query<S> query = Query.<S>all(unit.moment()).limit(CHUNK);
        Optional<Cursor> next = Optional.empty();
        do {
            Page<S> page = unit.repositories()
                    .of(kind.type())
                    .find(next.map(query::after).orElse(query));
            evaluate(entry, roll.read(kind, page.items()));
            next = page.next();
        } while (next.isPresent());
        roster.eachOpen(entry.id(), CHUNK, periods -> {
            Set<String> members = new LinkedHashSet<>();
            periods.forEach(period -> members.add(period.subject().id()));
            List<Roll.Standing> gone = new ArrayList<>(roll.read(kind, members));
            gone.removeIf(standing -> standing.entity() != null);
            evaluate(entry, gone);
        });
    }

    private <S> void evaluate(Entry<S> entry, List<Roll.Standing> standings) {
        SegmentId id = entry.id();
        List<S> there = new ArrayList<>(standings.size());
        for (Roll.Standing standing : standings) {
            if (standing.entity() != null) {
                there.add(entry.subject().type().cast(standing.entity()));
            }
        }
        List<Verdict> verdicts = entry.rule() == null || there.isEmpty()
                ? List.of()
                : entry.rule().verdicts(there, facts, moment);
        List<Roll.Standing> entering = new ArrayList<>();
        List<Roll.Standing> leaving = new ArrayList<>();
        List<Roll.Wait> waits = new ArrayList<>(standings.size());
        int row = 0;
        for (Roll.Standing standing : standings) {
            boolean belongs = false;
            Instant until = null;
            if (standing.entity() != null) {
                Verdict verdict = verdicts.isEmpty() ? null : verdicts.get(row);
                row++;
                String subject = standing.ref().id();
                boolean excluded = entry.segment().excludes().contains(subject);
                boolean included = entry.segment().includes().contains(subject);
                belongs = !excluded && (included || (verdict != null && verdict.matches()));
                until = excluded || included || verdict == null ? null : awaited(verdict);
            }
            boolean member = standing.memberships.containsKey(id);
            if (belongs && !member) {
                entering.add(standing);
            } else if (member && !belongs) {
                leaving.add(standing);
            }
            waits.add(new Roll.Wait(standing, until));
        }
        roll.await(id, waits);
        for (Roll.Wait wait : waits) {
            SegmentFlip flip = wait.standing().flips.get(id);
            if (flip != null) {
                earliest = earliest == null || flip.until().isBefore(earliest) ? flip.until() : earliest;
                if (!flip.until().isAfter(horizon)) {
                    due.add(flip);
                }
            }
        }
        roster.leave(id, leaving, moment.at(), reason);
        roster.enter(id, entering, moment.at(), reason);
        Tally tally = tally(id);
        tally.entered += entering.size();
        tally.left += leaving.size();
        entering.addAll(leaving);
        if (!entering.isEmpty()) {
            cascade(entry, entering);
        }
    }

    private static @Nullable Instant awaited(Verdict verdict) {
        return verdict.canFlip() && verdict.until().isBefore(LAST) ? verdict.until() : null;
    }

    /** Whoever asks whether one of them is a member is asked again. */
    private void cascade(Entry<?> changed, List<Roll.Standing> standings) {
        Set<String> ids = new LinkedHashSet<>();
        Set<Object> entities = new HashSet<>();
        for (Roll.Standing standing : standings) {
            ids.add(standing.ref().id());
            if (standing.entity() != null) {
                entities.add(standing.entity());
            }
        }
        for (Place place : index.placesOf(changed.subject().type())) {
            Set<Entry<?>> asking = place.asking(changed.id());
            if (!asking.isEmpty()) {
                Set<String> concerned = place.route.steps().isEmpty() ? ids : place.route.back(unit, entities);
                asking.forEach(entry -> add(entry, concerned));
            }
        }
        for (Place place : index.placesOf(SegmentMembership.class)) {
            List<Relation<?, ?>> steps = place.route.steps();
            if (!steps.isEmpty()
                    && steps.get(steps.size() - 1).subject()
                            == changed.subject().type()) {
                Route holders = new Route(place.route.subject(), steps.subList(0, steps.size() - 1));
                Set<String> concerned = holders.steps().isEmpty() ? ids : holders.back(unit, entities);
                place.all.stream().filter(entry -> !entry.equals(changed)).forEach(entry -> add(entry, concerned));
            }
        }
    }

    private Tally tally(SegmentId id) {
        return tallies.computeIfAbsent(id, s -> new Tally());
    }

    /** Keeps those flips in mind that are due by an instant. */
    Pass until(Instant end) {
        horizon = end;
        return this;
    }

    /** The flips of those who were evaluated that are due by the instant given. */
    List<SegmentFlip> due() {
        return due;
    }

    /** Runs, and says when the next flip is awaited. */
    List<SegmentRefresh> finish() {
        run();
        new Editions(unit).await(earliest);
        return results();
    }

    /** What became of each segment that was evaluated. */
    private List<SegmentRefresh> results() {
        List<SegmentRefresh> results = new ArrayList<>();
        tallies.forEach((id, tally) -> {
            Entry<?> entry = index.find(id);
            if (entry != null && entry.fault() != null) {
                results.add(entry.fault());
            } else {
                results.add(new SegmentRefresh.Done(id, tally.entered, tally.left));
            }
        });
        return List.copyOf(results);
    }

    int entered() {
        return tallies.values().stream().mapToInt(t -> t.entered).sum();
    }

    int left() {
        return tallies.values().stream().mapToInt(t -> t.left).sum();
    }
}
