package org.sambandh.crm.scoring;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.ModelId;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.common.ScoreSnapshotId;
import org.sambandh.crm.condition.CompiledCondition;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Tests;
import org.sambandh.crm.store.Cursor;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Subjects;
import org.sambandh.crm.store.Unit;
import org.sambandh.crm.store.Units;
import org.sambandh.crm.store.Upserted;

/**
 * Keeps points models and scores subjects by them. Scores are computed when they are asked for and kept only by
 * {@link #record}. Each call is one transaction.
 */
public final class Scores {

    private final Units units;

    /**
     * Makes the service.
     *
     * @param units gives it units of work
     */
    public Scores(Units units) {
        this.units = units;
    }

    /**
     * Stores a model, or another version of one. The same content again writes nothing. An archived model is used again.
     *
     * @param model the model; its version is given here
     * @param <S> the subject
     * @return the model as stored
     * @throws Invalid if a condition does not fit the catalogue, or caps contradict each other: the cap of a criterion
     *     above that of its group, or that of a group above that of the total, could never be reached, and the cap of a
     *     criterion below its own points would always cut them
     */
    public <S> ScoreModel define(PointsModel<S> model) {
        return units.run(unit -> put(unit, model, List.of()).entity());
    }

    /**
     * Stores a model under the key of another system, or another version of the one that has it.
     *
     * @param ref how the other system names it
     * @param model the model; its id counts only where the key is new
     * @param <S> the subject
     * @return created, updated, or unchanged: then nothing was written
     * @throws Invalid as {@link #define}
     */
    public <S> Upserted<ScoreModel> upsert(ExternalRef ref, PointsModel<S> model) {
        return units.run(unit -> {
            Condition<ScoreModel> known = Conditions.where(ScoreModelFields.EXTERNAL_REFS, Tests.is(ref.key()));
            Optional<ScoreModel> stored =
                    unit.get(ScoreModelRepository.class).find(Query.of(known, unit.moment())).items().stream()
                            .findFirst();
            PointsModel<S> named = stored.map(s -> model.withId(s.id())).orElse(model);
            return put(unit, named, List.of(ref));
        });
    }

    private static <S> Upserted<ScoreModel> put(Unit unit, PointsModel<S> model, List<ExternalRef> refs) {
        Scorer.of(model, unit.catalog());
        Caps.check(model);
        Optional<ScoreModel> stored = unit.get(ScoreModelRepository.class).findById(model.id());
        if (stored.isEmpty()) {
            ScoreModel fresh = ScoreModel.builder(model.id())
                    .model(model.atVersion(1))
                    .externalRefs(refs)
                    .build();
            return new Upserted.Created<>(save(unit, ScoreEvents.MODEL_DEFINED, null, fresh));
        }
        ScoreModel before = stored.get();
        Set<ExternalRef> allRefs = new LinkedHashSet<>(before.externalRefs());
        allRefs.addAll(refs);
        int version = before.model().version();
        boolean sameModel = before.model().equals(model.atVersion(version));
        if (sameModel
                && !before.archived()
                && allRefs.size() == before.externalRefs().size()) {
            return new Upserted.Unchanged<>(before);
        }
        ScoreModel after = before.toBuilder()
                .model(model.atVersion(sameModel ? version : version + 1))
                .externalRefs(List.copyOf(allRefs))
                .archived(false)
                .build();
        return new Upserted.Updated<>(save(unit, ScoreEvents.MODEL_CHANGED, before, after));
    }

    /**
     * Hides a model that is no longer used. Recorded scores stay.
     *
     * @param id the model
     * @return the model as stored
     * @throws NotFound if there is none
     */
    public ScoreModel archive(ModelId id) {
        return units.run(unit -> {
            ScoreModel before = stored(unit, id);
            return before.archived() ? before : save(unit, ScoreEvents.MODEL_ARCHIVED, before, before.archive());
        });
    }

    /**
     * Returns a model.
     *
     * @param id the model
     * @return the model as stored, broken ones too
     * @throws NotFound if there is none
     */
    public ScoreModel model(ModelId id) {
        return units.run(unit -> stored(unit, id));
    }

    /** {@return the first 100 models by id, archived and broken ones too} */
    public List<ScoreModel> models() {
        return units.run(unit -> unit.get(ScoreModelRepository.class)
                .find(Query.all(unit.moment()))
                .items());
    }

    /**
     * Scores one subject now.
     *
     * @param id the model
     * @param subject the subject
     * @return the score
     * @throws NotFound if there is no such model or subject
     * @throws RuleViolation {@code model-broken} if the model no longer fits the catalogue
     */
    public Score score(ModelId id, EntityRef subject) {
        return units.run(unit -> Run.of(unit, id).score(subject, unit.moment()));
    }

    /**
     * Scores one subject as of an instant in the past: by the facts that had happened by then. Field values, memberships
     * and facts without a time are read as they are now, which {@link Score#valuesAsOf()} and
     * {@link Score#currentValues()} say.
     *
     * @param id the model
     * @param subject the subject
     * @param at not later than now
     * @return the score
     * @throws NotFound if there is no such model or subject
     * @throws Invalid if the instant lies in the future
     * @throws RuleViolation {@code model-broken} if the model no longer fits the catalogue
     */
    public Score scoreAt(ModelId id, EntityRef subject, Instant at) {
        return units.run(unit -> {
            Moment then = new Moment(at, unit.moment().zone());
            if (then.at().isAfter(unit.now())) {
                throw new Invalid("at", "not later than now; for what is to come ask the outlook");
            }
            Run<?> run = Run.of(unit, id);
            Score score = run.score(subject, then);
            List<String> names = run.scorer.readsWithoutHistory();
            return then.at().equals(unit.now()) || names.isEmpty() ? score : score.readAsOf(unit.now(), names);
        });
    }

    /**
     * Says until when the score and the grade of a subject hold, if no fact changes.
     *
     * @param id the model
     * @param subject the subject
     * @return the score and until when it holds
     * @throws NotFound if there is no such model or subject
     * @throws RuleViolation {@code model-broken} if the model no longer fits the catalogue
     */
    public Outlook outlook(ModelId id, EntityRef subject) {
        return units.run(unit -> Run.of(unit, id).outlook(subject));
    }

    /**
     * Says why a subject has its score: which leaf of which criterion held, with which value.
     *
     * @param id the model
     * @param subject the subject
     * @return the score with its reasons
     * @throws NotFound if there is no such model or subject
     * @throws RuleViolation {@code model-broken} if the model no longer fits the catalogue
     */
    public ScoreExplanation explain(ModelId id, EntityRef subject) {
        return units.run(unit -> Run.of(unit, id).explain(subject));
    }

    /**
     * Scores some of all subjects of a model, by id.
     *
     * @param id the model
     * @param subject the class of the subject
     * @param limit the most subjects of a page, 1 to 10,000
     * @param after where the page before ended; null for the first
     * @param <S> the subject
     * @return the page; scored at the moment of this call
     * @throws NotFound if there is no such model
     * @throws Invalid if the model has another subject, or the cursor came from elsewhere
     * @throws RuleViolation {@code model-broken} if the model no longer fits the catalogue
     */
    public <S> Page<ScoredSubject<S>> scoreAll(ModelId id, Class<S> subject, int limit, @Nullable Cursor after) {
        return units.run(unit -> Run.of(unit, id, subject).page(limit, after));
    }

    /**
     * Scores one subject and keeps the score in place of the one kept before. A score with the value, grade and
     * contributions of the one before, under the same version, writes nothing; {@code score.changed} is recorded where
     * value or grade is another one.
     *
     * @param id the model
     * @param subject the subject
     * @return the snapshot as stored
     * @throws NotFound if there is no such model or subject
     * @throws RuleViolation {@code model-broken} if the model no longer fits the catalogue
     */
    public ScoreSnapshot record(ModelId id, EntityRef subject) {
        return units.run(unit -> {
            EntityRef resolved = Subjects.resolve(unit, subject);
            return keep(unit, resolved, Run.of(unit, id).score(resolved, unit.moment()));
        });
    }

    /**
     * Returns the recorded score of a subject.
     *
     * @param id the model
     * @param subject the subject
     * @return the snapshot, or nothing if none was recorded
     */
    public Optional<ScoreSnapshot> recorded(ModelId id, EntityRef subject) {
        return units.run(unit -> Snapshots.of(unit, id, Subjects.resolve(unit, subject)));
    }

    private static ScoreSnapshot keep(Unit unit, EntityRef subject, Score score) {
        Optional<ScoreSnapshot> stored = Snapshots.of(unit, score.model(), subject);
        ScoreSnapshot before = stored.orElse(null);
        if (before != null && tellsTheSame(before.score(), score)) {
            return before;
        }
        ScoreSnapshot.Builder builder = before == null
                ? ScoreSnapshot.builder(unit.newId(ScoreSnapshotId.class, ScoreSnapshotId::new))
                        .subject(subject)
                : before.toBuilder();
        ScoreSnapshot after = builder.score(score).build();
        ScoreSnapshot saved =
                unit.get(ScoreSnapshotRepository.class).save(List.of(after)).get(0);
        if (before == null || !sameResult(before.score(), score)) {
            Map<String, String> data =
                    new TreeMap<>(Map.of("model", score.model().value()));
            data.put("value", score.value().toPlainString());
            if (score.grade() != null) {
                data.put("grade", score.grade());
            }
            unit.record(ScoreEvents.SCORE_CHANGED, ScoreSnapshot.class, before, saved, List.of(subject), data);
        }
        return saved;
    }

    private static boolean sameResult(Score before, Score after) {
        return before.value().compareTo(after.value()) == 0
                && Optional.ofNullable(before.grade()).equals(Optional.ofNullable(after.grade()));
    }

    private static boolean tellsTheSame(Score before, Score after) {
        return sameResult(before, after)
                && before.version() == after.version()
                && before.until().equals(after.until())
                && before.contributions().equals(after.contributions());
    }

    private static ScoreModel save(Unit unit, String event, @Nullable ScoreModel before, ScoreModel after) {
        ScoreModel saved =
                unit.get(ScoreModelRepository.class).save(List.of(after)).get(0);
        unit.record(event, ScoreModel.class, before, saved, List.of(), Map.of());
        return saved;
    }

    private static ScoreModel stored(Unit unit, ModelId id) {
        return unit.get(ScoreModelRepository.class)
                .findById(id)
                .orElseThrow(() -> new NotFound(new EntityRef("scoreModel", id.value())));
    }

    /** One model at work in one unit. */
    private record Run<S>(Unit unit, Scorer<S> scorer) {

        static Run<?> of(Unit unit, ModelId id) {
            return of(unit, stored(unit, id).model());
        }

        static <S> Run<S> of(Unit unit, ModelId id, Class<S> subject) {
            PointsModel<?> model = stored(unit, id).model();
            if (model.subject() != subject) {
                String name = unit.catalog().subject(model.subject()).name();
                throw new Invalid("subject", "the model " + id + " scores subjects of the kind " + name);
            }
            @SuppressWarnings("unchecked") // the class was compared
            PointsModel<S> typed = (PointsModel<S>) model;
            return of(unit, typed);
        }

        private static <S> Run<S> of(Unit unit, PointsModel<S> model) {
            try {
                return new Run<>(unit, Scorer.of(model, unit.catalog()));
            } catch (Invalid e) {
                throw new RuleViolation(
                        "model-broken",
                        new EntityRef("scoreModel", model.id().value()),
                        "Cannot score: the model no longer fits the catalogue (" + e.getMessage()
                                + "). Define it again.");
            }
        }

        private S load(EntityRef ref) {
            return Subjects.get(unit, scorer.model().subject(), ref);
        }

        Score score(EntityRef ref, Moment moment) {
            return scorer.score(load(ref), unit.facts(), moment);
        }

        Outlook outlook(EntityRef ref) {
            return scorer.outlook(load(ref), unit.facts(), unit.moment());
        }

        ScoreExplanation explain(EntityRef ref) {
            S subject = load(ref);
            List<ScoreExplanation.Why> whys = new ArrayList<>();
            for (Group<S> group : scorer.model().groups()) {
                for (Criterion<S> criterion : group.criteria()) {
                    CompiledCondition<S> compiled = CompiledCondition.of(
                            criterion.rule().condition(), scorer.model().subject(), unit.catalog());
                    whys.add(new ScoreExplanation.Why(
                            criterion.code(),
                            criterion.name(),
                            compiled.explain(subject, unit.facts(), unit.moment())));
                }
            }
            return new ScoreExplanation(scorer.score(subject, unit.facts(), unit.moment()), whys);
        }

        Page<ScoredSubject<S>> page(int limit, @Nullable Cursor after) {
            Query<S> query = Query.<S>all(unit.moment()).limit(limit);
            Page<S> page =
                    unit.repositories().of(scorer.model().subject()).find(after == null ? query : query.after(after));
            List<Score> scores = scorer.scoreAll(page.items(), unit.facts(), unit.moment());
            List<ScoredSubject<S>> scored = new ArrayList<>(scores.size());
            for (int i = 0; i < scores.size(); i++) {
                scored.add(new ScoredSubject<>(page.items().get(i), scores.get(i)));
            }
            return new Page<>(scored, page.next());
        }
    }

    /** Caps that fit together. Not in the model itself: how contradicting caps add up is still well defined. */
    private static final class Caps {

        static void check(PointsModel<?> model) {
            model.groups().forEach(group -> check(model, group));
        }

        private static void check(PointsModel<?> model, Group<?> group) {
            refuseAbove("group '" + group.code() + "'", group.cap(), "the total", model.cap());
            for (Criterion<?> criterion : group.criteria()) {
                String name = "criterion '" + criterion.code() + "'";
                refuseAbove(name, criterion.cap(), "its group", group.cap());
                BigDecimal cap = criterion.cap();
                if (cap != null && criterion.points().compareTo(cap) > 0) {
                    throw new Invalid(
                            "model.caps",
                            name + " gives " + criterion.points().toPlainString() + " points at once, but is capped at "
                                    + cap.toPlainString());
                }
            }
        }

        private static void refuseAbove(
                String inner, @Nullable BigDecimal innerCap, String outer, @Nullable BigDecimal outerCap) {
            if (innerCap != null && outerCap != null && innerCap.compareTo(outerCap) > 0) {
                throw new Invalid(
                        "model.caps",
                        inner + " is capped at " + innerCap.toPlainString() + ", above the cap of " + outer + ", "
                                + outerCap.toPlainString() + ": it could never be reached");
            }
        }
    }
}
