package org.sambandh.crm.scoring;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A score as advice to a seller: what gave points, the strongest first; what cost points; what a cap cut; what changes
 * next by time alone; what would gain points. Names criteria and figures, nothing found in the subject's fields.
 *
 * @param score the score
 * @param lines what to read, in this order
 */
public record Advice(Score score, List<Line> lines) {

    /** What a line speaks of. */
    public enum Kind {
        /** The points and the grade. */
        HEADLINE,
        /** What gave points. */
        GAVE,
        /** What cost points. */
        COST,
        /** What a cap cut. */
        CAPPED,
        /** What changes next, and when. */
        NEXT,
        /** What would give points, and how many after all caps. */
        WOULD_GAIN
    }

    /**
     * One sentence or two.
     *
     * @param kind what it speaks of
     * @param criterion the code of the criterion, or null
     * @param points the points it speaks of: those of the score, a gain, a loss as a negative number
     * @param at when, for what changes next; otherwise null
     * @param text the sentence
     */
    public record Line(
            Kind kind,
            @Nullable String criterion,
            BigDecimal points,
            @Nullable Instant at,
            String text) {

        /**
         * Checks and copies what it is given.
         *
         * @param kind what it speaks of
         * @param criterion the code of the criterion, or null
         * @param points the points it speaks of: those of the score, a gain, a loss as a negative number
         * @param at when, for what changes next; otherwise null
         * @param text the sentence
         */
        public Line {
            points = Points.plain(points);
        }
    }

    /**
     * Checks and copies what it is given.
     *
     * @param score the score
     * @param lines what to read, in this order
     */
    public Advice {
        lines = List.copyOf(lines);
    }

    /** {@return all sentences, a line each} */
    public String text() {
        return lines.stream().map(Line::text).collect(Collectors.joining("\n"));
    }
}
