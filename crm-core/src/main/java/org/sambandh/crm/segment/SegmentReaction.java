package org.sambandh.crm.segment;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.TenantId;
import org.sambandh.crm.store.Reaction;
import org.sambandh.crm.store.Unit;
import org.sambandh.crm.store.Written;

/**
 * Keeps segments up to date: when a unit ends, whoever is concerned by what it wrote is evaluated in the segments whose
 * rules look at it, in the same transaction. Costs a unit that writes one read of the {@link SegmentEdition}; the work
 * behind that does not depend on how many subjects there are. Keeps the compiled segments of the 1,000 tenants seen
 * last. Safe for concurrent use.
 */
public final class SegmentReaction implements Reaction {

    /** The most overdue flips that are taken before a change; see {@link Segments#advanceTo}. */
    static final int MOST_OVERDUE = 1_000;

    private static final Set<Class<?>> OWN = Set.of(SegmentMembership.class, SegmentFlip.class, SegmentEdition.class);

    private final Cache<TenantId, Prepared> prepared =
            CacheBuilder.newBuilder().maximumSize(1_000).build();

    /** The units whose work is to take flips, so that their first write does not take others. */
    private final Set<Unit> advancing = ConcurrentHashMap.newKeySet();

    /** Who was merged or erased in a unit: its memberships were changed past the rules, which are to decide again. */
    private final Map<Unit, Set<EntityRef>> toAsk = Collections.synchronizedMap(new WeakHashMap<>());

    private record Prepared(String stamp, SegmentIndex index) {}

    /** Makes one for a library. */
    public SegmentReaction() {}

    @Override
    public void beforeWriting(Unit unit) {
        if (advancing.contains(unit)) {
            return;
        }
        Optional<SegmentEdition> edition = new Editions(unit).current();
        if (edition.flatMap(SegmentEdition::nextFlip)
                .filter(next -> !next.isAfter(unit.now()))
                .isPresent()) {
            new Advance(unit).run(unit.now(), MOST_OVERDUE);
        }
    }

    @Override
    public void settle(Unit unit, List<Written<?>> written) {
        List<Written<?>> others =
                written.stream().filter(w -> !OWN.contains(w.type())).toList();
        Set<EntityRef> asked = toAsk.remove(unit);
        if (others.isEmpty() && asked == null) {
            return;
        }
        if (unit.events().isEmpty()) {
            if (new Editions(unit).current().isEmpty()) {
                return;
            }
            // Without events nobody gave it the turn yet.
            unit.repositories().awaitTurn();
        }
        SegmentIndex index = new Editions(unit)
                .current()
                .map(edition -> index(unit, edition))
                .orElse(null);
        if (index == null
                || (asked == null
                        && others.stream()
                                .allMatch(w -> index.placesOf(w.type()).isEmpty()))) {
            return;
        }
        Pass pass = new Pass(unit, index, unit.moment(), Roster.Reason.EVALUATED);
        Map<Class<?>, List<Written<?>>> byType = new HashMap<>();
        others.forEach(
                w -> byType.computeIfAbsent(w.type(), t -> new ArrayList<>()).add(w));
        byType.values().forEach(ofType -> concern(unit, index, pass, ofType));
        if (asked != null) {
            for (Entry<?> entry : index.inOrder()) {
                asked.stream()
                        .filter(ref -> ref.kind().equals(entry.segment().subject()))
                        .forEach(ref -> pass.add(entry, Set.of(ref.id())));
            }
        }
        pass.finish();
    }

    private static void concern(Unit unit, SegmentIndex index, Pass pass, List<Written<?>> ofType) {
        for (Place place : index.placesOf(ofType.get(0).type())) {
            Map<Set<Entry<?>>, List<Object>> states = new HashMap<>();
            for (Written<?> written : ofType) {
                Set<Entry<?>> concerned = concerned(unit, place, written);
                if (!concerned.isEmpty()) {
                    List<Object> some = states.computeIfAbsent(concerned, c -> new ArrayList<>());
                    add(some, written.before());
                    add(some, written.after());
                }
            }
            states.forEach((entries, some) -> {
                Set<String> ids = place.route.back(unit, some);
                entries.forEach(entry -> pass.add(entry, ids));
            });
        }
    }

    private static <C> Set<Entry<?>> concerned(Unit unit, Place place, Written<C> written) {
        return place.concerned(unit.catalog(), written.type(), written.before(), written.after());
    }

    private static void add(Collection<Object> states, @Nullable Object state) {
        if (state != null) {
            states.add(state);
        }
    }

    /** Takes what is overdue now, before anything is read that this would change. */
    static void catchUp(Unit unit) {
        unit.reaction(SegmentReaction.class).ifPresent(reaction -> reaction.beforeWriting(unit));
    }

    /** Evaluates a subject in all segments when the unit ends. */
    static void askAgain(Unit unit, EntityRef subject) {
        unit.reaction(SegmentReaction.class)
                .ifPresent(reaction -> reaction.toAsk
                        .computeIfAbsent(unit, u -> new LinkedHashSet<>())
                        .add(subject));
    }

    /** The compiled segments of an edition. */
    SegmentIndex index(Unit unit, SegmentEdition edition) {
        Prepared known = prepared.getIfPresent(unit.tenant());
        if (known != null
                && known.stamp().equals(edition.stamp())
                && known.index().isOf(unit.catalog())) {
            return known.index();
        }
        SegmentIndex made = SegmentIndex.of(unit, known == null ? null : known.index());
        Prepared fresh = new Prepared(edition.stamp(), made);
        // What is prepared from definitions that are rolled back must not be found again.
        unit.repositories().afterCommit(() -> prepared.put(unit.tenant(), fresh));
        return made;
    }

    /** The compiled segments as they are now, of any unit. */
    static SegmentIndex current(Unit unit) {
        Optional<SegmentReaction> reaction = unit.reaction(SegmentReaction.class);
        Optional<SegmentEdition> edition = new Editions(unit).current();
        return reaction.isPresent() && edition.isPresent()
                ? reaction.get().index(unit, edition.get())
                : SegmentIndex.of(unit, null);
    }

    /** Runs work whose first write is not to take overdue flips, because it takes some itself. */
    static void advancing(Unit unit, Runnable work) {
        Set<Unit> all = unit.reaction(SegmentReaction.class)
                .map(reaction -> reaction.advancing)
                .orElseGet(LinkedHashSet::new);
        boolean added = all.add(unit);
        try {
            work.run();
        } finally {
            if (added) {
                all.remove(unit);
            }
        }
    }
}
