package org.sambandh.crm.prediction;

/** The types of events about predictive models. Counting one more deal is none. */
public final class PredictionEvents {

    /** A model was trained for the first time. */
    public static final String TRAINED = "predictiveModel.trained";

    /** A model was trained again. */
    public static final String RETRAINED = "predictiveModel.retrained";

    /** A model was archived. */
    public static final String ARCHIVED = "predictiveModel.archived";

    private PredictionEvents() {}
}
