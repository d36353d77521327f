package org.sambandh.crm.scoring;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.condition.CompiledCondition;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Facts;
import org.sambandh.crm.condition.Verdict;
import org.sambandh.crm.condition.Window;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.Relation;

/** Points for each related fact: those that the condition counts, faded by their age, perhaps the newest only. */
final class FactCounter<S, R> implements Tally.Counter<S> {

    private static final int CHUNK = 1_000;

    private final Criterion<S> criterion;
    private final Relation<S, R> relation;
    private final Window window;
    private final Field.@Nullable One<R, Instant> time;
    private final CompiledCondition<S> whole;
    private final CompiledCondition<R> where;

    FactCounter(Criterion<S> criterion, Condition.RelatedTest<S, R> related, Class<S> subject, Catalog catalog) {
        this.criterion = criterion;
        this.relation = known(related.relation(), catalog);
        this.window = related.window();
        this.time = relation.time().orElse(null);
        this.whole = CompiledCondition.of(related, subject, catalog);
        this.where = CompiledCondition.of(related.where(), relation.fact(), catalog);
    }

    /** The catalogue's own, which says how the time of a fact is read. */
    @SuppressWarnings("unchecked") // equal relations lead to the same facts
    private static <S, R> Relation<S, R> known(Relation<S, R> relation, Catalog catalog) {
        Relation<S, ?> found = catalog.relation(relation.subject(), relation.name());
        return found.equals(relation) ? (Relation<S, R>) found : relation;
    }

    @Override
    public List<Tally> count(List<S> chunk, Facts facts, Moment moment) {
        List<Verdict> counted = whole.verdicts(chunk, facts, moment);
        List<List<R>> related = related(chunk, facts, moment);
        List<Verdict> verdicts = verdicts(related.stream().flatMap(List::stream).toList(), facts, moment);
        List<Tally> tallies = new ArrayList<>(chunk.size());
        int from = 0;
        for (int i = 0; i < chunk.size(); i++) {
            int to = from + related.get(i).size();
            tallies.add(tally(counted.get(i), related.get(i), verdicts.subList(from, to), moment));
            from = to;
        }
        return tallies;
    }

    private List<List<R>> related(List<S> chunk, Facts facts, Moment moment) {
        return relation instanceof Relation.Parts<S, R> parts
                ? chunk.stream().map(parts.reader()).toList()
                : facts.related(relation, chunk, moment);
    }

    private List<Verdict> verdicts(List<R> all, Facts facts, Moment moment) {
        List<Verdict> verdicts = new ArrayList<>(all.size());
        for (int from = 0; from < all.size(); from += CHUNK) {
            List<R> some = all.subList(from, Math.min(all.size(), from + CHUNK));
            verdicts.addAll(where.verdicts(some, facts, moment));
        }
        return verdicts;
    }

    private Tally tally(Verdict counted, List<R> facts, List<Verdict> matching, Moment moment) {
        Instant until = counted.until();
        List<Dated> hits = new ArrayList<>();
        for (int i = 0; i < facts.size(); i++) {
            Instant happened = happened(facts.get(i));
            if (happened != null && happened.isAfter(moment.at())) {
                until = earlier(until, happened);
            } else if (isInside(happened, moment)) {
                until = earlier(until, matching.get(i).until());
                until = earlier(until, leaves(happened));
                if (matching.get(i).matches()) {
                    hits.add(new Dated(happened));
                }
            }
        }
        if (!counted.matches()) {
            return new Tally(0, BigDecimal.ZERO, until);
        }
        return sum(newest(hits), until, moment);
    }

    private Tally sum(List<Dated> hits, Instant safe, Moment moment) {
        Decay decay = criterion.decay();
        if (decay == null) {
            BigDecimal points = criterion.points().multiply(BigDecimal.valueOf(hits.size()));
            return new Tally(hits.size(), Points.rounded(points), safe);
        }
        Instant until = safe;
        BigDecimal left = BigDecimal.ZERO;
        int count = 0;
        for (Dated hit : hits) {
            BigDecimal factor = hit.at == null ? BigDecimal.ZERO : decay.factor(hit.at, moment);
            if (hit.at != null && factor.signum() > 0) {
                left = left.add(factor);
                count++;
                until = earlier(until, decay.nextStep(hit.at, moment));
            }
        }
        return new Tally(count, Points.rounded(criterion.points().multiply(left)), until);
    }

    /** Facts of the same age earn the same, so it does not matter which of them are left out. */
    private List<Dated> newest(List<Dated> hits) {
        Integer newest = criterion.newest();
        if (newest == null || hits.size() <= newest) {
            return hits;
        }
        return hits.stream()
                .sorted(Comparator.comparing(Dated::order).reversed())
                .limit(newest)
                .toList();
    }

    private @Nullable Instant happened(R fact) {
        Instant at = time == null ? null : time.get(fact);
        return at == null ? null : at.truncatedTo(ChronoUnit.MICROS);
    }

    private boolean isInside(@Nullable Instant happened, Moment moment) {
        if (window instanceof Window.Last last) {
            return happened != null && !happened.isBefore(moment.at().minus(last.length()));
        } else if (window instanceof Window.Fixed fixed) {
            return happened != null && !happened.isBefore(fixed.from()) && !happened.isAfter(fixed.to());
        }
        return true;
    }

    private Instant leaves(@Nullable Instant happened) {
        return happened != null && window instanceof Window.Last last
                ? happened.plus(last.length()).plus(1, ChronoUnit.MICROS)
                : Verdict.FOREVER;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    /** When a fact happened; unknown counts as the oldest. */
    private record Dated(@Nullable Instant at) {
        Instant order() {
            return at == null ? Instant.MIN : at;
        }
    }
}
