package org.sambandh.crm.prediction;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds pairs of fields that say together what neither says alone, a month and a channel for instance. For each pair the
 * effects of its cells are estimated from three parts of the training rows and judged on the fourth; a pair is taken if
 * that makes the rows it was not estimated from clearly more likely. Greedy: the best first, then the best beside it.
 *
 * <p>Source: the screening of pairs follows Y. Lou, R. Caruana, J. Gehrke and G. Hooker, Accurate Intelligible Models with
 * Pairwise Interactions, 2013.
 */
final class Pairs {

    private static final int MOST_CELLS = 1_200;
    private static final int MOST_FIELDS = 60;

    private static final int STEPS = 6;

    private final List<Candidate> fields;
    private final byte[] parts;
    private final boolean[] outcomes;
    private final int[] rows;
    private final boolean[][] tried;
    private final boolean[][] taken;
    private final double leastGain;
    private double[] odds;

    /** One field as it is looked at in pairs. */
    record Candidate(Encoding encoding, Coded coded) {}

    /** Two fields that are looked at together. */
    record Found(Candidate first, Candidate second) {

        Coded coded() {
            return Coded.pair(first.coded(), second.coded());
        }
    }

    /** {@code odds}: the log-odds of each training row by a fit that has not seen it. */
    Pairs(List<Candidate> fields, byte[] parts, boolean[] outcomes, int[] rows, double[] odds) {
        this.fields = fields.subList(0, Math.min(fields.size(), MOST_FIELDS));
        this.parts = parts;
        this.outcomes = outcomes;
        this.rows = rows;
        this.odds = odds.clone();
        // The best of many pairs that say nothing looks good by chance: by about the logarithm of how many there are.
        int tries = Math.max(2, this.fields.size() * (this.fields.size() - 1) / 2);
        this.leastGain = Math.max(2, StrictMath.log(tries));
        this.tried = new boolean[this.fields.size()][this.fields.size()];
        this.taken = new boolean[this.fields.size()][this.fields.size()];
    }

    /** Goes on from the log-odds of a fit that has the pairs found so far. */
    void lookAgain(double[] unseen) {
        odds = unseen.clone();
        for (int a = 0; a < tried.length; a++) {
            tried[a] = taken[a].clone();
        }
    }

    /** Returns the pairs that were found since. */
    List<Found> best(int most, int mostCells) {
        List<Found> found = new ArrayList<>();
        int cells = 0;
        while (found.size() < most) {
            int[] next = mostPromising(mostCells - cells);
            if (next == null) {
                break;
            }
            tried[next[0]][next[1]] = true;
            Found pair = new Found(fields.get(next[0]), fields.get(next[1]));
            Coded coded = pair.coded();
            if (take(coded)) {
                taken[next[0]][next[1]] = true;
                found.add(pair);
                cells += coded.size();
            }
        }
        return found;
    }

    private int @Nullable [] mostPromising(int mostCells) {
        double[] residuals = new double[odds.length];
        double[] weights = new double[odds.length];
        for (int row : rows) {
            double p = Odds.probability(odds[row]);
            residuals[row] = (outcomes[row] ? 1 : 0) - p;
            weights[row] = p * (1 - p);
        }
        int[] best = null;
        double most = leastGain;
        for (int a = 0; a < fields.size(); a++) {
            for (int b = a + 1; b < fields.size(); b++) {
                int cells = fields.get(a).coded().size() * fields.get(b).coded().size();
                if (!tried[a][b] && cells <= Math.min(MOST_CELLS, mostCells)) {
                    double gain = gain(fields.get(a).coded(), fields.get(b).coded(), residuals, weights);
                    if (gain > most) {
                        most = gain;
                        best = new int[] {a, b};
                    }
                }
            }
        }
        return best;
    }

    /** The gain of one Newton step, to second order. */
    private double gain(Coded a, Coded b, double[] residuals, double[] weights) {
        int cells = a.size() * b.size();
        double[] g = new double[cells * 5];
        double[] h = new double[cells * 5];
        for (int row : rows) {
            int at = (a.cell(row) * b.size() + b.cell(row)) * 5;
            g[at] += residuals[row];
            h[at] += weights[row];
            g[at + parts[row]] += residuals[row];
            h[at + parts[row]] += weights[row];
        }
        double gain = 0;
        for (int at = 0; at < g.length; at += 5) {
            for (int part = 1; part <= 4; part++) {
                double effect = (g[at] - g[at + part]) / (h[at] - h[at + part] + Learner.PAIR_RIDGE);
                gain += effect * (g[at + part] - effect * h[at + part] / 2);
            }
        }
        return gain;
    }

    /** Estimates the effects in full, and keeps them if the gain is real. */
    private boolean take(Coded pair) {
        double[] effects = new double[pair.size() * 5];
        for (int step = 0; step < STEPS; step++) {
            improve(pair, effects);
        }
        double gain = 0;
        for (int row : rows) {
            double effect = effects[pair.cell(row) * 5 + parts[row]];
            gain += Odds.loss(odds[row], outcomes[row]) - Odds.loss(odds[row] + effect, outcomes[row]);
        }
        if (gain <= leastGain) {
            return false;
        }
        for (int row : rows) {
            odds[row] += effects[pair.cell(row) * 5 + parts[row]];
        }
        return true;
    }

    /** One bounded Newton step for the effect of each cell, once without the rows of each part. */
    private void improve(Coded pair, double[] effects) {
        double[] g = new double[effects.length];
        double[] h = new double[effects.length];
        for (int row : rows) {
            int at = pair.cell(row) * 5;
            for (int part = 1; part <= 4; part++) {
                if (part != parts[row]) {
                    double p = Odds.probability(odds[row] + effects[at + part]);
                    g[at + part] += (outcomes[row] ? 1 : 0) - p;
                    h[at + part] += p * (1 - p);
                }
            }
        }
        for (int i = 0; i < effects.length; i++) {
            double step = (g[i] - Learner.PAIR_RIDGE * effects[i]) / (h[i] + Learner.PAIR_RIDGE);
            effects[i] += Math.max(-1, Math.min(1, step));
        }
    }
}
