package org.sambandh.crm.prediction;

import org.sambandh.crm.common.Invalid;

/**
 * How a model is learned. The usual settings are meant for all data; nothing is ever chosen by the held-out part.
 *
 * @param split which rows are held out, and judged at the end
 * @param ranges whether numbers are cut into ranges (binning), with neighbours kept alike; otherwise they are standardised and have
 *     one slope
 * @param mostPairs how many pairs of fields may be looked at together (interactions), 0 to 20. One is taken only if it makes subjects it
 *     was not learned from clearly more likely
 * @param minimumRows fewer rows are not enough data; 50 or more
 * @param minimumEach fewer positive, or fewer negative rows are not enough data; 10 or more
 */
public record TrainingSettings(Split split, boolean ranges, int mostPairs, int minimumRows, int minimumEach) {

    /** Held out by id, numbers in ranges, at most eight pairs, at least 200 rows and 20 on each side. */
    public static final TrainingSettings USUAL = new TrainingSettings(Split.BY_ID, true, 8, 200, 20);

    /**
     * Which fifth of the rows is held out. The other four fifths, told apart in the same way, are the parts by which
     * everything is chosen that is not learned (cross-validation).
     */
    public enum Split {
        /** Those whose id, hashed, leaves no remainder by five: the same rows in every training, in whatever order. */
        BY_ID,
        /** Those whose number, counted from 0 in the order in which they are read, leaves no remainder by five. */
        BY_ROW
    }

    /**
     * Checks what it is given.
     *
     * @param split which rows are held out, and judged at the end
     * @param ranges whether numbers are cut into ranges (binning), with neighbours kept alike; otherwise they are standardised and
     *     have one slope
     * @param mostPairs how many pairs of fields may be looked at together (interactions), 0 to 20. One is taken only if it makes
     *     subjects it was not learned from clearly more likely
     * @param minimumRows fewer rows are not enough data; 50 or more
     * @param minimumEach fewer positive, or fewer negative rows are not enough data; 10 or more
     */
    public TrainingSettings {
        if (mostPairs < 0 || mostPairs > 20) {
            throw new Invalid("trainingSettings.mostPairs", "0 to 20, found " + mostPairs);
        }
        if (minimumRows < 50) {
            throw new Invalid("trainingSettings.minimumRows", "50 or more, found " + minimumRows);
        }
        if (minimumEach < 10) {
            throw new Invalid("trainingSettings.minimumEach", "10 or more, found " + minimumEach);
        }
    }

    /**
     * Returns the same settings with another split.
     *
     * @param other which rows are held out
     * @return the settings
     */
    public TrainingSettings splitBy(Split other) {
        return new TrainingSettings(other, ranges, mostPairs, minimumRows, minimumEach);
    }

    /**
     * Returns the same settings with numbers that are standardised and have one slope each.
     *
     * @return the settings
     */
    public TrainingSettings withoutRanges() {
        return new TrainingSettings(split, false, mostPairs, minimumRows, minimumEach);
    }

    /**
     * Returns the same settings with another number of pairs.
     *
     * @param pairs how many pairs of fields may be looked at together
     * @return the settings
     */
    public TrainingSettings withMostPairs(int pairs) {
        return new TrainingSettings(split, ranges, pairs, minimumRows, minimumEach);
    }
}
