package org.sambandh.crm.common;

/**
 * The identity of an invitation to answer a questionnaire.
 *
 * @param value the text, as {@link Id} describes it
 */
public record SurveyInvitationId(String value) implements Id {

    /**
     * Checks the text.
     *
     * @param value the text, as {@link Id} describes it
     */
    public SurveyInvitationId {
        Id.check("SurveyInvitationId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
