package org.sambandh.crm.survey;

import java.util.List;
import java.util.Optional;
import org.sambandh.crm.common.QuestionnaireId;
import org.sambandh.crm.common.SurveyInvitationId;
import org.sambandh.crm.common.SurveyResponseId;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.store.CustomerData;
import org.sambandh.crm.store.EntityType;
import org.sambandh.crm.store.Feature;
import org.sambandh.crm.store.ForwardingRepository;
import org.sambandh.crm.store.Repository;

/** Questionnaires, invitations and responses, described to stores and catalogue. */
public final class SurveyFeature implements Feature {

    private static final EntityType<Questionnaire, QuestionnaireId, QuestionnaireRepository> QUESTIONNAIRE =
            new EntityType<>(
                    Questionnaire.class,
                    "questionnaire",
                    SurveyFields.ID,
                    QuestionnaireRepository.class,
                    StoredQuestionnaires::new,
                    (it, revision) -> it.toBuilder().revision(revision).build(),
                    List.of(SurveyFields.EXTERNAL_REFS, SurveyFields.KEY));

    private static final EntityType<SurveyInvitation, SurveyInvitationId, SurveyInvitationRepository> INVITATION =
            new EntityType<>(
                    SurveyInvitation.class,
                    "surveyInvitation",
                    SurveyFields.INVITATION_ID,
                    SurveyInvitationRepository.class,
                    StoredInvitations::new,
                    (it, revision) -> it.toBuilder().revision(revision).build(),
                    List.of(SurveyFields.INVITATION_REFS, SurveyFields.INVITATION_CODE));

    private static final EntityType<SurveyResponse, SurveyResponseId, SurveyResponseRepository> RESPONSE =
            new EntityType<>(
                    SurveyResponse.class,
                    "surveyResponse",
                    SurveyFields.SURVEY_RESPONSE_ID,
                    SurveyResponseRepository.class,
                    StoredResponses::new,
                    (it, revision) -> it.toBuilder().revision(revision).build(),
                    List.of(SurveyFields.RESPONSE_REFS));

    /** Makes the feature. */
    public SurveyFeature() {}

    @Override
    public String name() {
        return "survey";
    }

    @Override
    public List<EntityType<?, ?, ?>> entities() {
        return List.of(QUESTIONNAIRE, INVITATION, RESPONSE);
    }

    @Override
    public void declare(Catalog.Builder catalog) {
        catalog.entity(Questionnaire.class, "questionnaire", SurveyFields.ID, SurveyFields.ALL)
                .entity(
                        SurveyInvitation.class,
                        "surveyInvitation",
                        SurveyFields.INVITATION_ID,
                        SurveyFields.INVITATION_ALL)
                .entity(
                        SurveyResponse.class,
                        "surveyResponse",
                        SurveyFields.SURVEY_RESPONSE_ID,
                        SurveyFields.RESPONSE_ALL);
    }

    @Override
    public void relate(Catalog.Builder catalog) {
        catalog.relation(SurveyFields.SURVEY_RESPONSES);
    }

    @Override
    public Optional<CustomerData> customerData() {
        return Optional.of(new SurveyCustomerData());
    }

    private static final class StoredQuestionnaires extends ForwardingRepository<Questionnaire, QuestionnaireId>
            implements QuestionnaireRepository {
        StoredQuestionnaires(Repository<Questionnaire, QuestionnaireId> inner) {
            super(inner);
        }
    }

    private static final class StoredInvitations extends ForwardingRepository<SurveyInvitation, SurveyInvitationId>
            implements SurveyInvitationRepository {
        StoredInvitations(Repository<SurveyInvitation, SurveyInvitationId> inner) {
            super(inner);
        }
    }

    private static final class StoredResponses extends ForwardingRepository<SurveyResponse, SurveyResponseId>
            implements SurveyResponseRepository {
        StoredResponses(Repository<SurveyResponse, SurveyResponseId> inner) {
            super(inner);
        }
    }
}
