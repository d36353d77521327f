package org.sambandh.crm.prediction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.ModelId;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Tests;
import org.sambandh.crm.store.Cursor;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Unit;
import org.sambandh.crm.store.Units;

/**
 * Learns from the past what is likely, keeps what was learned, and says it of one subject or of all, with the reasons.
 * Each call is one transaction; a training reads its whole population in one.
 */
public final class Predictions {

    private final Units units;

    /**
     * Makes the service.
     *
     * @param units gives it units of work
     */
    public Predictions(Units units) {
        this.units = units;
    }

    /**
     * Trains a logistic regression and stores it, the next version if there is a model of that id.
     *
     * @param id the id of the model
     * @param name what it is called
     * @param plan what it is to learn, from whom
     * @return the model as stored, or why there is none; then nothing was written
     * @throws Invalid if the plan does not fit the catalogue, or there are more than a million rows
     * @throws RuleViolation {@code training-needs-hipparchus} if the library is not there
     */
    public Training<PredictiveModel> train(ModelId id, String name, PredictionPlan plan) {
        return units.run(unit -> keep(unit, id, name, Runs.train(unit, plan), List.of()));
    }

    /**
     * Trains a logistic regression under the key of another system, the next version of the model that has it.
     *
     * @param ref how the other system names it
     * @param id the id of the model, if the key is new
     * @param name what it is called
     * @param plan what it is to learn, from whom
     * @return as {@link #train}
     */
    public Training<PredictiveModel> upsert(ExternalRef ref, ModelId id, String name, PredictionPlan plan) {
        return units.run(unit -> {
            Query<PredictiveModel> known =
                    Query.of(Conditions.where(PredictiveModelFields.EXTERNAL_REFS, Tests.is(ref.key())), unit.moment());
            ModelId kept = unit.get(PredictiveModelRepository.class).find(known).items().stream()
                    .findFirst()
                    .map(PredictiveModel::id)
                    .orElse(id);
            return keep(unit, kept, name, Runs.train(unit, plan), List.of(ref));
        });
    }

    /**
     * Counts all closed deals anew and stores the table, the next version if there is a model of that id. From then on it is
     * kept up to date as deals close, reopen and change: see {@link PredictionReaction}.
     *
     * @param id the id of the model
     * @param name what it is called
     * @param binding what is counted, and how it is found in the catalogue
     * @return the model as stored; without closed deals too, because it fills as they close
     * @throws Invalid if the binding does not fit the catalogue, or the table has more than 20,000 rows
     */
    public PredictiveModel count(ModelId id, String name, BayesBinding binding) {
        return units.run(unit -> store(unit, id, name, Runs.count(unit, binding), List.of()));
    }

    /**
     * Trains a model again, by its own plan.
     *
     * @param id the model
     * @return its next version as stored, or why there is none; then the version before stays
     * @throws NotFound if there is no such model
     * @throws RuleViolation {@code model-broken} if its plan no longer fits the catalogue; {@code
     *     training-needs-hipparchus} if the library is not there
     */
    public Training<PredictiveModel> retrain(ModelId id) {
        return units.run(unit -> {
            PredictiveModel before = stored(unit, id);
            return Runs.unbroken(id, () -> {
                if (before.learned() instanceof Learned.Counts counts) {
                    Learned anew = Runs.count(unit, counts.binding());
                    return new Training.Trained<>(store(unit, id, before.name(), anew, List.of()));
                }
                PredictionPlan plan = ((Learned.Regression) before.learned()).plan();
                return keep(unit, id, before.name(), Runs.train(unit, plan), List.of());
            });
        });
    }

    /**
     * Gives the closed deals of a team that is deleted to the deals without team, in every table.
     *
     * @param team the text of its id
     */
    public void teamDeleted(String team) {
        units.run(unit -> {
            for (PredictiveModel model : all(unit)) {
                if (model.learned() instanceof Learned.Counts counts) {
                    BayesTable table = counts.table().deleteTeam(team);
                    if (!table.equals(counts.table())) {
                        Learned changed = new Learned.Counts(counts.binding(), table);
                        unit.get(PredictiveModelRepository.class)
                                .save(List.of(model.toBuilder().learned(changed).build()));
                    }
                }
            }
            return unit;
        });
    }

    /**
     * Predicts one subject now, with the reasons.
     *
     * @param id a logistic regression
     * @param subject the subject
     * @param locale English or Hindi; any other language is answered in English
     * @return the prediction
     * @throws NotFound if there is no such model or subject
     * @throws Invalid if the model is a table of counts
     * @throws RuleViolation {@code model-broken} if the model no longer fits the catalogue
     */
    public Prediction predict(ModelId id, EntityRef subject, Locale locale) {
        return units.run(unit -> {
            Learned.Regression learned = regression(stored(unit, id));
            return Runs.predict(unit, id, learned.model(), learned.subject(), subject, locale);
        });
    }

    /**
     * Predicts some of all subjects of a model, by id.
     *
     * @param id a logistic regression
     * @param type the class of the subject
     * @param limit the most subjects of a page, 1 to 10,000
     * @param after where the page before ended; null for the first
     * @param <S> the subject
     * @return the page; predicted at the moment of this call, in English
     * @throws NotFound if there is no such model
     * @throws Invalid if the model is a table of counts or has another subject, or the cursor came from elsewhere
     * @throws RuleViolation {@code model-broken} if the model no longer fits the catalogue
     */
    public <S> Page<PredictedSubject<S>> predictAll(ModelId id, Class<S> type, int limit, @Nullable Cursor after) {
        return units.run(unit -> {
            Learned.Regression learned = regression(stored(unit, id));
            if (learned.subject() != type) {
                throw new Invalid("subject", "the model " + id + " is about another kind of subject");
            }
            LogisticScorer<S> scorer =
                    Runs.unbroken(id, () -> LogisticScorer.of(learned.model(), type, unit.catalog()));
            return Runs.page(unit, scorer, type, limit, after);
        });
    }

    /**
     * Scores one open deal by closed ones.
     *
     * @param id a table of counts
     * @param subject the deal
     * @return its probability with the reasons, or why there is none
     * @throws NotFound if there is no such model or subject
     * @throws Invalid if the model is a logistic regression
     * @throws RuleViolation {@code model-broken} if the model no longer fits the catalogue
     */
    public BayesScore winChance(ModelId id, EntityRef subject) {
        return units.run(unit -> {
            if (stored(unit, id).learned() instanceof Learned.Counts counts) {
                return Runs.winChance(unit, id, counts, counts.subject(), subject);
            }
            throw new Invalid("model", id + " is a logistic regression: ask it to predict");
        });
    }

    /**
     * Returns a model.
     *
     * @param id the model
     * @return the model as stored, broken ones too
     * @throws NotFound if there is none
     */
    public PredictiveModel model(ModelId id) {
        return units.run(unit -> stored(unit, id));
    }

    /** {@return all models by id, archived and broken ones too} */
    public List<PredictiveModel> models() {
        return units.run(Predictions::all);
    }

    /**
     * Hides a model that is no longer used. A table of counts is no longer kept up to date.
     *
     * @param id the model
     * @return the model as stored
     * @throws NotFound if there is none
     */
    public PredictiveModel archive(ModelId id) {
        return units.run(unit -> {
            PredictiveModel before = stored(unit, id);
            return before.archived() ? before : save(unit, PredictionEvents.ARCHIVED, before, before.archive());
        });
    }

    private static Learned.Regression regression(PredictiveModel model) {
        if (model.learned() instanceof Learned.Regression regression) {
            return regression;
        }
        throw new Invalid("model", model.id() + " is a table of counts: ask it for a win chance");
    }

    private static Training<PredictiveModel> keep(
            Unit unit, ModelId id, String name, Training<Learned.Regression> training, List<ExternalRef> refs) {
        if (training instanceof Training.NotEnoughData<Learned.Regression> none) {
            return new Training.NotEnoughData<>(
                    none.reason(),
                    none.rows(),
                    none.positives(),
                    none.negatives(),
                    none.minimumRows(),
                    none.minimumEach());
        }
        Learned learned = ((Training.Trained<Learned.Regression>) training).model();
        return new Training.Trained<>(store(unit, id, name, learned, refs));
    }

    private static PredictiveModel store(Unit unit, ModelId id, String name, Learned learned, List<ExternalRef> refs) {
        Optional<PredictiveModel> stored =
                unit.get(PredictiveModelRepository.class).findById(id);
        if (stored.isEmpty()) {
            PredictiveModel fresh = PredictiveModel.builder(id)
                    .name(name)
                    .learned(learned)
                    .externalRefs(refs)
                    .build();
            return save(unit, PredictionEvents.TRAINED, null, fresh);
        }
        PredictiveModel before = stored.get();
        List<ExternalRef> all = new ArrayList<>(before.externalRefs());
        refs.stream().filter(ref -> !all.contains(ref)).forEach(all::add);
        PredictiveModel after = before.toBuilder()
                .name(name)
                .version(before.version() + 1)
                .learned(learned)
                .externalRefs(all)
                .archived(false)
                .build();
        return save(unit, PredictionEvents.RETRAINED, before, after);
    }

    private static PredictiveModel save(
            Unit unit, String event, @Nullable PredictiveModel before, PredictiveModel after) {
        PredictiveModel saved =
                unit.get(PredictiveModelRepository.class).save(List.of(after)).get(0);
        unit.record(event, PredictiveModel.class, before, saved, List.of(), Map.of());
        return saved;
    }

    private static PredictiveModel stored(Unit unit, ModelId id) {
        return unit.get(PredictiveModelRepository.class)
                .findById(id)
                .orElseThrow(() -> new NotFound(new EntityRef("predictiveModel", id.value())));
    }

    private static List<PredictiveModel> all(Unit unit) {
        Query<PredictiveModel> query = Query.all(unit.moment());
        List<PredictiveModel> found = new ArrayList<>();
        Optional<Cursor> next = Optional.empty();
        do {
            Page<PredictiveModel> page = unit.get(PredictiveModelRepository.class)
                    .find(next.map(query::after).orElse(query));
            found.addAll(page.items());
            next = page.next();
        } while (next.isPresent());
        return found;
    }
}
