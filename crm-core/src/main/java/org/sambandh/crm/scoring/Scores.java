package org.sambandh.crm.scoring;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.ModelId;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Language;
import org.sambandh.crm.condition.Tests;
import org.sambandh.crm.store.Cursor;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Subjects;
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
     *     criterion below its own points would always cut them; or if letters or numbers are given and there is no group
     *     of their kind
     */
    public <S> ScoreModel define(PointsModel<S> model) {
        return units.run(unit -> Models.put(unit, model, List.of()).entity());
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
            return Models.put(unit, named, List.of(ref));
        });
    }

    /**
     * Hides a model that is no longer used. Recorded scores stay.
     *
     * @param id the model
     * @return the model as stored
     * @throws NotFound if there is none
     */
    public ScoreModel archive(ModelId id) {
        return units.run(unit -> Models.archive(unit, id));
    }

    /**
     * Returns a model.
     *
     * @param id the model
     * @return the model as stored, broken ones too
     * @throws NotFound if there is none
     */
    public ScoreModel model(ModelId id) {
        return units.run(unit -> Models.stored(unit, id));
    }

    /**
     * Returns a model as it was at a version: every one that was ever defined is kept.
     *
     * @param id the model
     * @param version from 1
     * @return the model
     * @throws NotFound if there is no such model
     * @throws Invalid if it has no such version
     */
    public PointsModel<?> model(ModelId id, int version) {
        return units.run(unit -> Models.version(unit, id, version));
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
     * Scores one subject as of an instant in the past, by the version of the model that was in force then
     * ({@link Score#version()}): by the facts that had happened, and by field values as the outbox tells they were. A
     * fact with a time counts from its time on, whenever it was entered; one without counts from when it was made. A
     * party that was merged since is scored with what came with it.
     *
     * <p>What cannot be known is read as it is now, and {@link Score#valuesAsOf()} and {@link Score#currentValues()} say
     * so: fields whose changes were not recorded, were erased, or lie before the oldest event kept of their entity;
     * relations of which facts were destroyed since, or of whose facts nobody knows since when they are there. Parts
     * inside a subject, such as the addresses of a party, have no history of their own and are read as they are.
     *
     * @param id the model
     * @param subject the subject
     * @param at not later than now
     * @return the score
     * @throws NotFound if there is no such model or subject
     * @throws Invalid if the instant lies in the future, or before the model was first defined
     * @throws RuleViolation {@code model-broken} if that version no longer fits the catalogue
     */
    public Score scoreAt(ModelId id, EntityRef subject, Instant at) {
        return units.run(unit -> Run.past(unit, Models.inForce(unit, id, at), subject, at));
    }

    /**
     * Scores one subject as of an instant in the past, by any version of a model.
     *
     * @param id the model
     * @param version the version
     * @param subject the subject
     * @param at not later than now; may lie before the version was defined
     * @return the score, as {@link #scoreAt(ModelId, EntityRef, Instant)} describes it
     * @throws NotFound if there is no such model or subject
     * @throws Invalid if the instant lies in the future, or there is no such version
     * @throws RuleViolation {@code model-broken} if that version no longer fits the catalogue
     */
    public Score scoreAt(ModelId id, int version, EntityRef subject, Instant at) {
        return units.run(unit -> Run.past(unit, Models.version(unit, id, version), subject, at));
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
     * Puts the score of a subject into sentences for a seller: what gave points, what cost them, what is capped, what
     * changes next and when, and what would gain most.
     *
     * @param id the model
     * @param subject the subject
     * @param language English, Hindi or one of the host's
     * @return the score in sentences
     * @throws NotFound if there is no such model or subject
     * @throws RuleViolation {@code model-broken} if the model no longer fits the catalogue
     */
    public Advice advise(ModelId id, EntityRef subject, Language language) {
        return units.run(unit -> Run.of(unit, id).advise(subject, language));
    }

    /**
     * Puts a recorded score into sentences, in the words of the version of the model by which it was computed: what gave
     * points, what cost them and what was capped. What comes next is not said of the past.
     *
     * @param snapshot a recorded score
     * @param language English, Hindi or one of the host's
     * @return the score in sentences
     * @throws NotFound if there is no such model
     * @throws Invalid if its version is not kept
     */
    public Advice advise(ScoreSnapshot snapshot, Language language) {
        Score score = snapshot.score();
        return units.run(unit ->
                new Adviser(Models.version(unit, score.model(), score.version()), language).advise(score, null, null));
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
     * Scores one subject and keeps the score as its latest one. What the latest said before is kept beside it, see
     * {@link #history}. A score with the value, grades and contributions of the latest, under the same version, adds
     * nothing to the history; {@code score.changed} is recorded where value or grades are others, {@code score.restated}
     * where only the reasons are.
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
            return Snapshots.keep(unit, resolved, Run.of(unit, id).score(resolved, unit.moment()));
        });
    }

    /**
     * Returns the latest recorded score of a subject.
     *
     * @param id the model
     * @param subject the subject
     * @return the snapshot, or nothing if none was recorded
     */
    public Optional<ScoreSnapshot> recorded(ModelId id, EntityRef subject) {
        return units.run(unit -> Snapshots.latest(unit, id, Subjects.resolve(unit, subject)));
    }

    /**
     * Returns what was recorded of a subject under a model, the latest first: one snapshot for every time at which value,
     * grades or reasons became others.
     *
     * @param id the model
     * @param subject the subject
     * @param limit the most snapshots of a page, 1 to 10,000
     * @param after where the page before ended; null for the first
     * @return the page; empty if nothing was recorded
     * @throws Invalid if the cursor came from elsewhere
     */
    public Page<ScoreSnapshot> history(ModelId id, EntityRef subject, int limit, @Nullable Cursor after) {
        return units.run(unit -> Snapshots.history(unit, id, Subjects.resolve(unit, subject), limit, after));
    }

    /**
     * Destroys past snapshots, of every model and subject, in whose place another one stood by an instant. The latest ones
     * stay, and so do those that were still the latest at the instant. Nothing is destroyed unless a host calls this.
     *
     * @param instant for example a year ago
     * @param limit the most to destroy in one transaction, 1 to 10,000
     * @return how many were destroyed; fewer than the limit: no more are left
     */
    public int forgetBefore(Instant instant, int limit) {
        return units.run(unit -> Snapshots.forgetBefore(unit, instant, limit));
    }
}
