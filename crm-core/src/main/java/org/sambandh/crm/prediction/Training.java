package org.sambandh.crm.prediction;

/**
 * What a training led to.
 *
 * @param <M> what was learned
 */
public sealed interface Training<M> {

    /**
     * There is a model.
     *
     * @param model what was learned
     * @param <M> what was learned
     */
    record Trained<M>(M model) implements Training<M> {}

    /**
     * There is none, and no number was made up.
     *
     * @param reason why not
     * @param rows how many rows there are
     * @param positives how many of them are positive
     * @param negatives how many of them are negative
     * @param minimumRows how many rows are asked for
     * @param minimumEach how many rows of either kind are asked for
     * @param <M> what would have been learned
     */
    record NotEnoughData<M>(Reason reason, long rows, long positives, long negatives, int minimumRows, int minimumEach)
            implements Training<M> {

        /** {@return the reason as a sentence in English, with the numbers} */
        public String text() {
            String why = switch (reason) {
                case TOO_FEW_ROWS -> "too few rows, at least " + minimumRows + " are needed";
                case TOO_FEW_POSITIVES -> "too few that reached the target, at least " + minimumEach + " are needed";
                case TOO_FEW_NEGATIVES -> "too few that missed the target, at least " + minimumEach + " are needed";
                case ONE_KIND_IN_A_FIFTH -> "a fifth of the rows, set aside to judge by, has one kind only";
                case NOTHING_TELLS_THEM_APART -> "the rows do not differ in any of the fields";
            };
            return "Not enough data: " + why + ". Found " + rows + " rows, " + positives
                    + " that reached the target and " + negatives + " that missed it.";
        }
    }

    /** Why there is no model. */
    enum Reason {
        /** Fewer rows than asked for. */
        TOO_FEW_ROWS,
        /** Fewer positive rows than asked for. */
        TOO_FEW_POSITIVES,
        /** Fewer negative rows than asked for. */
        TOO_FEW_NEGATIVES,
        /** The held-out fifth, or one of the other four, has rows of one kind only. */
        ONE_KIND_IN_A_FIFTH,
        /** The rows do not differ in any of the fields. */
        NOTHING_TELLS_THEM_APART
    }
}
