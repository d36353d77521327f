package org.sambandh.crm.prediction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Tests;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Reaction;
import org.sambandh.crm.store.Unit;
import org.sambandh.crm.store.Written;

/**
 * Keeps tables of closed deals up to date: what a unit changed is counted before it ends, in the same transaction, as it
 * was and as it is. Nothing is written where a subject was and is open, or counts the same. Related entities are read as
 * they are now in both states, and a change of one of them alone counts nothing; counting anew sets that right, and so it
 * does with a table that was full, which counts no new values. A unit that changes none of the subjects named here costs
 * nothing, others cost one look-up. Safe for concurrent use.
 */
public final class PredictionReaction implements Reaction {

    private final Set<String> subjects;

    private PredictionReaction(Set<String> subjects) {
        this.subjects = Set.copyOf(subjects);
    }

    /**
     * Returns a reaction. Deals and enquiries are looked after already; this is for other subjects.
     *
     * @param subjects the names of the subjects in the catalogue whose tables are to be kept up to date
     * @return the reaction, for {@code Crm.builder(...).reaction(...)}
     */
    public static PredictionReaction on(String... subjects) {
        return new PredictionReaction(Set.of(subjects));
    }

    @Override
    public void settle(Unit unit, List<Written<?>> written) {
        List<Written<?>> concerned = new ArrayList<>();
        Set<String> names = new TreeSet<>();
        for (Written<?> one : written) {
            String name = unit.catalog().subject(one.type()).name();
            if (subjects.contains(name)) {
                concerned.add(one);
                names.add(one.type().getSimpleName());
            }
        }
        if (concerned.isEmpty()) {
            return;
        }
        Query<PredictiveModel> counting =
                Query.of(Conditions.where(PredictiveModelFields.COUNTED, Tests.in(names)), unit.moment());
        PredictiveModelRepository repository = unit.get(PredictiveModelRepository.class);
        if (repository.find(counting).items().isEmpty()) {
            return;
        }
        // Whoever comes second counts on top of the first, and a unit without events has not had its turn.
        unit.repositories().awaitTurn();
        for (PredictiveModel model : repository.find(counting).items()) {
            Learned learned = model.learned();
            for (Written<?> one : concerned) {
                if (learned instanceof Learned.Counts counts && counts.subject() == one.type()) {
                    learned = recount(unit, counts, one);
                }
            }
            if (!learned.equals(model.learned())) {
                repository.save(List.of(model.toBuilder().learned(learned).build()));
            }
        }
    }

    private static <S> Learned recount(Unit unit, Learned.Counts counts, Written<S> written) {
        Optional<BayesTable> table = Runs.recount(unit, counts, written.type(), written.before(), written.after());
        return table.isPresent() ? new Learned.Counts(counts.binding(), table.get()) : counts;
    }
}
