package org.sambandh.crm.scoring;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.ModelId;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.condition.CompiledCondition;
import org.sambandh.crm.condition.Facts;
import org.sambandh.crm.condition.Language;
import org.sambandh.crm.condition.Verdict;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.store.Cursor;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Subjects;
import org.sambandh.crm.store.Unit;

/** One model at work in one unit. */
record Run<S>(Unit unit, Scorer<S> scorer) {

    static Run<?> of(Unit unit, ModelId id) {
        return of(unit, Models.stored(unit, id).model());
    }

    static <S> Run<S> of(Unit unit, ModelId id, Class<S> subject) {
        PointsModel<?> model = Models.stored(unit, id).model();
        if (model.subject() != subject) {
            String name = unit.catalog().subject(model.subject()).name();
            throw new Invalid("subject", "the model " + id + " scores subjects of the kind " + name);
        }
        @SuppressWarnings("unchecked") // the class was compared
        PointsModel<S> typed = (PointsModel<S>) model;
        return of(unit, typed);
    }

    private static <S> Run<S> of(Unit unit, PointsModel<S> model) {
        return of(unit, model, unit.catalog());
    }

    private static <S> Run<S> of(Unit unit, PointsModel<S> model, Catalog catalog) {
        try {
            return new Run<>(unit, Scorer.of(model, catalog));
        } catch (Invalid e) {
            throw new RuleViolation(
                    "model-broken",
                    new EntityRef("scoreModel", model.id().value()),
                    "Cannot score: the model no longer fits the catalogue (" + e.getMessage() + "). Define it again.");
        }
    }

    /** As of an instant, by a model of then or of now. */
    static <S> Score past(Unit unit, PointsModel<S> model, EntityRef ref, Instant at) {
        Moment then = new Moment(at, unit.moment().zone());
        if (then.at().isAfter(unit.now())) {
            throw new Invalid("at", "not later than now; for what is to come ask the outlook");
        }
        if (then.at().equals(unit.now())) {
            return of(unit, model).score(ref, then);
        }
        Hindsight hindsight = new Hindsight(unit, then.at());
        Scorer<S> scorer = of(unit, model, hindsight.catalog()).scorer();
        S subject = hindsight.from(model.subject(), Subjects.get(unit, model.subject(), ref));
        Score score = scorer.score(subject, hindsight, then);
        List<String> names = hindsight.unknown(Reads.of(model));
        return names.isEmpty() ? score : score.readAsOf(unit.now(), names);
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

    Advice advise(EntityRef ref, Language language) {
        S subject = load(ref);
        Facts facts = new RememberedFacts(unit.facts());
        Outlook outlook = scorer.outlook(subject, facts, unit.moment());
        boolean changes = !outlook.valueUntil().equals(Verdict.FOREVER);
        Moment next = new Moment(outlook.valueUntil(), unit.moment().zone());
        Score then = changes ? scorer.score(subject, facts, next) : null;
        boolean differs = then != null && then.value().compareTo(outlook.score().value()) != 0;
        return new Adviser(scorer.model(), language).advise(outlook.score(), differs ? then : null, outlook);
    }

    ScoreExplanation explain(EntityRef ref) {
        S subject = load(ref);
        List<ScoreExplanation.Why> whys = new ArrayList<>();
        for (Group<S> group : scorer.model().groups()) {
            for (Criterion<S> criterion : group.criteria()) {
                CompiledCondition<S> compiled = CompiledCondition.of(
                        criterion.rule().condition(), scorer.model().subject(), unit.catalog());
                whys.add(new ScoreExplanation.Why(
                        criterion.code(), criterion.name(), compiled.explain(subject, unit.facts(), unit.moment())));
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
