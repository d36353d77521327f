package org.sambandh.crm.tck;

import org.sambandh.crm.common.QuestionnaireId;
import org.sambandh.crm.survey.Questionnaire;

/** The contract of {@link org.sambandh.crm.survey.QuestionnaireRepository}. */
public abstract class QuestionnaireRepositoryContract extends RepositoryContract<Questionnaire, QuestionnaireId> {

    /** Begins the contract. */
    protected QuestionnaireRepositoryContract() {
        super(Questionnaire.class);
    }

    @Override
    protected Questionnaire changed(Questionnaire entity) {
        return entity.toBuilder().name("changed").build();
    }

    @Override
    protected Questionnaire claiming(Questionnaire entity, int... keys) {
        return entity.toBuilder().externalRefs(Keys.refs(keys)).build();
    }
}
