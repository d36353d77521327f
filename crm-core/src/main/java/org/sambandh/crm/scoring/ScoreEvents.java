package org.sambandh.crm.scoring;

/** The types of events about scores. */
public final class ScoreEvents {

    /** A points model was stored for the first time. */
    public static final String MODEL_DEFINED = "scoreModel.defined";

    /** A points model was replaced by another version. */
    public static final String MODEL_CHANGED = "scoreModel.changed";

    /** A points model was archived. */
    public static final String MODEL_ARCHIVED = "scoreModel.archived";

    /**
     * A recorded score is the first of its subject under its model, or has another value or other grades than the last;
     * concerns the subject.
     */
    public static final String SCORE_CHANGED = "score.changed";

    /** A recorded score has the value and grades of the last, but other reasons; concerns the subject. */
    public static final String SCORE_RESTATED = "score.restated";

    private ScoreEvents() {}
}
