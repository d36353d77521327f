package org.sambandh.crm.segment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.store.Cursor;
import org.sambandh.crm.store.Order;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Unit;

/** Takes due flips within one unit, in the order of their instants, each evaluated at its own instant. */
final class Advance {

    private final Unit unit;
    private final Roster roster;
    private final TreeMap<Instant, Map<SegmentId, Set<SegmentFlip>>> due = new TreeMap<>();
    private int taken;
    private int entered;
    private int left;

    Advance(Unit unit) {
        this.unit = unit;
        this.roster = new Roster(unit);
    }

    SegmentAdvance run(Instant to, int atMost) {
        Editions editions = new Editions(unit);
        if (!isDue(editions, to)) {
            return result(editions);
        }
        unit.repositories().awaitTurn();
        // Whoever had the turn before may have taken them.
        if (!isDue(editions, to)) {
            return result(editions);
        }
        SegmentReaction.advancing(unit, () -> {
            Instant horizon = load(to, atMost);
            SegmentIndex index = SegmentReaction.current(unit);
            while (!due.isEmpty() && taken < atMost) {
                Map.Entry<Instant, Map<SegmentId, Set<SegmentFlip>>> first = due.pollFirstEntry();
                take(index, first.getKey(), first.getValue(), horizon);
            }
            editions.advance(next());
        });
        return result(editions);
    }

    private static boolean isDue(Editions editions, Instant to) {
        return editions.current()
                .flatMap(SegmentEdition::nextFlip)
                .filter(next -> !next.isAfter(to))
                .isPresent();
    }

    /** Loads the first due flips, and says up to which instant these are all: an instant is taken whole if it fits. */
    private Instant load(Instant to, int atMost) {
        List<SegmentFlip> found = first(atMost);
        Instant horizon = to;
        if (found.size() == atMost && !found.get(atMost - 1).until().isAfter(to)) {
            Instant last = found.get(atMost - 1).until();
            if (found.get(0).until().isBefore(last)) {
                found.removeIf(flip -> flip.until().equals(last));
                horizon = found.get(found.size() - 1).until();
            } else {
                horizon = last;
            }
        }
        // Told apart here and not by a condition, for which a store would read on through all that are not due.
        found.stream().filter(flip -> !flip.until().isAfter(to)).forEach(this::put);
        return horizon;
    }

    private void put(SegmentFlip flip) {
        due.computeIfAbsent(flip.until(), at -> new LinkedHashMap<>())
                .computeIfAbsent(flip.segment(), s -> new LinkedHashSet<>())
                .add(flip);
    }

    private void take(SegmentIndex index, Instant at, Map<SegmentId, Set<SegmentFlip>> flips, Instant horizon) {
        Pass pass = new Pass(unit, index, unit.moment(at), Roster.Reason.TIME).until(horizon);
        flips.forEach((segment, some) -> {
            taken += some.size();
            Entry<?> entry = index.find(segment);
            if (entry == null || entry.broken().isPresent()) {
                // Nobody can answer, now or at any later instant: redefining asks everybody again.
                roster.forget(some);
            } else {
                pass.add(entry, some.stream().map(flip -> flip.subject().id()).toList());
            }
        });
        pass.run();
        pass.due().forEach(this::put);
        entered += pass.entered();
        left += pass.left();
    }

    private @Nullable Instant next() {
        List<SegmentFlip> next = first(1);
        return next.isEmpty() ? null : next.get(0).until();
    }

    private List<SegmentFlip> first(int most) {
        List<SegmentFlip> found = new ArrayList<>();
        Query<SegmentFlip> query = Query.<SegmentFlip>all(unit.moment())
                .orderBy(Order.by(SegmentFlipFields.UNTIL))
                .limit(most);
        Optional<Cursor> next = Optional.empty();
        do {
            Page<SegmentFlip> page = unit.get(SegmentFlipRepository.class)
                    .find(next.map(query::after).orElse(query));
            found.addAll(page.items());
            next = page.next();
        } while (next.isPresent() && found.size() < most);
        return new ArrayList<>(found.subList(0, Math.min(most, found.size())));
    }

    private SegmentAdvance result(Editions editions) {
        return new SegmentAdvance(taken, entered, left, editions.current().flatMap(SegmentEdition::nextFlip));
    }
}
