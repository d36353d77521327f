package org.sambandh.crm.scoring;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Text;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Measure;
import org.sambandh.crm.condition.Rule;

/**
 * What earns or costs points, and how many. Either its points count once when its condition holds, or, {@link #perFact()},
 * once for each fact that the condition counts. Immutable; begin with {@link #of} and go on with the other methods:
 *
 * <pre>{@code
 * Criterion.of("clicks", "E-mail clicks", 8, count(INTERACTIONS, where(CHANNEL, is(EMAIL)), ever(), atLeast(1)))
 *         .eachTime().halfLife(7).cappedAt(12)
 * }</pre>
 *
 * @param code names it within its model, at most 60 characters
 * @param name what a seller reads, at most 200 characters
 * @param points for each time; negative for what speaks against, at most 10,000 either way, at most 6 decimals
 * @param rule the condition, as it is stored
 * @param perFact whether the points count for each fact; then the condition is a count of related facts, and the facts
 *     of its relation, condition and window earn points while its test holds
 * @param newest only so many facts count, the newest ones; null for all
 * @param cap the most that the criterion can earn, 0 or more, or null; nothing limits what it can cost
 * @param decay how the points of each fact fade with its age, or null; a fact of unknown age then earns nothing
 * @param <S> the subject
 */
public record Criterion<S>(
        String code,
        String name,
        BigDecimal points,
        Rule<S> rule,
        boolean perFact,
        @Nullable Integer newest,
        @Nullable BigDecimal cap,
        @Nullable Decay decay) {

    /**
     * Checks and copies what it is given.
     *
     * @param code names it within its model, at most 60 characters
     * @param name what a seller reads, at most 200 characters
     * @param points for each time; negative for what speaks against, at most 10,000 either way, at most 6 decimals
     * @param rule the condition, as it is stored
     * @param perFact whether the points count for each fact; then the condition is a count of related facts, and the facts
     *     of its relation, condition and window earn points while its test holds
     * @param newest only so many facts count, the newest ones; null for all
     * @param cap the most that the criterion can earn, 0 or more, or null; nothing limits what it can cost
     * @param decay how the points of each fact fade with its age, or null; a fact of unknown age then earns nothing
     */
    public Criterion {
        code = Text.required("criterion.code", code, 60);
        name = Text.required("criterion.name", name, 200);
        points = Points.given("criterion.points", points);
        cap = Points.cap("criterion.cap", cap);
        if (!perFact && (newest != null || decay != null)) {
            throw new Invalid("criterion", "only points per fact can fade or be limited to the newest facts");
        }
        if (newest != null && newest < 1) {
            throw new Invalid("criterion.newest", "1 or more, found " + newest);
        }
        if (perFact && rule instanceof Rule.Valid<S> valid) {
            checkCountable(valid.condition(), newest != null || decay != null);
        }
    }

    /**
     * Returns a criterion whose points count once.
     *
     * @param code names it within its model
     * @param name what a seller reads
     * @param points negative for what speaks against
     * @param subject the class of the subject
     * @param condition what must hold
     * @param <S> the subject
     * @return the criterion
     */
    public static <S> Criterion<S> of(
            String code, String name, BigDecimal points, Class<S> subject, Condition<S> condition) {
        return new Criterion<>(code, name, points, Rule.of(subject, condition), false, null, null, null);
    }

    /**
     * Returns a criterion whose points count once.
     *
     * @param code names it within its model
     * @param name what a seller reads
     * @param points negative for what speaks against
     * @param subject the class of the subject
     * @param condition what must hold
     * @param <S> the subject
     * @return the criterion
     */
    public static <S> Criterion<S> of(String code, String name, long points, Class<S> subject, Condition<S> condition) {
        return of(code, name, BigDecimal.valueOf(points), subject, condition);
    }

    /**
     * Returns this criterion with points for each fact that its condition counts.
     *
     * @return the criterion
     * @throws Invalid if the condition does not count related facts
     */
    public Criterion<S> eachTime() {
        return new Criterion<>(code, name, points, rule, true, newest, cap, decay);
    }

    /**
     * Returns this criterion with points for each fact, but for the newest ones only.
     *
     * @param facts how many
     * @return the criterion
     * @throws Invalid if the condition does not count related facts that have a time
     */
    public Criterion<S> newestOnly(int facts) {
        return new Criterion<>(code, name, points, rule, true, facts, cap, decay);
    }

    /**
     * Returns this criterion with a limit on what it can earn.
     *
     * @param most 0 or more
     * @return the criterion
     */
    public Criterion<S> cappedAt(long most) {
        return new Criterion<>(code, name, points, rule, perFact, newest, BigDecimal.valueOf(most), decay);
    }

    /**
     * Returns this criterion with points for each fact that fade by halves.
     *
     * @param days after how many whole days half of the points are left
     * @return the criterion
     * @throws Invalid if the condition does not count related facts that have a time
     */
    public Criterion<S> halfLife(int days) {
        return new Criterion<>(code, name, points, rule, true, newest, cap, Decay.halfLife(days));
    }

    /**
     * Returns this criterion with points for each fact that fade in a straight line.
     *
     * @param percentPerMonth the share of the original points lost each whole calendar month
     * @return the criterion
     * @throws Invalid if the condition does not count related facts that have a time
     */
    public Criterion<S> losingPerMonth(long percentPerMonth) {
        Decay linear = Decay.linear(BigDecimal.valueOf(percentPerMonth));
        return new Criterion<>(code, name, points, rule, true, newest, cap, linear);
    }

    private static void checkCountable(Condition<?> condition, boolean byTime) {
        if (!(condition instanceof Condition.RelatedTest<?, ?> related)
                || related.measure().kind() != Measure.Kind.COUNT) {
            throw new Invalid("criterion.rule", "points per fact need a condition that counts related facts");
        }
        if (byTime && related.relation().time().isEmpty()) {
            throw new Invalid(
                    "criterion.rule",
                    "the facts of '" + related.relation().name()
                            + "' have no time by which they could fade or be newest");
        }
    }
}
