package org.sambandh.crm.pipeline;

/** The types of the events about deals. */
public final class OpportunityEvents {

    /** A deal was opened; one brought in as it was says so ({@code asItWas}), with its outcome among the changes. */
    public static final String OPENED = "opportunity.opened";

    /** A deal moved to another stage. */
    public static final String STAGE_CHANGED = "opportunity.stageChanged";

    /** A deal was won. */
    public static final String WON = "opportunity.won";

    /** A deal was lost. */
    public static final String LOST = "opportunity.lost";

    /** A deal turned out to be none. */
    public static final String VOIDED = "opportunity.voided";

    /** A closed deal is worked on again, in {@code stage}; why is told by its history, for it may name a person. */
    public static final String REOPENED = "opportunity.reopened";

    /** Amount or lines changed. */
    public static final String AMOUNT_CHANGED = "opportunity.amountChanged";

    /** The probability was set by hand, or follows its stage. */
    public static final String PROBABILITY_CHANGED = "opportunity.probabilityChanged";

    /** A deal has another owner. */
    public static final String ASSIGNED = "opportunity.assigned";

    /** A deal has another buyer. */
    public static final String CUSTOMER_LINKED = "opportunity.customerLinked";

    /** Anything else changed. */
    public static final String CHANGED = "opportunity.changed";

    /** A deal was deleted. */
    public static final String DELETED = "opportunity.deleted";

    /** A pipeline was declared or changed. */
    public static final String PIPELINE_SAVED = "pipeline.saved";

    /** The open pipeline of a day was recorded; {@code date} and {@code deals} say which day and how many. */
    public static final String SNAPSHOT_RECORDED = "pipelineSnapshot.recorded";

    private OpportunityEvents() {}

    /** The most telling type for two states of a deal. */
    static String between(Opportunity before, Opportunity after) {
        if (!before.outcome().equals(after.outcome())) {
            return closed(after.outcome().kind());
        }
        if (!before.stage().equals(after.stage())) {
            return STAGE_CHANGED;
        }
        return before.amount().equals(after.amount()) ? CHANGED : AMOUNT_CHANGED;
    }

    static String closed(OutcomeKind kind) {
        return switch (kind) {
            case OPEN -> REOPENED;
            case WON -> WON;
            case LOST -> LOST;
            case VOID -> VOIDED;
        };
    }
}
