package org.sambandh.crm.scoring;

import java.math.BigDecimal;
import org.sambandh.crm.common.Text;

/**
 * What a score is called from a number of points on, up to where the next grade begins.
 *
 * @param name what a seller reads, for example {@code A}; at most 60 characters
 * @param from the lowest score that has it; may be negative
 */
public record Grade(String name, BigDecimal from) {

    /**
     * Checks and copies what it is given.
     *
     * @param name what a seller reads, for example {@code A}; at most 60 characters
     * @param from the lowest score that has it; may be negative
     */
    public Grade {
        name = Text.required("grade.name", name, 60);
        from = Points.given("grade.from", from);
    }

    /**
     * Returns a grade.
     *
     * @param name what a seller reads
     * @param from the lowest score that has it
     * @return the grade
     */
    public static Grade of(String name, long from) {
        return new Grade(name, BigDecimal.valueOf(from));
    }
}
