package org.sambandh.crm.prediction;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * How good a model is, judged on rows that had no part in its making. All figures have six decimals.
 *
 * @param split which rows were held out: one fifth
 * @param rows how many rows the model was learned from
 * @param positives how many of them were positive
 * @param heldOut how many rows it was judged on
 * @param heldOutPositives how many of them were positive
 * @param auc how often a positive row is predicted more likely than a negative one, ties counted half: 0.5 is chance, 1
 *     is perfect
 * @param logLoss the mean of {@code -ln} of the probability given to what happened
 * @param brier the mean squared difference of probability and outcome
 * @param calibrationError the mean over the deciles of the difference between predicted and observed, by rows
 * @param bandError the same over ten bands of probability of equal width, 0 to 0.1 and so on
 * @param deciles the tenths, most likely first: calibration, and lift
 * @param strength the L2 penalty, how much coefficients are held back: 0.1 to 10, as cross-validation chose it
 * @param leftOut the fields that are not looked at
 */
public record TrainingReport(
        TrainingSettings.Split split,
        long rows,
        long positives,
        long heldOut,
        long heldOutPositives,
        BigDecimal auc,
        BigDecimal logLoss,
        BigDecimal brier,
        BigDecimal calibrationError,
        BigDecimal bandError,
        List<Decile> deciles,
        BigDecimal strength,
        List<LeftOut> leftOut) {

    /**
     * Checks and copies what it is given.
     *
     * @param split which rows were held out: one fifth
     * @param rows how many rows the model was learned from
     * @param positives how many of them were positive
     * @param heldOut how many rows it was judged on
     * @param heldOutPositives how many of them were positive
     * @param auc how often a positive row is predicted more likely than a negative one, ties counted half: 0.5 is chance,
     *     1 is perfect
     * @param logLoss the mean of {@code -ln} of the probability given to what happened
     * @param brier the mean squared difference of probability and outcome
     * @param calibrationError the mean over the deciles of the difference between predicted and observed, by rows
     * @param bandError the same over ten bands of probability of equal width, 0 to 0.1 and so on
     * @param deciles the tenths, most likely first: calibration, and lift
     * @param strength the L2 penalty, how much coefficients are held back: 0.1 to 10, as cross-validation chose it
     * @param leftOut the fields that are not looked at
     */
    public TrainingReport {
        auc = Decimals.share("trainingReport.auc", auc);
        logLoss = Decimals.value("trainingReport.logLoss", logLoss);
        brier = Decimals.share("trainingReport.brier", brier);
        calibrationError = Decimals.share("trainingReport.calibrationError", calibrationError);
        bandError = Decimals.share("trainingReport.bandError", bandError);
        strength = Decimals.value("trainingReport.strength", strength);
        deciles = List.copyOf(deciles);
        leftOut = List.copyOf(leftOut);
    }

    /** {@return the report as plain text in English, with the rule of the split and the sizes of both parts} */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append("Learned from ")
                .append(rows)
                .append(" rows, ")
                .append(positives)
                .append(" of them positive.\n");
        text.append("Judged on ").append(heldOut).append(" others, ").append(heldOutPositives);
        text.append(" of them positive: the fifth whose ");
        text.append(split == TrainingSettings.Split.BY_ROW ? "row number, counted from 0," : "id, hashed,");
        text.append(" leaves no remainder by 5.\n");
        text.append("AUC ").append(shown(auc)).append(", log-loss ").append(shown(logLoss));
        text.append(", Brier ").append(shown(brier)).append(", calibration error ");
        text.append(shown(calibrationError)).append(" by tenths, ").append(shown(bandError));
        text.append(" by bands of probability.\n");
        text.append("tenth   rows  predicted  observed   lift  captured\n");
        for (Decile decile : deciles) {
            pad(text, Integer.toString(decile.number()), 5);
            pad(text, Long.toString(decile.rows()), 7);
            pad(text, shown(decile.predicted()), 11);
            pad(text, shown(decile.observed()), 10);
            pad(text, decile.lift().setScale(2, RoundingMode.HALF_UP).toPlainString(), 7);
            pad(text, shown(decile.captured()), 10);
            text.append('\n');
        }
        for (LeftOut left : leftOut) {
            text.append("Not looked at: ").append(left.field());
            text.append(
                    left.why() == LeftOut.Why.TOO_MANY_VALUES ? ", too many values.\n" : ", the same everywhere.\n");
        }
        return text.toString();
    }

    private static String shown(BigDecimal figure) {
        return figure.setScale(4, RoundingMode.HALF_UP).toPlainString();
    }

    private static void pad(StringBuilder text, String cell, int width) {
        text.append(" ".repeat(Math.max(1, width - cell.length()))).append(cell);
    }
}
