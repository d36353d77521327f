package org.sambandh.crm.prediction;

import java.util.function.Supplier;
import org.sambandh.crm.common.RuleViolation;

/** An optional dependency: only training needs it. */
final class Hipparchus {

    private Hipparchus() {}

    /** Runs what needs it; says in words where it is missing. */
    static <R> R needed(Supplier<R> work) {
        try {
            return work.get();
        } catch (NoClassDefFoundError e) {
            String missing = e.getMessage();
            if (missing == null || !missing.startsWith("org/hipparchus/")) {
                throw e;
            }
            throw new RuleViolation(
                    "training-needs-hipparchus",
                    "prediction",
                    "Cannot train: the library org.hipparchus:hipparchus-core is not there. Add it to the host;"
                            + " models that were trained elsewhere run without it.");
        }
    }
}
