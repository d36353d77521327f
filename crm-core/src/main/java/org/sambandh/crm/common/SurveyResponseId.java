package org.sambandh.crm.common;

/**
 * The identity of a response to a questionnaire.
 *
 * @param value the text, as {@link Id} describes it
 */
public record SurveyResponseId(String value) implements Id {

    /**
     * Checks the text.
     *
     * @param value the text, as {@link Id} describes it
     */
    public SurveyResponseId {
        Id.check("SurveyResponseId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
