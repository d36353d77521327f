package org.sambandh.crm.scoring;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;

/**
 * Two grades in one: a letter for how well they fit and a number for how much they are interested, {@code A1} to
 * {@code D4}. A good fit that shows no interest and a keen party that does not fit have the same total and need
 * different work; the two marks keep them apart. Thresholds only, so that grades can neither overlap nor leave a gap
 * between them; points below the lowest threshold have no mark. Immutable.
 *
 * @param letters for the sum of the groups of the kind {@link Group.Kind#FIT}, at least one; kept with the highest first
 * @param numbers for the sum of the groups of the kind {@link Group.Kind#ENGAGEMENT}, at least one; kept with the
 *     highest first
 */
public record GradeMatrix(List<Grade> letters, List<Grade> numbers) {

    /**
     * Checks and copies what it is given.
     *
     * @param letters for the sum of the groups of the kind {@link Group.Kind#FIT}, at least one; kept with the highest first
     * @param numbers for the sum of the groups of the kind {@link Group.Kind#ENGAGEMENT}, at least one; kept with the
     *     highest first
     */
    public GradeMatrix {
        letters = scale("gradeMatrix.letters", letters);
        numbers = scale("gradeMatrix.numbers", numbers);
    }

    /**
     * Returns what a sum is called.
     *
     * @param kind which sum
     * @param points the sum of the groups of that kind, each after its cap
     * @return the highest mark that begins at or below it, or nothing
     */
    public Optional<Grade> of(Group.Kind kind, BigDecimal points) {
        return highest(kind == Group.Kind.FIT ? letters : numbers, points);
    }

    static Optional<Grade> highest(List<Grade> grades, BigDecimal points) {
        return grades.stream().filter(g -> points.compareTo(g.from()) >= 0).findFirst();
    }

    /** The grades with the highest first; refused if two have one name or begin at one number of points. */
    static List<Grade> sorted(String path, List<Grade> grades) {
        List<Grade> sorted = grades.stream()
                .sorted(Comparator.comparing(Grade::from).reversed())
                .toList();
        Set<String> names = new HashSet<>();
        @Nullable Grade above = null;
        for (Grade grade : sorted) {
            if (!names.add(grade.name())) {
                throw new Invalid(path, "the grade '" + grade.name() + "' stands there twice");
            }
            if (above != null && above.from().compareTo(grade.from()) == 0) {
                throw new Invalid(path, "two grades begin at " + grade.from().toPlainString());
            }
            above = grade;
        }
        return sorted;
    }

    private static List<Grade> scale(String path, List<Grade> grades) {
        if (grades.isEmpty() || grades.size() > PointsModel.MAX_GROUPS) {
            throw new Invalid(path, "1 to " + PointsModel.MAX_GROUPS + " grades, found " + grades.size());
        }
        return sorted(path, grades);
    }
}
