package org.sambandh.crm.survey;

import org.sambandh.crm.common.SurveyResponseId;
import org.sambandh.crm.store.Repository;

/** Keeps responses. */
public interface SurveyResponseRepository extends Repository<SurveyResponse, SurveyResponseId> {}
