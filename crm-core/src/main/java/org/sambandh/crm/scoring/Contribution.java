package org.sambandh.crm.scoring;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Text;

/**
 * One step on the way to a score. The points of all contributions of a score add up to its value exactly, so what a cap
 * takes away is a contribution of its own.
 *
 * @param kind what gave or took the points
 * @param group the code of the group; null for the cap of the total
 * @param criterion the code of the criterion; null for the caps of a group and of the total
 * @param name the name of the criterion, group or model, as a seller reads it
 * @param because the condition of the criterion, in words; for a cap, which limit it is
 * @param count how many facts earned the points; 1 for points that count once; 0 for a cap
 * @param points never 0; negative for what speaks against, and for a cap
 * @param limit the cap; null for the points of a criterion
 * @param decay how the points fade, in words; null where they do not
 */
public record Contribution(
        Kind kind,
        @Nullable String group,
        @Nullable String criterion,
        String name,
        String because,
        int count,
        BigDecimal points,
        @Nullable BigDecimal limit,
        @Nullable String decay) {

    /** What gives or takes points. */
    public enum Kind {
        /** A criterion that held. */
        CRITERION,
        /** The cap of a criterion. */
        CRITERION_CAP,
        /** The cap of a group. */
        GROUP_CAP,
        /** The cap of the total. */
        TOTAL_CAP
    }

    /**
     * Checks and copies what it is given.
     *
     * @param kind what gave or took the points
     * @param group the code of the group; null for the cap of the total
     * @param criterion the code of the criterion; null for the caps of a group and of the total
     * @param name the name of the criterion, group or model, as a seller reads it
     * @param because the condition of the criterion, in words; for a cap, which limit it is
     * @param count how many facts earned the points; 1 for points that count once; 0 for a cap
     * @param points never 0; negative for what speaks against, and for a cap
     * @param limit the cap; null for the points of a criterion
     * @param decay how the points fade, in words; null where they do not
     */
    public Contribution {
        name = Text.required("contribution.name", name, 200);
        points = Points.plain(points);
    }

    /** {@return one line for a seller, for example {@code +15 for E-mail clicks, 4 times (half-life 7 days)}} */
    public String text() {
        String sum = Points.signed(points);
        if (limit != null) {
            String what = kind == Kind.TOTAL_CAP ? "the total" : name;
            return sum + " by the cap of " + what + ": at most " + Points.shown(limit);
        }
        String times = count == 1 ? "" : ", " + count + " times";
        return sum + " for " + name + times + (decay == null ? "" : " (" + decay + ")");
    }
}
