package org.sambandh.crm.tck;

import java.util.List;
import org.sambandh.crm.common.SurveyResponseId;
import org.sambandh.crm.survey.SurveyResponse;

/** The contract of {@link org.sambandh.crm.survey.SurveyResponseRepository}. */
public abstract class SurveyResponseRepositoryContract extends RepositoryContract<SurveyResponse, SurveyResponseId> {

    /** Begins the contract. */
    protected SurveyResponseRepositoryContract() {
        super(SurveyResponse.class);
    }

    @Override
    protected SurveyResponse changed(SurveyResponse entity) {
        return entity.toBuilder().attributes(List.of("changed")).build();
    }

    @Override
    protected SurveyResponse claiming(SurveyResponse entity, int... keys) {
        return entity.toBuilder().externalRefs(Keys.refs(keys)).build();
    }
}
