package org.sambandh.crm.prediction;

import java.util.Arrays;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;

/**
 * Penalised logistic regression by Newton's method (iteratively reweighted least squares): each step solves the normal
 * equations by Hipparchus' Cholesky decomposition, and is halved until the penalised likelihood does not fall. The function
 * is strictly concave, so there is one maximum and every start leads to it. The only class that needs Hipparchus.
 *
 * <p>Source: P. McCullagh and J. A. Nelder, Generalized Linear Models, 1989, section 2.5; the penalty on differences of
 * neighbours: P. H. C. Eilers and B. D. Marx, Flexible Smoothing with B-splines and Penalties, 1996.
 */
final class Regression {

    private static final int MOST_STEPS = 60;
    private static final int MOST_HALVINGS = 30;

    private final Design design;
    private final boolean[] outcomes;
    private final Penalty penalty;

    Regression(Design design, boolean[] outcomes, Penalty penalty) {
        this.design = design;
        this.outcomes = outcomes;
        this.penalty = penalty;
    }

    /** Returns the coefficients; stops when a step could gain less than {@code tolerance} in log-likelihood. */
    double[] fit(double[] start, double tolerance) {
        double[] coefficients = start.clone();
        double[] logOdds = design.times(coefficients);
        double cost = cost(coefficients, logOdds);
        for (int i = 0; i < MOST_STEPS; i++) {
            double[] gradient = new double[design.columns()];
            double[] step = step(coefficients, logOdds, gradient);
            double gain = 0;
            for (int c = 0; c < step.length; c++) {
                gain += step[c] * gradient[c] / 2;
            }
            if (!(gain > tolerance)) {
                break;
            }
            boolean better = false;
            for (int halving = 0; halving < MOST_HALVINGS && !better; halving++) {
                double share = Math.scalb(1.0, -halving);
                double[] next = new double[step.length];
                for (int c = 0; c < step.length; c++) {
                    next[c] = coefficients[c] + share * step[c];
                }
                double[] nextOdds = design.times(next);
                double nextCost = cost(next, nextOdds);
                if (nextCost < cost) {
                    better = true;
                    coefficients = next;
                    logOdds = nextOdds;
                    cost = nextCost;
                }
            }
            if (!better) {
                break;
            }
        }
        return coefficients;
    }

    private double cost(double[] coefficients, double[] logOdds) {
        double sum = penalty.of(coefficients);
        for (int row = 0; row < logOdds.length; row++) {
            sum += Odds.loss(logOdds[row], outcomes[row]);
        }
        return sum;
    }

    private double[] step(double[] coefficients, double[] logOdds, double[] gradient) {
        int columns = design.columns();
        double[] residuals = new double[logOdds.length];
        double[] weights = new double[logOdds.length];
        for (int row = 0; row < logOdds.length; row++) {
            double p = Odds.probability(logOdds[row]);
            residuals[row] = (outcomes[row] ? 1 : 0) - p;
            weights[row] = Math.max(p * (1 - p), 1e-12);
        }
        design.addGradient(residuals, gradient);
        penalty.subtractGradient(coefficients, gradient);
        double[][] products = new double[columns][columns];
        design.addProducts(weights, products);
        int[] tied = new int[columns];
        int count = 0;
        for (int i = 0; i < columns; i++) {
            if (products[i][i] > 0 || !penalty.standsAlone(i)) {
                tied[count++] = i;
            }
        }
        penalty.addCurvature(products);
        return solve(products, Arrays.copyOf(tied, count), gradient);
    }

    /** Most pairs of levels are in no row: those are solved alone, because time grows with the cube of the others. */
    private double[] solve(double[][] products, int[] tied, double[] gradient) {
        double[][] matrix = new double[tied.length][tied.length];
        double[] right = new double[tied.length];
        for (int i = 0; i < tied.length; i++) {
            right[i] = gradient[tied[i]];
            for (int j = 0; j <= i; j++) {
                matrix[i][j] = products[tied[i]][tied[j]];
                matrix[j][i] = matrix[i][j];
            }
        }
        double[] solved = new CholeskyDecomposition(new Array2DRowRealMatrix(matrix, false), 1e-9, 1e-14)
                .getSolver()
                .solve(new ArrayRealVector(right, false))
                .toArray();
        double[] step = new double[gradient.length];
        int next = 0;
        for (int c = 0; c < step.length; c++) {
            boolean isTied = next < tied.length && tied[next] == c;
            step[c] = isTied ? solved[next++] : penalty.alone(c, gradient[c]);
        }
        return step;
    }
}
