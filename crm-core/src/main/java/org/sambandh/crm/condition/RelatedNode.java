package org.sambandh.crm.condition;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.field.Relation;

/**
 * A measure over related facts.
 *
 * @param condition what is evaluated; for a segment that is not the related test it was expanded to
 * @param number the field measured, null for a count
 */
record RelatedNode<S, R>(
        Condition<S> condition,
        Relation<S, R> relation,
        Node<R> where,
        Window window,
        Measure.Kind kind,
        @Nullable Field<R, BigDecimal> number,
        ValueTest<BigDecimal> test)
        implements Node<S> {

    @Override
    public boolean test(Chunk<S> chunk, int row) {
        return measured(chunk.related(relation), matching(chunk, row)).passes(test);
    }

    @Override
    public Verdict verdict(Chunk<S> chunk, int row) {
        Chunk.Related<R> related = chunk.related(relation);
        Instant until = Verdict.FOREVER;
        List<Integer> rows = new ArrayList<>();
        for (int i = related.start(row); i < related.end(row); i++) {
            Junction.Combined counted = new Junction.Combined(false);
            counted.add(seen(related.facts(), i).at(chunk.moment()));
            counted.add(where.verdict(related.facts(), i));
            until = LocalDays.earlier(until, counted.verdict().until());
            if (counted.verdict().matches()) {
                rows.add(i);
            }
        }
        return new Verdict(measured(related, rows).passes(test), until);
    }

    @Override
    public String found(Chunk<S> chunk, int row) {
        List<Integer> rows = matching(chunk, row);
        Measured measured = measured(chunk.related(relation), rows);
        if (kind == Measure.Kind.COUNT) {
            return "found " + rows.size();
        } else if (measured.isMissing()) {
            return "missing over " + rows.size();
        }
        String total = ValueWords.number(measured.total());
        return kind == Measure.Kind.AVERAGE
                ? "found a total of " + total + " in " + measured.divisor() + " values over " + rows.size()
                : "found " + total + " over " + rows.size();
    }

    private List<Integer> matching(Chunk<S> chunk, int row) {
        Chunk.Related<R> related = chunk.related(relation);
        List<Integer> rows = new ArrayList<>();
        for (int i = related.start(row); i < related.end(row); i++) {
            if (seen(related.facts(), i).contains(chunk.moment()) && where.test(related.facts(), i)) {
                rows.add(i);
            }
        }
        return rows;
    }

    private Span seen(Chunk<R> facts, int row) {
        Moment moment = facts.moment();
        Instant occurred =
                relation.time().map(time -> occurred(time, facts.subject(row))).orElse(null);
        return Span.of(window, occurred, moment.zone());
    }

    private static <R> @Nullable Instant occurred(Field.One<R, Instant> time, R fact) {
        return FieldType.INSTANT.clean(time.name(), time.get(fact));
    }

    private Measured measured(Chunk.Related<R> related, List<Integer> rows) {
        if (number == null) {
            return Measured.count(rows.size());
        }
        Values<R, BigDecimal> numbers = Values.reading(number);
        List<BigDecimal> values = new ArrayList<>();
        for (int i : rows) {
            values.addAll(numbers.of(related.facts(), i));
        }
        return Measured.of(kind, values);
    }
}
