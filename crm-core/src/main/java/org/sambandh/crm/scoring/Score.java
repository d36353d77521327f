package org.sambandh.crm.scoring;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.ModelId;
import org.sambandh.crm.common.Moment;

/**
 * How many points a subject has at a moment, and why. Every score lists what produced it, in the order in which the
 * criteria fired, so that it can be explained to whoever owns the subject; the contributions add up to the value
 * exactly. All figures have at most nine decimals.
 *
 * @param model by which model
 * @param version by which version of the model
 * @param moment when; facts later than it are not seen
 * @param value the points; may be negative
 * @param grade the name of the grade; null where the value is below the lowest, or the model has none
 * @param letter the mark of the fit; null where the points are below the lowest, or the model has no letters
 * @param number the mark of the engagement, as the letter
 * @param contributions what gave and took points, group after group in the order of the model
 * @param criteria what every criterion came to, in the order of the model
 * @param groups what every group came to, in the order of the model
 * @param until later than the moment; before it the whole score is the same, if no fact changes. Safe, not maximal:
 *     {@link Scorer#outlook} says when value and grade really change
 * @param valuesAsOf as of when the values named by {@code currentValues} were read, where that is not the moment; null
 *     where everything is as of the moment
 * @param currentValues what the score read as it was at {@code valuesAsOf}, because its history is not kept: names of
 *     fields, of relations without a time, and {@code segment <id>}
 */
public record Score(
        ModelId model,
        int version,
        Moment moment,
        BigDecimal value,
        @Nullable String grade,
        @Nullable String letter,
        @Nullable String number,
        List<Contribution> contributions,
        List<CriterionScore> criteria,
        List<GroupScore> groups,
        Instant until,
        @Nullable Instant valuesAsOf,
        List<String> currentValues) {

    /**
     * Checks and copies what it is given.
     *
     * @param model by which model
     * @param version by which version of the model
     * @param moment when; facts later than it are not seen
     * @param value the points; may be negative
     * @param grade the name of the grade; null where the value is below the lowest, or the model has none
     * @param letter the mark of the fit; null where the points are below the lowest, or the model has no letters
     * @param number the mark of the engagement, as the letter
     * @param contributions what gave and took points, group after group in the order of the model
     * @param criteria what every criterion came to, in the order of the model
     * @param groups what every group came to, in the order of the model
     * @param until later than the moment; before it the whole score is the same, if no fact changes. Safe, not maximal:
     *     {@link Scorer#outlook} says when value and grade really change
     * @param valuesAsOf as of when the values named by {@code currentValues} were read, where that is not the moment; null
     *     where everything is as of the moment
     * @param currentValues what the score read as it was at {@code valuesAsOf}, because its history is not kept: names of
     *     fields, of relations without a time, and {@code segment <id>}
     */
    public Score {
        value = Points.plain(value);
        contributions = List.copyOf(contributions);
        criteria = List.copyOf(criteria);
        groups = List.copyOf(groups);
        currentValues = List.copyOf(currentValues);
    }

    /** {@return letter and number, for example {@code A1}; nothing where one of the two is missing} */
    public Optional<String> combined() {
        return letter == null || number == null ? Optional.empty() : Optional.of(letter + number);
    }

    /**
     * Returns how many points the groups of one kind came to, each after its cap; the cap of the total is not applied.
     *
     * @param kind fit or engagement
     * @return the sum, 0 where there is no such group
     */
    public BigDecimal points(Group.Kind kind) {
        BigDecimal sum = BigDecimal.ZERO;
        for (GroupScore group : groups) {
            sum = group.kind() == kind ? sum.add(group.capped()) : sum;
        }
        return Points.plain(sum);
    }

    /**
     * Returns this score in words, for a seller: the value and grade, then for each group what gave and took points, one
     * line each. Figures are shown with at most two decimals.
     *
     * @return the text, without a line end behind the last line
     */
    public String text() {
        StringBuilder text = new StringBuilder(headline());
        for (GroupScore group : groups) {
            List<Contribution> parts = contributions.stream()
                    .filter(c -> Objects.equals(c.group(), group.group()))
                    .toList();
            if (!parts.isEmpty()) {
                text.append('\n').append(group.name()).append(": ").append(Points.shown(group.capped()));
                parts.forEach(c -> text.append("\n  ").append(c.text()));
            }
        }
        contributions.stream()
                .filter(c -> c.kind() == Contribution.Kind.TOTAL_CAP)
                .forEach(c -> text.append('\n').append(c.text()));
        if (valuesAsOf != null && !currentValues.isEmpty()) {
            text.append("\nRead as of ")
                    .append(valuesAsOf)
                    .append(", not as of ")
                    .append(moment.at())
                    .append(": ")
                    .append(String.join(", ", currentValues));
        }
        return text.toString();
    }

    private String headline() {
        String points = Points.shown(value) + (value.compareTo(BigDecimal.ONE) == 0 ? " point" : " points");
        String mark = combined().map(both -> ", " + both).orElse("");
        return points + (grade == null ? "" : ", grade " + grade) + mark;
    }

    Score readAsOf(Instant now, List<String> names) {
        return new Score(
                model,
                version,
                moment,
                value,
                grade,
                letter,
                number,
                contributions,
                criteria,
                groups,
                until,
                now,
                names);
    }
}
