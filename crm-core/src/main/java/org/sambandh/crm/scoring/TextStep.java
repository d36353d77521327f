package org.sambandh.crm.scoring;

import java.util.Map;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.condition.Facts;
import org.sambandh.crm.field.Field;

/**
 * Every test of one text or code: one look-up, however many values are named. No larger than the model is.
 *
 * @param field the text
 * @param rows what each value earns
 */
record TextStep<S, V>(Field.One<S, V> field, Map<V, Row> rows) implements Step<S> {

    /**
     * What one value earns.
     *
     * @param sum the points of all criteria that name it, each after its cap
     * @param criteria their positions in the model
     * @param points the points of each, before its cap
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, and read for every subject
    record Row(long sum, int[] criteria, long[] points) {

        void mark(ScoreMarks.Pad pad) {
            for (int i = 0; i < criteria.length; i++) {
                pad.add(criteria[i], 1, points[i]);
            }
        }
    }

    @Override
    public long points(S subject, Facts facts, Moment moment) {
        V value = field.get(subject);
        Row row = value == null ? null : rows.get(value);
        return row == null ? 0 : row.sum;
    }

    @Override
    public void mark(S subject, Facts facts, Moment moment, ScoreMarks.Pad pad) {
        V value = field.get(subject);
        Row row = value == null ? null : rows.get(value);
        if (row != null) {
            row.mark(pad);
        }
    }
}
