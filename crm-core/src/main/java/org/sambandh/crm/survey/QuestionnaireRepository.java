package org.sambandh.crm.survey;

import org.sambandh.crm.common.QuestionnaireId;
import org.sambandh.crm.store.Repository;

/** Keeps questionnaires: one for each code and version. */
public interface QuestionnaireRepository extends Repository<Questionnaire, QuestionnaireId> {}
