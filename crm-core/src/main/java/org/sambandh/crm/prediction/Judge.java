package org.sambandh.crm.prediction;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Compares predicted log-odds with what happened. */
final class Judge {

    private static final int SCALE = 6;
    private static final int PARTS = 10;

    private final double[] odds;
    private final double[] probabilities;
    private final boolean[] outcomes;
    private final long positives;
    private final int[] likelyFirst;

    Judge(double[] odds, boolean[] outcomes) {
        this.odds = odds;
        this.outcomes = outcomes;
        this.probabilities = new double[odds.length];
        long count = 0;
        for (int i = 0; i < odds.length; i++) {
            probabilities[i] = Odds.probability(odds[i]);
            count += outcomes[i] ? 1 : 0;
        }
        this.positives = count;
        this.likelyFirst = IntStream.range(0, odds.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -odds[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    long positives() {
        return positives;
    }

    /** The share of pairs in the right order, by the sum of ranks (Mann and Whitney, 1947). */
    BigDecimal auc() {
        double negatives = (double) odds.length - positives;
        double below = negatives;
        double right = 0;
        for (int from = 0; from < likelyFirst.length; ) {
            int to = from;
            long hits = 0;
            long misses = 0;
            while (to < likelyFirst.length && odds[likelyFirst[to]] == odds[likelyFirst[from]]) {
                if (outcomes[likelyFirst[to]]) {
                    hits++;
                } else {
                    misses++;
                }
                to++;
            }
            below -= misses;
            right += hits * (below + misses / 2.0);
            from = to;
        }
        return figure(right / (positives * negatives));
    }

    BigDecimal logLoss() {
        double sum = 0;
        for (int i = 0; i < odds.length; i++) {
            sum += Odds.loss(odds[i], outcomes[i]);
        }
        return figure(sum / odds.length);
    }

    BigDecimal brier() {
        double sum = 0;
        for (int i = 0; i < odds.length; i++) {
            double wrong = probabilities[i] - (outcomes[i] ? 1 : 0);
            sum += wrong * wrong;
        }
        return figure(sum / odds.length);
    }

    BigDecimal bandError() {
        double[] wrong = new double[PARTS];
        for (int i = 0; i < odds.length; i++) {
            int band = Math.min(PARTS - 1, (int) (probabilities[i] * PARTS));
            wrong[band] += probabilities[i] - (outcomes[i] ? 1 : 0);
        }
        double sum = 0;
        for (double w : wrong) {
            sum += Math.abs(w);
        }
        return figure(sum / odds.length);
    }

    BigDecimal calibrationError() {
        double sum = 0;
        for (int part = 0; part < PARTS; part++) {
            double wrong = 0;
            for (int i = begin(part); i < begin(part + 1); i++) {
                wrong += probabilities[likelyFirst[i]] - (outcomes[likelyFirst[i]] ? 1 : 0);
            }
            sum += Math.abs(wrong);
        }
        return figure(sum / odds.length);
    }

    private int begin(int part) {
        return (int) ((long) odds.length * part / PARTS);
    }

    List<Decile> deciles() {
        List<Decile> deciles = new ArrayList<>();
        long captured = 0;
        for (int part = 0; part < PARTS; part++) {
            int rows = begin(part + 1) - begin(part);
            long hits = 0;
            double sum = 0;
            for (int i = begin(part); i < begin(part + 1); i++) {
                hits += outcomes[likelyFirst[i]] ? 1 : 0;
                sum += probabilities[likelyFirst[i]];
            }
            captured += hits;
            if (rows > 0) {
                double observed = (double) hits / rows;
                deciles.add(new Decile(
                        part + 1,
                        rows,
                        hits,
                        figure(sum / rows),
                        figure(observed),
                        figure(observed * odds.length / positives),
                        figure((double) captured / positives)));
            }
        }
        return deciles;
    }

    private static BigDecimal figure(double value) {
        return Decimals.plain(BigDecimal.valueOf(value).setScale(SCALE, RoundingMode.HALF_UP));
    }
}
