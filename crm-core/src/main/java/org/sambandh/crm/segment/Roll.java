package org.sambandh.crm.segment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.field.Subject;
import org.sambandh.crm.store.Subjects;
import org.sambandh.crm.store.Unit;

/**
 * Subjects with their open memberships and their flips, of all segments at once, so that a hundred segments ask the store
 * no more often than one. Bounded: when it is full it is emptied and read again. Lives within one unit.
 */
final class Roll {

    private static final int MOST = 2_000;

    private final Unit unit;
    private final Roster roster;
    private final Map<EntityRef, Standing> standings = new HashMap<>();

    /** What is stored about one subject. */
    static final class Standing {
        private final EntityRef ref;
        private @Nullable Object entity;
        final Map<SegmentId, SegmentMembership> memberships = new HashMap<>();
        final Map<SegmentId, SegmentFlip> flips = new HashMap<>();

        private Standing(EntityRef ref) {
            this.ref = ref;
        }

        EntityRef ref() {
            return ref;
        }

        /** The subject; null if it is gone. */
        @Nullable
        Object entity() {
            return entity;
        }
    }

    /** How long an answer holds. */
    record Wait(Standing standing, @Nullable Instant until) {}

    Roll(Unit unit, Roster roster) {
        this.unit = unit;
        this.roster = roster;
    }

    /** What is stored about some subjects of one kind, at most a thousand of them, there or gone, in the order given. */
    <S> List<Standing> read(Subject<S> kind, Collection<String> ids) {
        Set<String> unknown = new HashSet<>();
        for (String id : ids) {
            if (!standings.containsKey(new EntityRef(kind.name(), id))) {
                unknown.add(id);
            }
        }
        if (standings.size() + unknown.size() > MOST) {
            standings.clear();
            unknown.addAll(ids);
        }
        if (!unknown.isEmpty()) {
            load(kind, unknown, Subjects.find(unit, kind.type(), unknown));
        }
        List<Standing> found = new ArrayList<>(ids.size());
        ids.forEach(id -> found.add(standing(kind, id)));
        return found;
    }

    /** The same for subjects that were read already. */
    <S> List<Standing> read(Subject<S> kind, List<S> subjects) {
        Set<String> ids = new HashSet<>();
        subjects.forEach(subject -> ids.add(kind.ref(subject).id()));
        standings.clear();
        load(kind, ids, subjects);
        List<Standing> found = new ArrayList<>(subjects.size());
        subjects.forEach(subject -> found.add(standing(kind, kind.ref(subject).id())));
        return found;
    }

    private <S> void load(Subject<S> kind, Set<String> ids, List<S> subjects) {
        for (String id : ids) {
            EntityRef ref = new EntityRef(kind.name(), id);
            standings.put(ref, new Standing(ref));
        }
        subjects.forEach(subject -> standing(kind, kind.ref(subject).id()).entity = subject);
        for (SegmentMembership period : roster.open(kind.name(), ids)) {
            standing(kind, period.subject().id()).memberships.put(period.segment(), period);
        }
        for (SegmentFlip flip : roster.flips(kind.name(), ids)) {
            standing(kind, flip.subject().id()).flips.put(flip.segment(), flip);
        }
    }

    private Standing standing(Subject<?> kind, String id) {
        Standing standing = standings.get(new EntityRef(kind.name(), id));
        if (standing == null) {
            throw new IllegalStateException("no " + kind.name() + " " + id + " on the roll");
        }
        return standing;
    }

    /** Writes flips as they are to be: one that is the same already is left alone. */
    void await(SegmentId segment, List<Wait> waits) {
        Map<EntityRef, Standing> byRef = new HashMap<>();
        List<SegmentFlip> changed = new ArrayList<>();
        for (Wait wait : waits) {
            SegmentFlip stored = wait.standing().flips.get(segment);
            Instant until = wait.until();
            if (until == null) {
                if (stored != null) {
                    roster.forget(stored);
                    wait.standing().flips.remove(segment);
                }
            } else if (stored == null) {
                changed.add(SegmentFlip.of(segment, wait.standing().ref(), until));
            } else if (!stored.until().equals(until)) {
                changed.add(stored.toBuilder().until(until).build());
            }
            byRef.put(wait.standing().ref(), wait.standing());
        }
        for (SegmentFlip flip : roster.await(changed)) {
            Standing standing = byRef.get(flip.subject());
            if (standing != null) {
                standing.flips.put(segment, flip);
            }
        }
    }
}
