package org.sambandh.crm.prediction;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The factors of a model while it is being learned: what each looks at, and in which cells the rows are. */
final class Assembly {

    private final Learner learner;
    private final int rows;
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Factor> factors = new ArrayList<>();
    private BigDecimal average = BigDecimal.ZERO;

    /** One factor to be. {@code numbers}: the values of a number that has a slope, NaN where it is missing. */
    private record Piece(List<Encoding> encodings, Coded coded, Design.@Nullable Standardised numbers) {}

    Assembly(Learner learner, int rows) {
        this.learner = learner;
        this.rows = rows;
    }

    boolean isEmpty() {
        return pieces.isEmpty();
    }

    List<Factor> factors() {
        return factors;
    }

    BigDecimal average() {
        return average;
    }

    /** Returns whether the rows of the training part differ in it. */
    boolean add(Column<?> column, Encoder encoder, boolean ranges) {
        Encoding encoding = encoder.main(column, ranges);
        Coded coded = Coded.of(column, encoding, rows);
        boolean slope = column.isNumber() && !ranges && !encoding.many();
        Design.Standardised numbers = slope ? standardised(column, encoder) : null;
        if (numbers == null && !encoder.tellsRowsApart(coded)) {
            return false;
        }
        learner.add(coded, column.isNumber() ? Learner.Penal.CHAIN : Learner.Penal.LEVELS);
        pieces.add(new Piece(List.of(encoding), coded, numbers));
        if (numbers != null) {
            learner.add(numbers);
        }
        return true;
    }

    /** Null where the rows of the training part do not differ in it. */
    private Design.@Nullable Standardised standardised(Column<?> column, Encoder encoder) {
        double[] seen = encoder.sorted(column);
        double mean = Arrays.stream(seen).sum() / Math.max(1, seen.length);
        double squares = 0;
        for (double value : seen) {
            squares += (value - mean) * (value - mean);
        }
        BigDecimal deviation = Decimals.of(Math.sqrt(squares / Math.max(1, seen.length)));
        if (deviation.signum() == 0) {
            return null;
        }
        double[] byRow = new double[rows];
        for (int row = 0; row < rows; row++) {
            byRow[row] = column.start(row) == column.end(row) ? Double.NaN : column.value(column.start(row));
        }
        return new Design.Standardised(Decimals.of(mean).doubleValue(), deviation.doubleValue(), byRow);
    }

    void add(Pairs.Found pair) {
        Coded coded = pair.coded();
        learner.add(coded, Learner.Penal.PAIR);
        pieces.add(new Piece(List.of(pair.first().encoding(), pair.second().encoding()), coded, null));
    }

    /** Turns coefficients into factors that add nothing on average. */
    void fit() {
        double[] coefficients = learner.fit();
        int at = 1;
        int slopeAt =
                1 + pieces.stream().mapToInt(piece -> piece.coded().size()).sum();
        long sum = Effects.billionths(Decimals.of(coefficients[0]));
        for (Piece piece : pieces) {
            List<BigDecimal> effects = new ArrayList<>();
            for (int cell = 0; cell < piece.coded().size(); cell++) {
                effects.add(Decimals.of(coefficients[at++]));
            }
            Design.Standardised numbers = piece.numbers();
            Slope slope = numbers == null
                    ? null
                    : new Slope(
                            Decimals.of(numbers.mean()),
                            Decimals.of(numbers.deviation()),
                            Decimals.of(coefficients[slopeAt++]));
            Factor plain = new Factor(piece.encodings(), effects, BigDecimal.ZERO, slope);
            long center = mean(piece, new Effects(plain));
            sum += center;
            factors.add(new Factor(piece.encodings(), effects, Effects.decimal(center), slope));
        }
        average = Effects.decimal(sum);
    }

    private long mean(Piece piece, Effects effects) {
        double total = 0;
        for (int row : learner.training()) {
            total += of(piece, effects, row);
        }
        return Math.round(total / learner.training().length);
    }

    private static long of(Piece piece, Effects effects, int row) {
        long sum = 0;
        for (int i = piece.coded().start(row); i < piece.coded().end(row); i++) {
            sum += effects.of(piece.coded().cell(i));
        }
        Design.Standardised numbers = piece.numbers();
        return numbers == null ? sum : sum + effects.along(numbers.number(row));
    }

    /** By the model as it will be stored, rounded. */
    double[] logOdds(int[] some) {
        List<Effects> effects = factors.stream().map(Effects::new).toList();
        double[] odds = new double[some.length];
        for (int i = 0; i < some.length; i++) {
            long sum = Effects.billionths(average);
            for (int p = 0; p < effects.size(); p++) {
                sum += of(pieces.get(p), effects.get(p), some[i])
                        - effects.get(p).center();
            }
            odds[i] = Effects.odds(sum);
        }
        return odds;
    }
}
