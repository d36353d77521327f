package org.sambandh.crm.prediction;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.condition.Facts;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.field.Field;

/**
 * A logistic model ready to run: bound to the fields of a catalogue once, then run on any number of subjects. A pure
 * function of subject, facts and moment. Immutable and safe for concurrent use. Needs no library.
 *
 * @param <S> the subject
 */
public final class LogisticScorer<S> {

    private static final BigDecimal LEAST = new BigDecimal("0.000001");
    private static final BigDecimal MOST = new BigDecimal("0.999999");

    private final LogisticModel model;
    private final Map<String, Field<S, ?>> fields = new LinkedHashMap<>();
    private final List<Bound> factors = new ArrayList<>();

    /** A factor with what is looked up for each subject. */
    private record Bound(Factor factor, Effects effects, List<CellFinder> cells) {}

    /** What one subject has in one encoding: its cells, and its number if it has one. */
    private record Had(List<Integer> cells, double number) {}

    private LogisticScorer(LogisticModel model) {
        this.model = model;
    }

    /**
     * Prepares a model.
     *
     * @param model the model
     * @param type the class of the subject
     * @param catalog the tenant's catalogue
     * @param <S> the subject
     * @return the model, ready to run
     * @throws Invalid if the model is about another subject, or one of its fields is gone or of another kind than it was
     */
    public static <S> LogisticScorer<S> of(LogisticModel model, Class<S> type, Catalog catalog) {
        String name = catalog.subject(type).name();
        if (!name.equals(model.subject())) {
            throw new Invalid("logisticModel.subject", "about a " + model.subject() + ", not a " + name);
        }
        LogisticScorer<S> scorer = new LogisticScorer<>(model);
        for (int i = 0; i < model.factors().size(); i++) {
            Factor factor = model.factors().get(i);
            List<CellFinder> cells = new ArrayList<>();
            for (Encoding encoding : factor.encodings()) {
                String path = "logisticModel.factors[" + i + "].field";
                Field<S, ?> field = catalog.findField(type, encoding.field())
                        .orElseThrow(() -> new Invalid(path, "the catalogue knows no '" + encoding.field() + "'"));
                if (field.type().kind() != encoding.kind() || field.isMany() != encoding.many()) {
                    throw new Invalid(path, "'" + encoding.field() + "' is of another kind than when it was learned");
                }
                scorer.fields.put(encoding.field(), field);
                cells.add(new CellFinder(encoding));
            }
            scorer.factors.add(new Bound(factor, new Effects(factor), List.copyOf(cells)));
        }
        return scorer;
    }

    /** {@return the model} */
    public LogisticModel model() {
        return model;
    }

    /**
     * Predicts one subject, in English.
     *
     * @param subject the subject
     * @param facts where references are followed
     * @param moment as of which ages are counted
     * @return the prediction
     */
    public Prediction score(S subject, Facts facts, Moment moment) {
        return scoreAll(List.of(subject), facts, moment, Locale.ENGLISH).get(0);
    }

    /**
     * Predicts many subjects; each reference is followed once for all of them.
     *
     * @param chunk the subjects, at most some thousand
     * @param facts where references are followed
     * @param moment as of which ages are counted
     * @param locale English or Hindi; any other language is answered in English
     * @return one prediction for each subject, in their order
     */
    public List<Prediction> scoreAll(List<S> chunk, Facts facts, Moment moment, Locale locale) {
        PredictionWords words = PredictionWords.of(locale);
        List<Prediction> predictions = new ArrayList<>(chunk.size());
        Values values = new Values(chunk, facts, moment);
        for (int row = 0; row < chunk.size(); row++) {
            predictions.add(predict(values, row, words));
        }
        return predictions;
    }

    /**
     * Returns the probabilities alone.
     *
     * @param chunk the subjects, at most some thousand
     * @param facts where references are followed
     * @param moment as of which ages are counted
     * @return one for each subject, in their order: what {@link #scoreAll} says, not rounded
     */
    public double[] probabilities(List<S> chunk, Facts facts, Moment moment) {
        Values values = new Values(chunk, facts, moment);
        double[] probabilities = new double[chunk.size()];
        for (int row = 0; row < probabilities.length; row++) {
            long sum = Effects.billionths(model.average());
            for (Bound factor : factors) {
                sum += values.adds(factor, values.had(factor, row));
            }
            probabilities[row] = Odds.probability(Effects.odds(sum));
        }
        return probabilities;
    }

    private Prediction predict(Values values, int row, PredictionWords words) {
        List<List<Had>> had = factors.stream().map(f -> values.had(f, row)).toList();
        long[] adds = new long[factors.size()];
        long average = Effects.billionths(model.average());
        long sum = average;
        for (int i = 0; i < adds.length; i++) {
            adds[i] = values.adds(factors.get(i), had.get(i));
            sum += adds[i];
        }
        double probability = Odds.probability(Effects.odds(sum));
        List<PredictionFactor> explained = new ArrayList<>();
        for (int i = 0; i < adds.length; i++) {
            double without = Odds.probability(Effects.odds(sum - adds[i]));
            BigDecimal points = Decimals.plain(
                    BigDecimal.valueOf((probability - without) * 100).setScale(2, RoundingMode.HALF_UP));
            List<String> said = say(factors.get(i), had.get(i), words);
            explained.add(new PredictionFactor(
                    factors.get(i).factor().fields(),
                    Effects.decimal(adds[i]),
                    points,
                    words.sentence(said, points, without)));
        }
        explained.sort(Comparator.comparing(f -> f.logOdds().abs().negate()));
        BigDecimal shown = BigDecimal.valueOf(probability)
                .setScale(6, RoundingMode.HALF_UP)
                .max(LEAST)
                .min(MOST);
        return new Prediction(
                shown,
                Effects.decimal(sum),
                model.average(),
                explained,
                words.head(shown.doubleValue(), Odds.probability(Effects.odds(average))));
    }

    private List<String> say(Bound factor, List<Had> had, PredictionWords words) {
        List<String> said = new ArrayList<>();
        for (int e = 0; e < had.size(); e++) {
            Encoding encoding = factor.cells().get(e).encoding();
            Field<S, ?> field = fields.get(encoding.field());
            double number = factor.effects().hasSlope() ? had.get(e).number() : Double.NaN;
            List<String> each = new ArrayList<>();
            for (int cell : had.get(e).cells()) {
                each.add(words.had(Objects.requireNonNull(field), encoding, cell, number));
            }
            said.add(String.join("; ", each));
        }
        return said;
    }

    /** The values of a chunk, read once for each field. */
    private final class Values {

        private final Moment moment;
        private final Map<String, List<? extends List<?>>> byField = new HashMap<>();
        private final Map<String, FieldValues.Texts<?>> texts = new HashMap<>();

        Values(List<S> chunk, Facts facts, Moment moment) {
            this.moment = moment;
            fields.forEach((name, field) -> {
                byField.put(name, FieldValues.reader(field).of(chunk, facts, moment));
                texts.put(name, new FieldValues.Texts<>(field.type()));
            });
        }

        List<Had> had(Bound factor, int row) {
            return factor.cells().stream().map(cells -> had(cells, row)).toList();
        }

        private Had had(CellFinder cells, int row) {
            String field = cells.encoding().field();
            List<?> values = Objects.requireNonNull(byField.get(field)).get(row);
            if (values.isEmpty()) {
                return new Had(List.of(cells.encoding().missing()), Double.NaN);
            } else if (Encoding.isNumber(cells.encoding().kind())) {
                List<Integer> found = values.stream()
                        .map(v -> cells.range(FieldValues.number(v, moment)))
                        .distinct()
                        .toList();
                return new Had(found, FieldValues.number(values.get(0), moment));
            }
            FieldValues.Texts<?> text = Objects.requireNonNull(texts.get(field));
            List<Integer> found =
                    values.stream().map(v -> cells.level(text.of(v))).distinct().toList();
            return new Had(found, Double.NaN);
        }

        /** What the factor adds, in billionths. */
        long adds(Bound factor, List<Had> had) {
            Effects effects = factor.effects();
            if (had.size() == 2) {
                int cells = factor.cells().get(1).encoding().cells();
                return effects.of(had.get(0).cells().get(0) * cells
                                + had.get(1).cells().get(0))
                        - effects.center();
            }
            long sum = effects.along(had.get(0).number()) - effects.center();
            for (int cell : had.get(0).cells()) {
                sum += effects.of(cell);
            }
            return sum;
        }
    }
}
