package org.sambandh.crm.segment;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Rule;
import org.sambandh.crm.store.Cursor;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Subjects;
import org.sambandh.crm.store.Units;
import org.sambandh.crm.store.Upserted;

/**
 * Keeps segments and who belongs to them. Membership is stored. Defining, redefining and listing evaluate at once; whatever
 * any service changes is answered when its unit ends, in the same transaction ({@link SegmentReaction}); the passing of
 * time is answered by {@link #advanceTo}, which a host calls. Who writes past the library calls {@link #refreshFor} or
 * {@link #refreshAll()}. Entering and leaving are events, each exactly once. Each call is one transaction; one that
 * changes nothing writes nothing and records no event.
 *
 * <p>When the members of a segment change, the segments whose rules name it are evaluated too. A rule never decides by
 * the standing of a party: provisional ones are members like any other.
 */
public final class Segments {

    private final Units units;

    /**
     * Makes the service.
     *
     * @param units gives it units of work
     */
    public Segments(Units units) {
        this.units = units;
    }

    /**
     * Defines a segment by a rule and evaluates it.
     *
     * @param name its name, which no other active segment has
     * @param subject the class of its members
     * @param condition who is a member
     * @param <S> the subject
     * @return the segment as stored
     * @throws Invalid if the condition does not fit the catalogue, or names a segment of another kind of subject
     * @throws RuleViolation {@code segment-name-taken}; {@code segment-unknown} if the condition names a segment that is
     *     not there or archived
     */
    public <S> Segment define(String name, Class<S> subject, Condition<S> condition) {
        return units.run(unit -> SegmentDesk.create(unit, name, subject, Rule.of(subject, condition), List.of()));
    }

    /**
     * Defines a list kept by hand, without members.
     *
     * @param name its name, which no other active segment has
     * @param subject the class of its members
     * @param <S> the subject
     * @return the segment as stored
     * @throws RuleViolation {@code segment-name-taken}
     */
    public <S> Segment defineStatic(String name, Class<S> subject) {
        return units.run(unit -> SegmentDesk.create(unit, name, subject, null, List.of()));
    }

    /**
     * Defines a segment by a rule, or changes the one that another system names, and evaluates it.
     *
     * @param ref how the other system names it
     * @param name its name
     * @param subject the class of its members
     * @param condition who is a member
     * @param <S> the subject
     * @return created, updated, or unchanged: then nothing was written and nothing evaluated
     * @throws Invalid if the condition does not fit the catalogue, or the segment has members of another kind
     * @throws RuleViolation as {@link #define} and {@link #redefine}
     */
    public <S> Upserted<Segment> upsert(ExternalRef ref, String name, Class<S> subject, Condition<S> condition) {
        return units.run(unit -> SegmentDesk.upsert(unit, ref, name, subject, Rule.of(subject, condition)));
    }

    /**
     * Defines a list kept by hand, or renames the one that another system names. Who is on it stays.
     *
     * @param ref how the other system names it
     * @param name its name
     * @param subject the class of its members
     * @param <S> the subject
     * @return created, updated, or unchanged: then nothing was written
     * @throws Invalid if the segment has members of another kind
     * @throws RuleViolation {@code segment-not-static} if the segment has a rule, {@code segment-name-taken},
     *     {@code segment-archived}
     */
    public <S> Upserted<Segment> upsertStatic(ExternalRef ref, String name, Class<S> subject) {
        return units.run(unit -> SegmentDesk.upsert(unit, ref, name, subject, null));
    }

    /**
     * Gives a segment another rule and evaluates it. Includes and excludes stay. A broken rule is mended in this way.
     *
     * @param id the segment
     * @param subject the class of its members
     * @param condition who is a member
     * @param <S> the subject
     * @return the segment as stored
     * @throws NotFound if there is none
     * @throws Invalid if the condition does not fit the catalogue, or the segment has members of another kind
     * @throws RuleViolation {@code segment-cycle} if the segment would depend on itself, {@code segment-unknown},
     *     {@code segment-archived}
     */
    public <S> Segment redefine(SegmentId id, Class<S> subject, Condition<S> condition) {
        return units.run(unit -> {
            Segment before = SegmentDesk.stored(unit, id);
            return SegmentDesk.change(unit, before, before.redefine(Rule.of(subject, condition)), subject);
        });
    }

    /**
     * Renames a segment.
     *
     * @param id the segment
     * @param name a name that no other active segment has
     * @return the segment as stored
     * @throws NotFound if there is none
     * @throws RuleViolation {@code segment-name-taken}
     */
    public Segment rename(SegmentId id, String name) {
        return units.run(unit -> {
            Segment before = SegmentDesk.stored(unit, id);
            Segment after = before.rename(name);
            SegmentDesk.checkName(unit, after);
            return after.sameAs(before) ? before : SegmentDesk.save(unit, SegmentEvents.CHANGED, before, after);
        });
    }

    /**
     * Hides a segment: it is not evaluated any more, and its memberships stay as they are.
     *
     * @param id the segment
     * @return the segment as stored
     * @throws NotFound if there is none
     * @throws RuleViolation {@code segment-in-use} if the rule of an active segment names it
     */
    public Segment archive(SegmentId id) {
        return units.run(unit -> {
            Segment before = SegmentDesk.stored(unit, id);
            if (before.archived()) {
                return before;
            }
            if (SegmentGraph.of(unit).isNamed(id)) {
                throw new RuleViolation(
                        "segment-in-use",
                        SegmentDesk.ref(id),
                        "The rule of another segment names it. Change that rule first.");
            }
            return SegmentDesk.save(unit, SegmentEvents.ARCHIVED, before, before.archive());
        });
    }

    /**
     * Makes subjects members whatever the rule says, unless they are excluded.
     *
     * @param id the segment
     * @param subjects subjects of its kind
     * @return the segment as stored
     * @throws NotFound if there is no such segment or subject
     * @throws Invalid if a subject is of another kind
     * @throws RuleViolation {@code segment-archived}
     */
    public Segment include(SegmentId id, EntityRef... subjects) {
        return list(id, subjects, true, (s, ids) -> SegmentDesk.includes(s, SegmentDesk.with(s.includes(), ids)));
    }

    /**
     * Takes back {@link #include}; the rule decides again.
     *
     * @param id the segment
     * @param subjects subjects of its kind; who is not included is left alone
     * @return the segment as stored
     * @throws NotFound if there is no such segment
     * @throws Invalid if a subject is of another kind
     * @throws RuleViolation {@code segment-archived}
     */
    public Segment uninclude(SegmentId id, EntityRef... subjects) {
        return list(id, subjects, false, (s, ids) -> SegmentDesk.includes(s, SegmentDesk.without(s.includes(), ids)));
    }

    /**
     * Makes subjects no members, whatever rule and includes say.
     *
     * @param id the segment
     * @param subjects subjects of its kind
     * @return the segment as stored
     * @throws NotFound if there is no such segment or subject
     * @throws Invalid if a subject is of another kind
     * @throws RuleViolation {@code segment-archived}
     */
    public Segment exclude(SegmentId id, EntityRef... subjects) {
        return list(id, subjects, true, (s, ids) -> SegmentDesk.excludes(s, SegmentDesk.with(s.excludes(), ids)));
    }

    /**
     * Takes back {@link #exclude}; rule and includes decide again.
     *
     * @param id the segment
     * @param subjects subjects of its kind; who is not excluded is left alone
     * @return the segment as stored
     * @throws NotFound if there is no such segment
     * @throws Invalid if a subject is of another kind
     * @throws RuleViolation {@code segment-archived}
     */
    public Segment unexclude(SegmentId id, EntityRef... subjects) {
        return list(id, subjects, false, (s, ids) -> SegmentDesk.excludes(s, SegmentDesk.without(s.excludes(), ids)));
    }

    /**
     * Puts subjects on a list kept by hand.
     *
     * @param id the segment
     * @param subjects subjects of its kind
     * @return the segment as stored
     * @throws NotFound if there is no such segment or subject
     * @throws Invalid if a subject is of another kind
     * @throws RuleViolation {@code segment-not-static} if it has a rule, {@code segment-archived}
     */
    public Segment add(SegmentId id, EntityRef... subjects) {
        return list(id, subjects, true, (s, ids) -> SegmentDesk.byHand(s, SegmentDesk.with(s.includes(), ids)));
    }

    /**
     * Takes subjects off a list kept by hand.
     *
     * @param id the segment
     * @param subjects subjects of its kind; who is not on it is left alone
     * @return the segment as stored
     * @throws NotFound if there is no such segment
     * @throws Invalid if a subject is of another kind
     * @throws RuleViolation {@code segment-not-static} if it has a rule, {@code segment-archived}
     */
    public Segment remove(SegmentId id, EntityRef... subjects) {
        return list(id, subjects, false, (s, ids) -> SegmentDesk.byHand(s, SegmentDesk.without(s.includes(), ids)));
    }

    /**
     * Evaluates one segment, and those whose rules name it where its members changed.
     *
     * @param id the segment
     * @return what became of it, first, and of each other that was evaluated; a broken rule is a result, no error
     * @throws NotFound if there is none
     * @throws RuleViolation {@code segment-archived}
     */
    public List<SegmentRefresh> refresh(SegmentId id) {
        return units.run(unit -> {
            Segment segment = SegmentDesk.stored(unit, id);
            SegmentDesk.checkActive(segment);
            unit.repositories().awaitTurn();
            return SegmentDesk.refresh(unit, segment);
        });
    }

    /**
     * Evaluates all active segments, each behind those that its rule names.
     *
     * @return what became of each; a broken rule is a result, no error
     */
    public List<SegmentRefresh> refreshAll() {
        return units.run(SegmentDesk::refreshAll);
    }

    /**
     * Evaluates some subjects in all active segments of their kind, each behind those that its rule names: after
     * something was written to them past the library. A subject that is no longer there leaves. Subjects that look at these
     * ones through a reference or relation are evaluated too.
     *
     * @param subjects any subjects
     * @return what became of each segment that was evaluated; a broken rule is a result, no error
     */
    public List<SegmentRefresh> refreshFor(EntityRef... subjects) {
        return units.run(unit -> SegmentDesk.refreshFor(unit, subjects));
    }

    /**
     * Lets time pass: whoever enters or leaves a segment because something is too old by now, or old enough, enters or
     * leaves at just that instant, not at the time of this call, and so does who depends on it through another segment.
     * A host calls it as often as it likes, or when {@link SegmentAdvance#next} has come; the less often, the later its
     * readers and listeners learn of it. Told again, or at once by another host, nothing happens twice.
     *
     * <p>Works in units of 1,000 answers each, so that a failure loses one of them at most; joined to another unit it is
     * all one.
     *
     * @param to the instant up to which time has passed, it included; at or after every instant given before, else nothing
     *     happens
     * @return what became of memberships
     * @throws Invalid if the instant is later than now
     */
    public SegmentAdvance advanceTo(Instant to) {
        return advanceTo(to, Integer.MAX_VALUE);
    }

    /**
     * Lets time pass as {@link #advanceTo(Instant)}, with a bound on the work.
     *
     * @param to the instant up to which time has passed
     * @param atMost the most answers to ask for again, 1 or more; a few more are taken where they are due at one instant
     * @return what became of memberships; {@link SegmentAdvance#isDue} says whether there is more to do
     * @throws Invalid if the instant is later than now, or the bound is not positive
     */
    public SegmentAdvance advanceTo(Instant to, int atMost) {
        if (atMost < 1) {
            throw new Invalid("atMost", "1 or more is expected, found " + atMost);
        }
        SegmentAdvance all = SegmentAdvance.NONE;
        do {
            int most = Math.min(Pass.CHUNK, atMost - all.evaluated());
            all = all.then(units.run(unit -> SegmentDesk.advance(unit, to, most)));
        } while (all.isDue(to) && all.evaluated() < atMost);
        return all;
    }

    /**
     * Returns a segment.
     *
     * @param id the segment
     * @return the segment, archived and broken ones too
     * @throws NotFound if there is none
     */
    public Segment get(SegmentId id) {
        return units.run(unit -> SegmentDesk.stored(unit, id));
    }

    /**
     * Returns the active segment of a name.
     *
     * @param name its name
     * @return the segment, or nothing
     */
    public Optional<Segment> named(String name) {
        return units.run(unit -> SegmentDesk.byName(unit, name));
    }

    /**
     * Returns segments, by id. A broken rule is no error.
     *
     * @param condition which
     * @param limit the most of a page, 1 to 10,000
     * @param after where the page before ended; null for the first
     * @return the page
     * @throws Invalid if the cursor came from elsewhere
     */
    public Page<Segment> find(Condition<Segment> condition, int limit, @Nullable Cursor after) {
        return units.run(unit -> SegmentDesk.page(
                unit.get(SegmentRepository.class),
                Query.of(condition, unit.moment()).limit(limit),
                after));
    }

    /**
     * Returns the stored members of a segment, by the id of the membership; who vanished since the last
     * evaluation is left out.
     *
     * @param id the segment
     * @param subject the class of its members
     * @param limit the most of a page, 1 to 10,000
     * @param after where the page before ended; null for the first
     * @param <S> the subject
     * @return the page; may be short although {@link Page#next()} is there
     * @throws NotFound if there is no such segment
     * @throws Invalid if its members are of another kind, or the cursor came from elsewhere
     */
    public <S> Page<S> members(SegmentId id, Class<S> subject, int limit, @Nullable Cursor after) {
        return units.run(unit -> {
            SegmentDesk.checkSubject(unit, SegmentDesk.stored(unit, id), subject);
            Page<SegmentMembership> page = SegmentDesk.openPeriods(unit, id, limit, after);
            List<String> ids = page.items().stream().map(m -> m.subject().id()).toList();
            return new Page<>(Subjects.find(unit, subject, ids), page.next());
        });
    }

    /**
     * Returns the first 100 stored members of a segment.
     *
     * @param id the segment
     * @param subject the class of its members
     * @param <S> the subject
     * @return the members
     * @throws NotFound if there is no such segment
     * @throws Invalid if its members are of another kind
     */
    public <S> List<S> members(SegmentId id, Class<S> subject) {
        return members(id, subject, 100, null).items();
    }

    /**
     * Returns the open periods of membership of a segment.
     *
     * @param id the segment
     * @param limit the most of a page, 1 to 10,000
     * @param after where the page before ended; null for the first
     * @return the page, by id
     * @throws NotFound if there is no such segment
     * @throws Invalid if the cursor came from elsewhere
     */
    public Page<SegmentMembership> memberships(SegmentId id, int limit, @Nullable Cursor after) {
        return units.run(unit ->
                SegmentDesk.openPeriods(unit, SegmentDesk.stored(unit, id).id(), limit, after));
    }

    /**
     * Returns all periods of membership of a subject, those that ended too.
     *
     * @param subject the subject
     * @return the periods, by id; empty for a subject that is unknown
     */
    public List<SegmentMembership> periodsOf(EntityRef subject) {
        return units.run(unit -> new Roster(unit).read(Roster.of(Subjects.resolve(unit, subject))));
    }

    /**
     * Returns whether a subject is a stored member: as time stood at its last change or {@link #advanceTo}.
     *
     * @param id the segment
     * @param subject the subject
     * @return whether it is; false for a subject of another kind
     * @throws NotFound if there is no such segment
     */
    public boolean isMember(SegmentId id, EntityRef subject) {
        return units.run(
                unit -> SegmentDesk.isMember(unit, SegmentDesk.stored(unit, id), Subjects.resolve(unit, subject)));
    }

    /**
     * Returns the active segments of which a subject is a stored member.
     *
     * @param subject the subject
     * @return the segments, by id
     */
    public List<Segment> segmentsOf(EntityRef subject) {
        return units.run(unit -> SegmentDesk.segmentsOf(unit, subject));
    }

    /**
     * Returns who a condition would make a member, without storing anything.
     *
     * @param subject the class of the subject
     * @param condition who
     * @param limit the most subjects of the sample, 1 to 10,000
     * @param <S> the subject
     * @return how many, and the first of them by id
     * @throws Invalid if the condition does not fit the catalogue
     */
    public <S> SegmentPreview<S> preview(Class<S> subject, Condition<S> condition, int limit) {
        return units.run(unit -> SegmentDesk.preview(unit, subject, condition, limit));
    }

    /**
     * Says why a subject is a member or is not.
     *
     * @param id the segment
     * @param subject the subject
     * @return what is stored, and what lists and rule say now
     * @throws NotFound if there is no such segment or subject
     * @throws Invalid if the subject is of another kind
     */
    public MembershipExplanation explain(SegmentId id, EntityRef subject) {
        return units.run(unit -> {
            Segment segment = SegmentDesk.stored(unit, id);
            return SegmentDesk.explain(
                    unit, segment, unit.catalog().subject(segment.subject()), Subjects.resolve(unit, subject));
        });
    }

    private Segment list(
            SegmentId id,
            EntityRef[] subjects,
            boolean mustExist,
            BiFunction<Segment, Collection<String>, Segment> verb) {
        return units.run(unit -> SegmentDesk.list(unit, id, subjects, mustExist, verb));
    }
}
