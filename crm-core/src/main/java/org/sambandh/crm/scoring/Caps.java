package org.sambandh.crm.scoring;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;

/**
 * Caps that fit together, and groups for what is graded. Not in the model itself: how contradicting caps add up is still
 * well defined.
 */
final class Caps {

    private Caps() {}

    static void check(PointsModel<?> model) {
        model.groups().forEach(group -> check(model, group));
        for (Group.Kind kind : Group.Kind.values()) {
            if (model.matrix() != null && model.groups().stream().noneMatch(g -> g.kind() == kind)) {
                throw new Invalid("model.matrix", "there is no group of the kind " + kind + " to be graded");
            }
        }
    }

    private static void check(PointsModel<?> model, Group<?> group) {
        refuseAbove("group '" + group.code() + "'", group.cap(), "the total", model.cap());
        for (Criterion<?> criterion : group.criteria()) {
            String name = "criterion '" + criterion.code() + "'";
            refuseAbove(name, criterion.cap(), "its group", group.cap());
            BigDecimal cap = criterion.cap();
            if (cap != null && criterion.points().compareTo(cap) > 0) {
                throw new Invalid(
                        "model.caps",
                        name + " gives " + criterion.points().toPlainString() + " points at once, but is capped at "
                                + cap.toPlainString());
            }
        }
    }

    private static void refuseAbove(
            String inner, @Nullable BigDecimal innerCap, String outer, @Nullable BigDecimal outerCap) {
        if (innerCap != null && outerCap != null && innerCap.compareTo(outerCap) > 0) {
            throw new Invalid(
                    "model.caps",
                    inner + " is capped at " + innerCap.toPlainString() + ", above the cap of " + outer + ", "
                            + outerCap.toPlainString() + ": it could never be reached");
        }
    }
}
