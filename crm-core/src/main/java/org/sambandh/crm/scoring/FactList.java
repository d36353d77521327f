package org.sambandh.crm.scoring;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.condition.Facts;
import org.sambandh.crm.condition.Window;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.field.Relation;

/**
 * The facts of one relation, with one text by which they are told apart.
 *
 * @param relation the catalogue's own relation
 * @param time when a fact happened; null if facts have no time
 * @param key the text, null where all facts count
 */
record FactList<S, R>(Relation<S, R> relation, Field.@Nullable One<R, Instant> time, Field.@Nullable One<R, ?> key) {

    List<R> of(S subject, Facts facts, Moment moment) {
        return relation instanceof Relation.Parts<S, R> parts
                ? parts.reader().apply(subject)
                : facts.related(relation, List.of(subject), moment).get(0);
    }

    /** When a fact happened, {@link FieldType#MISSING} if nobody knows. */
    long time(R fact) {
        return time == null ? FieldType.MISSING : time.getLong(fact);
    }

    /** What is said of the facts with the key of this one. */
    <T> @Nullable T find(Map<Object, T> byKey, @Nullable T always, R fact) {
        if (key == null) {
            return always;
        }
        Object value = key.get(fact);
        return value == null ? null : byKey.get(value);
    }

    /**
     * A window in microseconds.
     *
     * @param length back from the moment, -1 if the ends are fixed
     * @param from the first instant of a fixed window
     * @param to the last instant of a fixed window
     */
    record Span(long length, long from, long to) {

        static Span of(Window window) {
            if (window instanceof Window.Last last) {
                return new Span(
                        last.length().toSeconds() * 1_000_000 + last.length().toNanosPart() / 1_000, 0, 0);
            } else if (window instanceof Window.Fixed fixed) {
                return new Span(-1, FieldType.INSTANT.toLong(fixed.from()), FieldType.INSTANT.toLong(fixed.to()));
            }
            return new Span(-1, Long.MIN_VALUE, Long.MAX_VALUE);
        }

        /** Whether a fact that is not later than the moment stands in it; one of unknown time only in an endless one. */
        boolean holds(long happened, long at) {
            return length >= 0 ? happened >= at - length : happened >= from && happened <= to;
        }
    }
}
