package org.sambandh.crm.segment;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.condition.CompiledCondition;
import org.sambandh.crm.condition.Rule;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.field.Subject;

/**
 * An active segment, ready to be evaluated. Immutable.
 *
 * @param segment the segment
 * @param subject what its members are
 * @param rule its rule; null for a list kept by hand and for a broken rule
 * @param reads what the rule looks at; null where there is none
 * @param fault what is wrong with the rule; null where nothing is
 * @param <S> its members
 */
record Entry<S>(
        Segment segment,
        Subject<S> subject,
        @Nullable CompiledCondition<S> rule,
        @Nullable Reads reads,
        SegmentRefresh.@Nullable Broken fault) {

    static Entry<?> of(Segment segment, Catalog catalog) {
        return of(segment, catalog.subject(segment.subject()), catalog);
    }

    private static <S> Entry<S> of(Segment segment, Subject<S> subject, Catalog catalog) {
        Rule<S> rule = rule(segment, subject);
        if (rule == null) {
            return new Entry<>(segment, subject, null, null, null);
        }
        // What is wrong is found before anything is read, because a failed read would end the transaction.
        try {
            CompiledCondition<S> compiled = CompiledCondition.of(rule.condition(), subject.type(), catalog);
            return new Entry<>(segment, subject, compiled, Reads.of(rule.condition(), subject.type(), catalog), null);
        } catch (Invalid e) {
            return new Entry<>(
                    segment, subject, null, null, new SegmentRefresh.Broken(segment.id(), e.path(), e.why()));
        }
    }

    private static <S> @Nullable Rule<S> rule(Segment segment, Subject<S> subject) {
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

    /** The same rule for another state of the segment, or null if the rule is another one. */
    @Nullable
    Entry<S> of(Segment other) {
        boolean same = segment.rule().equals(other.rule()) && segment.subject().equals(other.subject());
        return same ? new Entry<>(other, subject, rule, reads, fault) : null;
    }

    SegmentId id() {
        return segment.id();
    }

    Optional<SegmentRefresh.Broken> broken() {
        return Optional.ofNullable(fault);
    }

    List<SegmentId> named() {
        return reads == null ? List.of() : reads.segments();
    }

    boolean countsPeriods() {
        return reads != null && reads.countsPeriods();
    }

    boolean isListed(String id) {
        return segment.includes().contains(id) || segment.excludes().contains(id);
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // one is made for each segment of an index, and looked up there
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return segment.hashCode();
    }
}
