package org.sambandh.crm.survey;

import org.sambandh.crm.common.SurveyInvitationId;
import org.sambandh.crm.store.Repository;

/** Keeps invitations to answer. */
public interface SurveyInvitationRepository extends Repository<SurveyInvitation, SurveyInvitationId> {}
