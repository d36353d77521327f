package org.sambandh.crm.survey;

import java.time.Instant;
import org.sambandh.crm.common.QuestionnaireId;
import org.sambandh.crm.common.SurveyResponseId;

/**
 * Where a property of a party came from.
 *
 * @param questionnaire which version was answered
 * @param question the code of the question
 * @param answeredAt when
 * @param response the response
 */
public record Provenance(
        QuestionnaireId questionnaire, String question, Instant answeredAt, SurveyResponseId response) {}
