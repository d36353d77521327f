package org.sambandh.crm.prediction;

import org.sambandh.crm.common.Invalid;

/** What a predictive model has learned, and how it would be learned again. */
public sealed interface Learned {

    /** {@return the class of the subject; {@code Object} if the catalogue does not know it any more} */
    Class<?> subject();

    /**
     * A logistic regression.
     *
     * @param plan what was to be learned, from whom
     * @param model what was learned
     */
    record Regression(PredictionPlan plan, LogisticModel model) implements Learned {

        @Override
        public Class<?> subject() {
            return plan.population().subject();
        }
    }

    /**
     * Counts of closed deals.
     *
     * @param binding what is counted, and how it is found in the catalogue
     * @param table the counts; at most 20,000 rows
     */
    record Counts(BayesBinding binding, BayesTable table) implements Learned {

        /** The most rows of a table that is kept. */
        public static final int MOST_ROWS = 20_000;

        /**
         * Checks what it is given.
         *
         * @param binding what is counted, and how it is found in the catalogue
         * @param table the counts; at most 20,000 rows
         */
        public Counts {
            if (table.rows().size() > MOST_ROWS) {
                throw new Invalid(
                        "counts.table",
                        "at most " + MOST_ROWS + " rows, found " + table.rows().size()
                                + ": leave out fields with many values");
            }
            if (!table.plan().equals(binding.plan())) {
                throw new Invalid("counts.table", "by the plan of the binding");
            }
        }

        @Override
        public Class<?> subject() {
            return binding.won().subject();
        }
    }
}
