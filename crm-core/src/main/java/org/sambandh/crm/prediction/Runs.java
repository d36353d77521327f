package org.sambandh.crm.prediction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.ModelId;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.condition.CompiledCondition;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Rule;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.store.Cursor;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Subjects;
import org.sambandh.crm.store.Unit;

/** Models at work in one unit. */
final class Runs {

    private static final int CHUNK = 2_000;

    private Runs() {}

    /** A model is stored as it is, and told of as broken only when it is to run. */
    static <R> R unbroken(ModelId id, Supplier<R> work) {
        try {
            return work.get();
        } catch (Invalid e) {
            throw new RuleViolation(
                    "model-broken",
                    new EntityRef("predictiveModel", id.value()),
                    "Cannot predict: the model no longer fits the catalogue (" + e.getMessage() + "). Train it again.");
        }
    }

    static Training<Learned.Regression> train(Unit unit, PredictionPlan plan) {
        Training<LogisticModel> training = train(unit, plan, plan.population().subject());
        if (training instanceof Training.NotEnoughData<LogisticModel> none) {
            return new Training.NotEnoughData<>(
                    none.reason(),
                    none.rows(),
                    none.positives(),
                    none.negatives(),
                    none.minimumRows(),
                    none.minimumEach());
        }
        LogisticModel model = ((Training.Trained<LogisticModel>) training).model();
        return new Training.Trained<>(new Learned.Regression(plan, model));
    }

    @SuppressWarnings("unchecked") // both rules of a plan are about its subject
    private static <S> Training<LogisticModel> train(Unit unit, PredictionPlan plan, Class<S> type) {
        Condition<S> population = ((Rule<S>) plan.population()).condition();
        CompiledCondition<S> target = CompiledCondition.of(((Rule<S>) plan.target()).condition(), type, unit.catalog());
        LogisticTrainer<S> trainer = LogisticTrainer.of(type, plan.fields(), unit.catalog(), plan.settings());
        FieldValues.Reader<S> asOf = plan.agesAsOf() == null ? null : day(unit, type, plan.agesAsOf());
        each(unit, type, population, chunk -> {
            List<S> dated = chunk;
            List<Moment> moments = new ArrayList<>();
            if (asOf == null) {
                chunk.forEach(subject -> moments.add(unit.moment()));
            } else {
                dated = new ArrayList<>();
                List<? extends List<?>> days = asOf.of(chunk, unit.facts(), unit.moment());
                for (int i = 0; i < chunk.size(); i++) {
                    if (!days.get(i).isEmpty()) {
                        dated.add(chunk.get(i));
                        moments.add(moment(unit, days.get(i).get(0)));
                    }
                }
            }
            BitSet positive = target.testAll(dated, unit.facts(), unit.moment());
            trainer.add(dated, positive, unit.facts(), unit.moment(), moments);
        });
        return trainer.train(unit.now());
    }

    private static <S> FieldValues.Reader<S> day(Unit unit, Class<S> type, String name) {
        Field<S, ?> field = LogisticTrainer.field(unit.catalog(), type, name, "predictionPlan.agesAsOf");
        FieldType.Kind kind = field.type().kind();
        if (field.isMany() || (kind != FieldType.Kind.DATE && kind != FieldType.Kind.INSTANT)) {
            throw new Invalid("predictionPlan.agesAsOf", "'" + name + "' is no date or instant with one value");
        }
        return FieldValues.reader(field);
    }

    private static Moment moment(Unit unit, Object day) {
        Instant at = day instanceof LocalDate date
                ? date.atStartOfDay(unit.moment().zone()).toInstant()
                : (Instant) day;
        return new Moment(at, unit.moment().zone());
    }

    private static <S> void each(Unit unit, Class<S> type, Condition<S> condition, Consumer<List<S>> work) {
        Query<S> query = Query.of(condition, unit.moment()).limit(CHUNK);
        Optional<Cursor> next = Optional.empty();
        do {
            Page<S> page =
                    unit.repositories().of(type).find(next.map(query::after).orElse(query));
            if (!page.items().isEmpty()) {
                work.accept(page.items());
            }
            next = page.next();
        } while (next.isPresent());
    }

    static <S> Prediction predict(
            Unit unit, ModelId id, LogisticModel model, Class<S> type, EntityRef ref, Locale locale) {
        LogisticScorer<S> scorer = unbroken(id, () -> LogisticScorer.of(model, type, unit.catalog()));
        S subject = Subjects.get(unit, type, ref);
        return scorer.scoreAll(List.of(subject), unit.facts(), unit.moment(), locale)
                .get(0);
    }

    static <S> Page<PredictedSubject<S>> page(
            Unit unit, LogisticScorer<S> scorer, Class<S> type, int limit, @Nullable Cursor after) {
        Query<S> query = Query.<S>all(unit.moment()).limit(limit);
        Page<S> page = unit.repositories().of(type).find(after == null ? query : query.after(after));
        List<Prediction> predictions = scorer.scoreAll(page.items(), unit.facts(), unit.moment(), Locale.ENGLISH);
        List<PredictedSubject<S>> all = new ArrayList<>();
        for (int i = 0; i < predictions.size(); i++) {
            all.add(new PredictedSubject<>(page.items().get(i), predictions.get(i)));
        }
        return new Page<>(all, page.next());
    }

    static Learned.Counts count(Unit unit, BayesBinding binding) {
        return new Learned.Counts(binding, count(unit, binding, binding.won().subject()));
    }

    private static <S> BayesTable count(Unit unit, BayesBinding binding, Class<S> type) {
        BayesReader<S> reader = new BayesReader<>(binding, type, unit.catalog());
        BayesCounts counts = new BayesCounts(binding.plan());
        each(
                unit,
                type,
                Conditions.always(),
                chunk -> reader.read(chunk, unit.facts(), unit.moment()).forEach(counts::close));
        return counts.table();
    }

    /** The table with the new state counted in place of the old; nothing where that changes nothing, or it is full. */
    static <S> Optional<BayesTable> recount(
            Unit unit, Learned.Counts counts, Class<S> type, @Nullable S before, @Nullable S after) {
        BayesReader<S> reader;
        try {
            reader = new BayesReader<>(counts.binding(), type, unit.catalog());
        } catch (Invalid e) {
            // A broken model must not keep deals from being closed; it says so when it is asked.
            return Optional.empty();
        }
        BayesCounts changed = new BayesCounts(counts.table());
        ClosedDeal was = before == null ? null : read(unit, reader, before);
        ClosedDeal is = after == null ? null : read(unit, reader, after);
        if (was == null ? is == null : was.equals(is)) {
            return Optional.empty();
        }
        if (was != null) {
            changed.reopen(was);
        }
        if (is != null) {
            changed.close(is);
        }
        BayesTable table = changed.table();
        boolean same = table.equals(counts.table()) || table.rows().size() > Learned.Counts.MOST_ROWS;
        return same ? Optional.empty() : Optional.of(table);
    }

    private static <S> ClosedDeal read(Unit unit, BayesReader<S> reader, S subject) {
        return reader.read(List.of(subject), unit.facts(), unit.moment()).get(0);
    }

    static <S> BayesScore winChance(Unit unit, ModelId id, Learned.Counts counts, Class<S> type, EntityRef ref) {
        BayesReader<S> reader = unbroken(id, () -> new BayesReader<>(counts.binding(), type, unit.catalog()));
        S subject = Subjects.get(unit, type, ref);
        return BayesScorer.of(counts.table()).score(read(unit, reader, subject).deal());
    }
}
