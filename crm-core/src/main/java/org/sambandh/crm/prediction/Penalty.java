package org.sambandh.crm.prediction;

import java.util.Arrays;

/**
 * What large coefficients cost: each its square, and neighbouring ranges of a number the square of their difference. The
 * constant costs nothing.
 */
final class Penalty {

    private final double[] ridge;
    private final double[] chain;

    Penalty(int columns) {
        this.ridge = new double[columns];
        this.chain = new double[columns];
    }

    void ridge(int from, int to, double weight) {
        Arrays.fill(ridge, from, to, weight);
    }

    /** Ties each column to the next one. */
    void chain(int from, int to, double weight) {
        Arrays.fill(chain, from, Math.max(from, to - 1), weight);
    }

    double of(double[] coefficients) {
        double sum = 0;
        for (int i = 1; i < ridge.length; i++) {
            sum += ridge[i] * coefficients[i] * coefficients[i];
            if (chain[i] > 0) {
                double step = coefficients[i + 1] - coefficients[i];
                sum += chain[i] * step * step;
            }
        }
        return sum / 2;
    }

    void subtractGradient(double[] coefficients, double[] gradient) {
        for (int i = 1; i < ridge.length; i++) {
            gradient[i] -= ridge[i] * coefficients[i];
            if (chain[i] > 0) {
                double pull = chain[i] * (coefficients[i + 1] - coefficients[i]);
                gradient[i] += pull;
                gradient[i + 1] -= pull;
            }
        }
    }

    /** Whether a column is held back by itself alone, so that without rows it can be solved alone. */
    boolean standsAlone(int column) {
        return column > 0 && chain[column] == 0 && chain[column - 1] == 0;
    }

    /** What a column without rows that stands alone moves by. */
    double alone(int column, double gradient) {
        return gradient / ridge[column];
    }

    void addCurvature(double[][] products) {
        for (int i = 1; i < ridge.length; i++) {
            products[i][i] += ridge[i];
            if (chain[i] > 0) {
                products[i][i] += chain[i];
                products[i + 1][i + 1] += chain[i];
                products[i + 1][i] -= chain[i];
            }
        }
    }
}
