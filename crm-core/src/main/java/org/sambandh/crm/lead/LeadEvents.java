package org.sambandh.crm.lead;

/** What is told about enquiries. Subject is the enquiry; concerned are its parties. */
public final class LeadEvents {

    /** An enquiry arrived; {@code kind} says how it was taken in. */
    public static final String RECEIVED = "lead.received";

    /** It arrived once more. */
    public static final String TOUCHED = "lead.touched";

    /** An item of its checklist holds; {@code item} says which. */
    public static final String CHECKED = "lead.checked";

    /** Somebody works on it. */
    public static final String WORKED = "lead.worked";

    /** It is kept warm. */
    public static final String NURTURED = "lead.nurtured";

    /** It is worth a deal. */
    public static final String QUALIFIED = "lead.qualified";

    /** It is not worth a deal. */
    public static final String DISQUALIFIED = "lead.disqualified";

    /** It is new again, or in another status of the same phase. */
    public static final String STATUS_CHANGED = "lead.statusChanged";

    /** It was given to other parties. */
    public static final String REATTACHED = "lead.reattached";

    /** It has another owner. */
    public static final String ASSIGNED = "lead.assigned";

    /** Anything else changed. */
    public static final String CHANGED = "lead.changed";

    /** It was removed; {@code reason} says why. */
    public static final String DISCARDED = "lead.discarded";

    /** It was converted; {@code conversion} says by what. */
    public static final String CONVERTED = "lead.converted";

    /** Its conversion was reverted. */
    public static final String CONVERSION_REVERTED = "lead.conversionReverted";

    /** What was personal in it was destroyed. */
    public static final String ERASED = "lead.erased";

    /** Two parties may be one. */
    public static final String CANDIDATE_FOUND = "duplicateCandidate.found";

    /** It was decided whether two parties are one. */
    public static final String CANDIDATE_DECIDED = "duplicateCandidate.decided";

    /** The tenant works on enquiries in another way. */
    public static final String PROCESS_SAVED = "leadProcess.saved";

    private LeadEvents() {}

    static String of(LeadPhase phase) {
        return switch (phase) {
            case NEW -> STATUS_CHANGED;
            case WORKING -> WORKED;
            case NURTURE -> NURTURED;
            case QUALIFIED -> QUALIFIED;
            case DISQUALIFIED -> DISQUALIFIED;
            case CONVERTED -> CONVERTED;
        };
    }
}
