package org.sambandh.crm.scoring;

import org.sambandh.crm.common.Moment;
import org.sambandh.crm.condition.Facts;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;

/**
 * Every test of one number, date, instant or truth against fixed ends: sorted thresholds.
 *
 * @param field what is read, as a {@code long}
 * @param from where each piece begins, ascending; below the first nothing is earned
 * @param rows what each piece earns
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and read for every subject
record LongStep<S>(Field.One<S, ?> field, long[] from, TextStep.Row[] rows) implements Step<S> {

    @Override
    public long points(S subject, Facts facts, Moment moment) {
        int piece = piece(subject);
        return piece < 0 ? 0 : rows[piece].sum();
    }

    @Override
    public void mark(S subject, Facts facts, Moment moment, ScoreMarks.Pad pad) {
        int piece = piece(subject);
        if (piece >= 0) {
            rows[piece].mark(pad);
        }
    }

    private int piece(S subject) {
        long value = field.getLong(subject);
        int piece = value == FieldType.MISSING ? -1 : from.length - 1;
        while (piece >= 0 && value < from[piece]) {
            piece--;
        }
        return piece;
    }
}
