/**
 * What parties are asked, and what they answer. Start at {@link org.sambandh.crm.survey.Surveys}: a {@link
 * org.sambandh.crm.survey.Questionnaire} has typed questions, a {@link org.sambandh.crm.survey.SurveyResponse} is an interaction and can set
 * properties of its party, and {@link org.sambandh.crm.survey.NetPromoter} and {@link org.sambandh.crm.survey.Satisfaction} say how sure they
 * are. May use {@code customer} and {@code interaction}; nothing there may use this.
 */
@NullMarked
package org.sambandh.crm.survey;

import org.jspecify.annotations.NullMarked;
