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
            implements Training<M> {}

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
