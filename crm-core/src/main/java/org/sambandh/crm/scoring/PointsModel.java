package org.sambandh.crm.scoring;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.ModelId;
import org.sambandh.crm.common.Text;
import org.sambandh.crm.condition.Rule;

/**
 * How points are given for what a subject is and did: plain data. Caps apply to a criterion, then to its group, then to
 * the total; they are upper limits only and never limit what speaks against. A score is a pure function of the facts,
 * this model and a moment, see {@link Scorer}.
 *
 * @param id its identity
 * @param version counts the changes that were stored, from 1; given by {@link Scores#define}
 * @param name what a seller reads, at most 200 characters
 * @param subject what it scores
 * @param groups at most 20, with different codes; run in this order. A criterion's code occurs once in the whole model
 * @param cap the highest score, 0 or more, or null
 * @param grades at most 20, kept with the highest first; a score below the lowest has no grade
 * @param matrix letters for fit and numbers for engagement, or null
 * @param <S> the subject
 */
public record PointsModel<S>(
        ModelId id,
        int version,
        String name,
        Class<S> subject,
        List<Group<S>> groups,
        @Nullable BigDecimal cap,
        List<Grade> grades,
        @Nullable GradeMatrix matrix) {

    /** The most groups, and the most grades. */
    public static final int MAX_GROUPS = 20;

    /**
     * Checks and copies what it is given.
     *
     * @param id its identity
     * @param version counts the changes that were stored, from 1; given by {@link Scores#define}
     * @param name what a seller reads, at most 200 characters
     * @param subject what it scores
     * @param groups at most 20, with different codes; run in this order. A criterion's code occurs once in the whole model
     * @param cap the highest score, 0 or more, or null
     * @param grades at most 20, kept with the highest first; a score below the lowest has no grade
     * @param matrix letters for fit and numbers for engagement, or null
     */
    public PointsModel {
        name = Text.required("model.name", name, 200);
        cap = Points.cap("model.cap", cap);
        groups = List.copyOf(groups);
        grades = GradeMatrix.sorted("model.grades", grades);
        if (version < 1) {
            throw new Invalid("model.version", "1 or more, found " + version);
        }
        if (groups.size() > MAX_GROUPS || grades.size() > MAX_GROUPS) {
            throw new Invalid("model", "at most " + MAX_GROUPS + " groups and as many grades");
        }
        checkCodes(groups);
    }

    /**
     * Makes a model without letters and numbers.
     *
     * @param id its identity
     * @param version counts the changes that were stored, from 1
     * @param name what a seller reads
     * @param subject what it scores
     * @param groups run in this order
     * @param cap the highest score, or null
     * @param grades in any order
     */
    public PointsModel(
            ModelId id,
            int version,
            String name,
            Class<S> subject,
            List<Group<S>> groups,
            @Nullable BigDecimal cap,
            List<Grade> grades) {
        this(id, version, name, subject, groups, cap, grades, null);
    }

    /**
     * Returns a model without caps and grades.
     *
     * @param id its identity
     * @param name what a seller reads
     * @param subject what it scores
     * @param groups in the order in which they are run
     * @param <S> the subject
     * @return the model
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <S> PointsModel<S> of(ModelId id, String name, Class<S> subject, Group<S>... groups) {
        return new PointsModel<>(id, 1, name, subject, List.of(groups), null, List.of());
    }

    /**
     * Returns this model with a limit on the score.
     *
     * @param most 0 or more
     * @return the model
     */
    public PointsModel<S> cappedAt(long most) {
        return new PointsModel<>(id, version, name, subject, groups, BigDecimal.valueOf(most), grades, matrix);
    }

    /**
     * Returns this model with other grades.
     *
     * @param newGrades in any order
     * @return the model
     */
    public PointsModel<S> graded(Grade... newGrades) {
        return new PointsModel<>(id, version, name, subject, groups, cap, List.of(newGrades), matrix);
    }

    /**
     * Returns this model with a letter for fit and a number for engagement.
     *
     * @param newMatrix the thresholds
     * @return the model
     */
    public PointsModel<S> graded(GradeMatrix newMatrix) {
        return new PointsModel<>(id, version, name, subject, groups, cap, grades, newMatrix);
    }

    /**
     * Returns the grade of a score.
     *
     * @param score a number of points
     * @return the highest grade that begins at or below it, or nothing
     */
    public Optional<Grade> gradeOf(BigDecimal score) {
        return GradeMatrix.highest(grades, score);
    }

    /** {@return the criteria that cannot be run, because their condition no longer fits the catalogue} */
    public List<Criterion<S>> broken() {
        return groups.stream()
                .flatMap(g -> g.criteria().stream())
                .filter(c -> c.rule() instanceof Rule.Broken)
                .toList();
    }

    PointsModel<S> atVersion(int other) {
        return new PointsModel<>(id, other, name, subject, groups, cap, grades, matrix);
    }

    PointsModel<S> withId(ModelId other) {
        return new PointsModel<>(other, version, name, subject, groups, cap, grades, matrix);
    }

    private static <S> void checkCodes(List<Group<S>> groups) {
        Set<String> groupCodes = new HashSet<>();
        Set<String> codes = new HashSet<>();
        for (Group<S> group : groups) {
            if (!groupCodes.add(group.code())) {
                throw new Invalid("model.groups", "the code '" + group.code() + "' stands there twice");
            }
            for (Criterion<S> criterion : group.criteria()) {
                if (!codes.add(criterion.code())) {
                    throw new Invalid("model.groups", "two criteria have the code '" + criterion.code() + "'");
                }
            }
        }
    }
}
