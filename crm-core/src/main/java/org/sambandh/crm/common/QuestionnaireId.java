package org.sambandh.crm.common;

/**
 * The identity of one version of a questionnaire.
 *
 * @param value the text, as {@link Id} describes it
 */
public record QuestionnaireId(String value) implements Id {

    /**
     * Checks the text.
     *
     * @param value the text, as {@link Id} describes it
     */
    public QuestionnaireId {
        Id.check("QuestionnaireId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
