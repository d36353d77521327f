package org.sambandh.crm.prediction;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some rows as a sparse matrix: what each of them has beside the constant in column 0. */
final class Design {

    private final int columns;
    private final int[] starts;
    private final int[] indices;
    private final double @Nullable [] values;

    private Design(int columns, int[] starts, int[] indices, double @Nullable [] values) {
        this.columns = columns;
        this.starts = starts;
        this.indices = indices;
        this.values = values;
    }

    /** A number that is standardised and not cut; the mean stands in where it is missing. */
    static final class Standardised {

        private final double mean;
        private final double deviation;
        private final double[] byRow;

        /** {@code byRow}: NaN where it is missing. */
        Standardised(double mean, double deviation, double[] byRow) {
            this.mean = mean;
            this.deviation = deviation;
            this.byRow = byRow;
        }

        double mean() {
            return mean;
        }

        double deviation() {
            return deviation;
        }

        /** The number itself, NaN where it is missing. */
        double number(int row) {
            return byRow[row];
        }

        double of(int row) {
            return Double.isNaN(byRow[row]) ? 0 : (byRow[row] - mean) / deviation;
        }
    }

    static Design of(int[] rows, List<Coded> factors, List<Standardised> slopes) {
        int count = rows.length * slopes.size();
        for (Coded factor : factors) {
            for (int row : rows) {
                count += factor.end(row) - factor.start(row);
            }
        }
        int[] starts = new int[rows.length + 1];
        int[] indices = new int[count];
        double @Nullable [] values = slopes.isEmpty() ? null : new double[count];
        int at = 0;
        int columns = 1;
        for (int r = 0; r < rows.length; r++) {
            int row = rows[r];
            columns = 1;
            for (Coded factor : factors) {
                for (int i = factor.start(row); i < factor.end(row); i++) {
                    if (values != null) {
                        values[at] = 1;
                    }
                    indices[at++] = columns + factor.cell(i);
                }
                columns += factor.size();
            }
            for (Standardised slope : slopes) {
                if (values != null) {
                    values[at] = slope.of(row);
                }
                indices[at++] = columns++;
            }
            starts[r + 1] = at;
        }
        return new Design(columns, starts, indices, values);
    }

    int rows() {
        return starts.length - 1;
    }

    int columns() {
        return columns;
    }

    /** The log-odds of every row. */
    double[] times(double[] coefficients) {
        double[] sums = new double[rows()];
        for (int row = 0; row < sums.length; row++) {
            double sum = coefficients[0];
            for (int i = starts[row]; i < starts[row + 1]; i++) {
                sum += values == null ? coefficients[indices[i]] : values[i] * coefficients[indices[i]];
            }
            sums[row] = sum;
        }
        return sums;
    }

    /** Adds what the rows with these residuals say about each column. */
    void addGradient(double[] residuals, double[] gradient) {
        for (int row = 0; row < residuals.length; row++) {
            double residual = residuals[row];
            gradient[0] += residual;
            for (int i = starts[row]; i < starts[row + 1]; i++) {
                gradient[indices[i]] += values == null ? residual : values[i] * residual;
            }
        }
    }

    /** Adds the weighted products of all columns with one another, on and below the diagonal. */
    void addProducts(double[] weights, double[][] products) {
        for (int row = 0; row < weights.length; row++) {
            double weight = weights[row];
            products[0][0] += weight;
            for (int i = starts[row]; i < starts[row + 1]; i++) {
                double left = values == null ? weight : weight * values[i];
                double[] line = products[indices[i]];
                line[0] += left;
                // Indices grow within a row, but for several cells of one factor.
                for (int j = starts[row]; j <= i; j++) {
                    double product = values == null ? left : left * values[j];
                    if (indices[j] <= indices[i]) {
                        line[indices[j]] += product;
                    } else {
                        products[indices[j]][indices[i]] += product;
                    }
                }
            }
        }
    }
}
