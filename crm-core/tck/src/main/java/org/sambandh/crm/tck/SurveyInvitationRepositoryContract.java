package org.sambandh.crm.tck;

import org.sambandh.crm.common.SurveyInvitationId;
import org.sambandh.crm.common.SurveyResponseId;
import org.sambandh.crm.survey.SurveyInvitation;

/** The contract of {@link org.sambandh.crm.survey.SurveyInvitationRepository}. */
public abstract class SurveyInvitationRepositoryContract
        extends RepositoryContract<SurveyInvitation, SurveyInvitationId> {

    /** Begins the contract. */
    protected SurveyInvitationRepositoryContract() {
        super(SurveyInvitation.class);
    }

    @Override
    protected SurveyInvitation changed(SurveyInvitation entity) {
        return entity.toBuilder().response(new SurveyResponseId("changed")).build();
    }

    @Override
    protected SurveyInvitation claiming(SurveyInvitation entity, int... keys) {
        return entity.toBuilder().externalRefs(Keys.refs(keys)).build();
    }
}
