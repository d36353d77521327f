package org.sambandh.crm.scoring;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.condition.CompiledCondition;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Facts;
import org.sambandh.crm.condition.Verdict;
import org.sambandh.crm.field.Catalog;

/**
 * What one criterion came to for one subject, before any cap.
 *
 * @param count how many facts earned points
 * @param points their sum, rounded
 * @param until before it nothing differs, if no fact changes
 */
record Tally(int count, BigDecimal points, Instant until) {

    /** Runs one criterion. */
    interface Counter<S> {
        List<Tally> count(List<S> chunk, Facts facts, Moment moment);
    }

    static <S> Counter<S> counter(Criterion<S> criterion, Class<S> subject, Catalog catalog) {
        Condition<S> condition = criterion.rule().condition();
        if (criterion.perFact() && condition instanceof Condition.RelatedTest<S, ?> related) {
            return new FactCounter<>(criterion, related, subject, catalog);
        }
        CompiledCondition<S> compiled = CompiledCondition.of(condition, subject, catalog);
        return (chunk, facts, moment) -> compiled.verdicts(chunk, facts, moment).stream()
                .map(verdict -> once(verdict, criterion.points()))
                .toList();
    }

    private static Tally once(Verdict verdict, BigDecimal points) {
        return verdict.matches()
                ? new Tally(1, points, verdict.until())
                : new Tally(0, BigDecimal.ZERO, verdict.until());
    }
}
