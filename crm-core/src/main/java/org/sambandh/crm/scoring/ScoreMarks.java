package org.sambandh.crm.scoring;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.sambandh.crm.common.Moment;

/**
 * A score with its reasons in as little memory as they need: for each criterion how often it held and what it came to.
 * Words are made when they are asked for. Immutable; not kept, see {@link Scorer#marks}.
 *
 * @param <S> the subject
 */
public final class ScoreMarks<S> {

    private final PointsModel<S> model;
    private final Moment moment;
    private final long value;
    private final Pad pad;

    ScoreMarks(PointsModel<S> model, Moment moment, long value, Pad pad) {
        this.model = model;
        this.moment = moment;
        this.value = value;
        this.pad = pad;
    }

    /** What was found, criterion after criterion. */
    static final class Pad {

        private final int[] counts;
        private final long[] points;

        Pad(int criteria) {
            this.counts = new int[criteria];
            this.points = new long[criteria];
        }

        void add(int criterion, int count, long earned) {
            counts[criterion] = count;
            points[criterion] = earned;
        }

        long points(int criterion) {
            return points[criterion];
        }
    }

    /** {@return the points, scaled by {@link Scorer#POINTS_SCALE}} */
    public long value() {
        return value;
    }

    /**
     * Returns how many facts earned points.
     *
     * @param criterion its position in the model, from 0, through all groups
     * @return the count; 1 or 0 where the points count once
     */
    public int count(int criterion) {
        return pad.counts[criterion];
    }

    /**
     * Returns what one criterion came to, before its cap.
     *
     * @param criterion its position in the model, from 0, through all groups
     * @return the points, scaled by {@link Scorer#POINTS_SCALE}
     */
    public long points(int criterion) {
        return pad.points[criterion];
    }

    /**
     * Returns the score with everything in words.
     *
     * @return the score that {@link Scorer#score} gives, but for its {@code until}: how long it holds was not worked out,
     *     so that it says the next microsecond
     */
    public Score score() {
        Sum sum = new Sum();
        int position = 0;
        for (Group<S> group : model.groups()) {
            List<Tally> tallies = new ArrayList<>(group.criteria().size());
            for (int i = 0; i < group.criteria().size(); i++) {
                BigDecimal points = Points.plain(BigDecimal.valueOf(pad.points[position], Points.SCALE));
                tallies.add(new Tally(pad.counts[position], points, moment.at().plus(1, ChronoUnit.MICROS)));
                position++;
            }
            sum.add(group, tallies);
        }
        return sum.score(model, moment);
    }

    /** {@return the points only} */
    @Override
    public String toString() {
        return "ScoreMarks[" + BigDecimal.valueOf(value, Points.SCALE).toPlainString() + "]";
    }
}
