package org.sambandh.crm.segment;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Rule;
import org.sambandh.crm.condition.Tests;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Unit;

/** All active segments of a tenant, and which name which. */
final class SegmentGraph {

    private final Unit unit;
    private final Map<SegmentId, Segment> segments = new LinkedHashMap<>();

    private SegmentGraph(Unit unit, Collection<Segment> active) {
        this.unit = unit;
        active.forEach(s -> segments.put(s.id(), s));
    }

    static SegmentGraph of(Unit unit) {
        Query<Segment> active = Query.of(Conditions.where(SegmentFields.ARCHIVED, Tests.is(false)), unit.moment());
        return new SegmentGraph(unit, Roster.readAll(unit.get(SegmentRepository.class), active));
    }

    /** The active segments, by id. */
    Collection<Segment> active() {
        return segments.values();
    }

    boolean isNamed(SegmentId id) {
        return segments.values().stream().anyMatch(s -> named(s).containsKey(id));
    }

    /** Refuses a rule that names an unknown segment, one of another kind of subject, or the segment itself over others. */
    void check(Segment changed) {
        named(changed).forEach((id, kind) -> {
            Segment other = id.equals(changed.id()) ? changed : segments.get(id);
            if (other == null) {
                throw new RuleViolation(
                        "segment-unknown",
                        ref(changed.id()),
                        "The rule names the segment " + id
                                + ", which is not there or archived. Define it first, or name another one.");
            }
            String expected = unit.catalog().subject(kind).name();
            if (!other.subject().equals(expected)) {
                throw new Invalid(
                        "segment.rule",
                        "the segment " + id + " is about subjects of the kind " + other.subject() + ", not "
                                + expected);
            }
        });
        segments.put(changed.id(), changed);
        new Chain(this::namedBy, false).add(changed.id());
    }

    private Set<SegmentId> namedBy(SegmentId id) {
        Segment segment = segments.get(id);
        return segment == null ? Set.of() : named(segment).keySet();
    }

    private static EntityRef ref(SegmentId id) {
        return new EntityRef("segment", id.value());
    }

    /** The segments that a rule names, with the class of subject it expects there. */
    static Map<SegmentId, Class<?>> named(Segment segment) {
        Map<SegmentId, Class<?>> found = new LinkedHashMap<>();
        segment.rule().filter(Rule::isValid).ifPresent(rule -> collect(rule.condition(), rule.subject(), found));
        return found;
    }

    private static void collect(Condition<?> condition, Class<?> subject, Map<SegmentId, Class<?>> found) {
        if (condition instanceof Condition.InSegment<?> in) {
            found.put(in.segment(), subject);
        } else if (condition instanceof Condition.All<?> all) {
            all.conditions().forEach(c -> collect(c, subject, found));
        } else if (condition instanceof Condition.Any<?> any) {
            any.conditions().forEach(c -> collect(c, subject, found));
        } else if (condition instanceof Condition.Not<?> not) {
            collect(not.condition(), subject, found);
        } else if (condition instanceof Condition.RelatedTest<?, ?> related) {
            collect(related.where(), related.relation().fact(), found);
        }
    }
}
