package org.sambandh.crm.survey;

/** The types of events about surveys. */
public final class SurveyEvents {

    /** A questionnaire, or a new version of one, was defined. */
    public static final String DEFINED = "questionnaire.defined";

    /** No responses to a version are taken any more. */
    public static final String CLOSED = "questionnaire.closed";

    /** A party was asked. */
    public static final String INVITED = "surveyInvitation.sent";

    /** A party answered. */
    public static final String ANSWERED = "surveyResponse.received";

    /** The answers of a response were destroyed. */
    public static final String ERASED = "surveyResponse.erased";

    private SurveyEvents() {}
}
