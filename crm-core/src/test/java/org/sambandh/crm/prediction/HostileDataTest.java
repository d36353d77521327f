package org.sambandh.crm.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.Crm;
import org.sambandh.crm.common.CrmException;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.TenantId;
import org.sambandh.crm.condition.Facts;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.json.CrmJson;
import org.sambandh.crm.settings.TenantSettings;

/** Data that no textbook shows, and model files that somebody changed. */
class HostileDataTest {

    private static final TrainingSettings SETTINGS = TrainingSettings.USUAL.splitBy(TrainingSettings.Split.BY_ROW);
    private static final CrmJson JSON =
            CrmJson.with(Crm.schema(TenantSettings.of(java.time.ZoneOffset.UTC, Money.currencyOf("INR")))
                    .catalog(TenantId.DEFAULT));

    private static Table table(int rows, List<String> header, IntFunction<List<String>> row) {
        List<List<String>> lines = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            lines.add(row.apply(i));
        }
        return new Table(header, lines, "y", "1", List.of());
    }

    private static LogisticModel trained(Table table) {
        return trained(table, SETTINGS);
    }

    private static LogisticModel trained(Table table, TrainingSettings settings) {
        return ((Training.Trained<LogisticModel>) table.train(settings)).model();
    }

    private static String noise(int i) {
        return Integer.toString(new Random(i).nextInt(100));
    }

    private static String y(int i) {
        return i * 13 % 7 < 3 ? "1" : "0";
    }

    @Test
    void dataThatOneFieldSeparatesKeepCoefficientsFinite() {
        for (TrainingSettings settings : List.of(SETTINGS, SETTINGS.withoutRanges())) {
            Table table = table(500, List.of("y", "x", "c"), i -> {
                String y = i % 3 == 0 ? "1" : "0";
                return List.of(y, y.equals("1") ? "100" + i % 7 : "-" + i % 7, y.equals("1") ? "yes" : "no");
            });

            LogisticModel model = trained(table, settings);

            assertThat(model.report().auc()).isEqualByComparingTo("1");
            model.factors()
                    .forEach(factor -> factor.effects()
                            .forEach(effect -> assertThat(effect.abs()).isLessThan(new BigDecimal("20"))));
        }
    }

    @Test
    void fieldsThatSayNothingAreLeftOutAndNamed() {
        Table table = table(
                400, List.of("same", "empty", "x", "y"), i -> List.of("always", "", i % 2 == 0 ? "a" : "b", y(i)));

        LogisticModel model = trained(table);

        assertThat(model.report().leftOut())
                .extracting(LeftOut::field, LeftOut::why)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("same_0", LeftOut.Why.THE_SAME_EVERYWHERE),
                        org.assertj.core.groups.Tuple.tuple("empty_1", LeftOut.Why.THE_SAME_EVERYWHERE));
        assertThat(model.factors())
                .singleElement()
                .satisfies(f -> assertThat(f.fields()).containsExactly("x_2"));
        assertThat(model.report().text()).contains("Not looked at: same_0, the same everywhere.");
    }

    @Test
    void eachKindOfTooLittleDataIsTold() {
        Table same = table(400, List.of("x", "y"), i -> List.of("always", y(i)));
        Table few = table(400, List.of("x", "y"), i -> List.of(noise(i), i < 5 ? "1" : "0"));
        Table all = table(400, List.of("x", "y"), i -> List.of(noise(i), "1"));
        Table small = table(100, List.of("x", "y"), i -> List.of(noise(i), y(i)));
        Table apart = table(400, List.of("x", "y"), i -> List.of(noise(i), i % 5 == 1 ? "1" : "0"));

        assertThat(List.of(same, few, all, small, apart))
                .map(table -> ((Training.NotEnoughData<LogisticModel>) table.train(SETTINGS)).reason())
                .containsExactly(
                        Training.Reason.NOTHING_TELLS_THEM_APART,
                        Training.Reason.TOO_FEW_POSITIVES,
                        Training.Reason.TOO_FEW_NEGATIVES,
                        Training.Reason.TOO_FEW_ROWS,
                        Training.Reason.ONE_KIND_IN_A_FIFTH);
    }

    @Test
    void manyDifferentTextsAreLeftOutAtOnce() {
        Table table = table(200_000, List.of("id", "x", "y"), i -> List.of("id-" + i, "v" + i % 5, y(i)));

        LogisticModel model = Assertions.assertTimeout(Duration.ofSeconds(60), () -> trained(table));

        assertThat(model.report().leftOut()).containsExactly(new LeftOut("id_0", LeftOut.Why.TOO_MANY_VALUES));
    }

    @Test
    void rareValuesArePooledAndThoseNeverSeenAreReadLikeThem() {
        Table table = table(
                2_000, List.of("x", "y"), i -> List.of(i % 20 == 0 ? "rare" + i : i % 2 == 0 ? "a" : "ß ü राम", y(i)));

        LogisticModel model = trained(table);

        assertThat(model.factors().get(0).encodings().get(0).levels()).containsExactly("a", "ß ü राम");
        LogisticScorer<Table.Line> scorer = LogisticScorer.of(model, Table.Line.class, table.catalog);
        assertThat(scorer.score(new Table.Line(List.of("never seen")), Facts.NONE, Table.MOMENT)
                        .logOdds())
                .isEqualTo(scorer.score(new Table.Line(List.of("rare0")), Facts.NONE, Table.MOMENT)
                        .logOdds());
        assertThat(scorer.score(new Table.Line(List.of("never seen")), Facts.NONE, Table.MOMENT)
                        .text())
                .contains("is one of the rarer values");
    }

    @Test
    void extremesAreRangesLikeAnyOther() {
        for (TrainingSettings settings : List.of(SETTINGS, SETTINGS.withoutRanges())) {
            Table table = table(600, List.of("x", "y"), i -> {
                String x = i % 4 == 0 ? "100000000000000000" : i % 4 == 1 ? "-99999999999999999" : "" + i % 9;
                return List.of(x, i % 4 == 0 == (i % 11 > 1) ? "1" : "0");
            });

            LogisticModel model = trained(table, settings);

            LogisticScorer<Table.Line> scorer = LogisticScorer.of(model, Table.Line.class, table.catalog);
            for (String x : List.of("999999999999999999", "-999999999999999999", "0")) {
                Prediction p = scorer.score(new Table.Line(List.of(new BigDecimal(x))), Facts.NONE, Table.MOMENT);
                assertThat(p.probability().doubleValue()).isBetween(0.0, 1.0);
            }
        }
    }

    @Test
    void twoFieldsWithTheSameValuesShareTheEffect() {
        Table once = table(800, List.of("x", "y"), i -> List.of(i % 2 == 0 ? "a" : "b", y(i)));
        Table twice = table(
                800, List.of("x", "again", "y"), i -> List.of(i % 2 == 0 ? "a" : "b", i % 2 == 0 ? "a" : "b", y(i)));

        assertThat(trained(twice).report().auc())
                .isEqualTo(trained(once).report().auc());
        assertThat(trained(twice).factors()).hasSize(2);
    }

    @Test
    void theSameRowsGiveTheSameModelLetterByLetter() {
        Table table = LeadFiles.shipped("bank_additional_4119.csv.gz", "y", "yes", "duration");

        assertThat(JSON.write(trained(table))).isEqualTo(JSON.write(trained(table)));
    }

    @Test
    void aShippedModelReadsBackEqualAndPredictsTheSame() {
        Table table = LeadFiles.shipped("telco_churn.csv.gz", "Churn", "Yes", "customerID");
        LogisticModel model = trained(table);

        LogisticModel back = JSON.read(LogisticModel.class, JSON.write(model));

        assertThat(back).isEqualTo(model);
        double[] before = LogisticScorer.of(model, Table.Line.class, table.catalog)
                .probabilities(table.lines.subList(0, 500), Facts.NONE, Table.MOMENT);
        double[] after = LogisticScorer.of(back, Table.Line.class, table.catalog)
                .probabilities(table.lines.subList(0, 500), Facts.NONE, Table.MOMENT);
        assertThat(after).containsExactly(before);
    }

    /** Every piece of a model file cut, doubled or replaced: read and run, or refused as invalid. */
    @Test
    void anAlteredModelFileIsRefusedOrRuns() {
        Table table = table(300, List.of("x", "n", "y"), i -> List.of(i % 3 == 0 ? "a" : "b", noise(i), y(i)));
        String text = JSON.write(trained(table));
        List<String> bad =
                List.of("NaN", "1e999999999", "-1e49", "null", "\"\"", "[]", "{}", "0.0000000000001", "1e40");
        Random random = new Random(5);
        int refused = 0;
        for (int i = 0; i < 3_000; i++) {
            int at = random.nextInt(text.length());
            int to = Math.min(text.length(), at + random.nextInt(12));
            String piece = i % 3 == 0 ? "" : i % 3 == 1 ? bad.get(i % bad.size()) : "" + text.charAt(at);
            String changed = text.substring(0, at) + piece + text.substring(to);
            try {
                LogisticModel model = JSON.read(LogisticModel.class, changed);
                LogisticScorer.of(model, Table.Line.class, table.catalog)
                        .scoreAll(table.lines.subList(0, 3), Facts.NONE, Table.MOMENT, java.util.Locale.ENGLISH);
                model.report().text();
            } catch (CrmException e) {
                refused++;
                assertThat(e).isInstanceOf(Invalid.class);
            }
        }
        assertThat(refused).isGreaterThan(1_000);
    }

    @Test
    void numbersOutOfBoundsAreRefusedWithTheirPath() {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> new Slope(new BigDecimal("1e999999999"), BigDecimal.ONE, BigDecimal.ONE))
                .satisfies(e -> assertThat(e.path()).isEqualTo("slope.mean"));
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> new Slope(BigDecimal.ONE, BigDecimal.ONE, new BigDecimal("1e-999999999")))
                .satisfies(e -> assertThat(e.path()).isEqualTo("slope.effect"));
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> new Encoding(
                        "x", FieldType.Kind.NUMBER, false, List.of(BigDecimal.TEN, BigDecimal.ONE), List.of()))
                .satisfies(e -> assertThat(e.path()).isEqualTo("encoding.edges[1]"));
    }

    @Test
    void theOrderOfTheRowsDoesNotMatterWhereTheyAreHeldOutById() {
        List<Customers.Row> rows = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            rows.add(new Customers.Row(
                    "r" + i, i % 4 == 0 ? "a" : "b", BigDecimal.valueOf(i * 31 % 97), i * 13 % 7 < 3));
        }
        LogisticModel first = Customers.train(rows);
        Collections.shuffle(rows, new Random(3));
        LogisticModel second = Customers.train(rows);

        assertThat(second.report().heldOut()).isEqualTo(first.report().heldOut());
        for (int f = 0; f < first.factors().size(); f++) {
            List<BigDecimal> effects = first.factors().get(f).effects();
            for (int e = 0; e < effects.size(); e++) {
                assertThat(second.factors().get(f).effects().get(e).doubleValue())
                        .isCloseTo(effects.get(e).doubleValue(), within(1e-6));
            }
        }
    }
}
