package org.sambandh.crm.prediction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Fits factors to the rows of the training part. What is not fitted, how much coefficients may differ and which pairs of
 * fields are looked at, is chosen by cross-validation over four parts of the training rows; no held-out row is ever
 * looked at.
 */
final class Learner {

    private static final double[] STRENGTHS = {0.1, 0.3, 1, 3, 10};
    private static final double CHAIN = 100;
    private static final double CHAINED_RIDGE = 0.1;
    private static final double LEVEL_RIDGE = 5;
    private static final double SLOPE_RIDGE = 1;
    static final double PAIR_RIDGE = 10;
    private static final double ROUGHLY = 1e-3;
    private static final double EXACTLY = 1e-12;

    private final byte[] parts;
    private final boolean[] outcomes;
    private final int[] training;
    private final List<Coded> coded = new ArrayList<>();
    private final List<Penal> penals = new ArrayList<>();
    private final List<Design.Standardised> slopes = new ArrayList<>();
    private double strength = 1;

    /** How the coefficients of a factor are held back. */
    enum Penal {
        /** Ranges of a number, the cell for missing behind them. */
        CHAIN,
        /** Levels. */
        LEVELS,
        /** Two fields together. */
        PAIR
    }

    /** {@code parts} gives each row its fifth; that of number 0 is held out. */
    Learner(byte[] parts, boolean[] outcomes) {
        this.parts = parts;
        this.outcomes = outcomes;
        this.training = rows(part -> part != 0);
    }

    interface PartTest {
        boolean passes(int part);
    }

    int[] rows(PartTest test) {
        int[] rows = new int[parts.length];
        int count = 0;
        for (int row = 0; row < parts.length; row++) {
            if (test.passes(parts[row])) {
                rows[count++] = row;
            }
        }
        return Arrays.copyOf(rows, count);
    }

    int[] training() {
        return training;
    }

    void add(Coded factor, Penal penal) {
        coded.add(factor);
        penals.add(penal);
    }

    void add(Design.Standardised slope) {
        slopes.add(slope);
    }

    int columns() {
        return 1 + coded.stream().mapToInt(Coded::size).sum() + slopes.size();
    }

    double strength() {
        return strength;
    }

    /**
     * Chooses how much coefficients are held back: the most of which the loss on rows that were not fitted is not above
     * the lowest by more than its own uncertainty (the rule of one standard error: L. Breiman and others, Classification
     * and Regression Trees, 1984). Returns the log-odds of every training row by the fit that has not seen it.
     */
    double[] choose() {
        double[][] unseen = new double[STRENGTHS.length][];
        double[] start = new double[columns()];
        start[0] = Odds.of(rate());
        int best = -1;
        for (int s = 0; s < STRENGTHS.length; s++) {
            start = fit(training, start, STRENGTHS[s], ROUGHLY);
            unseen[s] = unseen(start, STRENGTHS[s]);
            if (best < 0 || difference(unseen[s], unseen[best])[0] < 0) {
                best = s;
            }
        }
        int chosen = best;
        for (int s = best + 1; s < STRENGTHS.length; s++) {
            double[] worse = difference(unseen[s], unseen[best]);
            if (worse[0] <= worse[1]) {
                chosen = s;
            }
        }
        strength = STRENGTHS[chosen];
        return unseen[chosen];
    }

    /** Returns the log-odds of every training row by the fit, with the strength chosen, that has not seen it. */
    double[] unseen() {
        double[] start = new double[columns()];
        start[0] = Odds.of(rate());
        return unseen(fit(training, start, strength, ROUGHLY), strength);
    }

    private double[] unseen(double[] start, double strongly) {
        double[] unseen = new double[parts.length];
        for (int part = 1; part <= 4; part++) {
            int out = part;
            double[] fitted = fit(rows(p -> p != 0 && p != out), start, strongly, ROUGHLY);
            int[] left = rows(p -> p == out);
            double[] odds = Design.of(left, coded, slopes).times(fitted);
            for (int i = 0; i < left.length; i++) {
                unseen[left[i]] = odds[i];
            }
        }
        return unseen;
    }

    /** By how much the loss is higher, in the mean, and the standard error of that. */
    private double[] difference(double[] odds, double[] others) {
        double sum = 0;
        double squares = 0;
        for (int row : training) {
            double d = Odds.loss(odds[row], outcomes[row]) - Odds.loss(others[row], outcomes[row]);
            sum += d;
            squares += d * d;
        }
        double n = training.length;
        double mean = sum / n;
        return new double[] {mean, Math.sqrt(Math.max(0, squares / n - mean * mean) / n)};
    }

    private double rate() {
        int positive = 0;
        for (int row : training) {
            positive += outcomes[row] ? 1 : 0;
        }
        return (double) positive / training.length;
    }

    /** Returns the constant, then the coefficients of each factor, then those of the slopes. */
    double[] fit() {
        double[] start = new double[columns()];
        start[0] = Odds.of(rate());
        return fit(training, start, strength, EXACTLY);
    }

    private double[] fit(int[] rows, double[] start, double strongly, double tolerance) {
        boolean[] outcome = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            outcome[i] = outcomes[rows[i]];
        }
        Design design = Design.of(rows, coded, slopes);
        return new Regression(design, outcome, penalty(strongly)).fit(start, tolerance);
    }

    private Penalty penalty(double strongly) {
        Penalty penalty = new Penalty(columns());
        int at = 1;
        for (int f = 0; f < coded.size(); f++) {
            int end = at + coded.get(f).size();
            switch (penals.get(f)) {
                case CHAIN -> {
                    penalty.ridge(at, end, CHAINED_RIDGE);
                    penalty.chain(at, end - 1, CHAIN * strongly);
                }
                case LEVELS -> penalty.ridge(at, end, LEVEL_RIDGE * strongly);
                case PAIR -> penalty.ridge(at, end, PAIR_RIDGE);
            }
            at = end;
        }
        penalty.ridge(at, at + slopes.size(), SLOPE_RIDGE);
        return penalty;
    }
}
