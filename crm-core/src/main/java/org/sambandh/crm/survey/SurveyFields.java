package org.sambandh.crm.survey;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sambandh.crm.common.Brand;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.InteractionId;
import org.sambandh.crm.common.QuestionnaireId;
import org.sambandh.crm.common.SurveyInvitationId;
import org.sambandh.crm.common.SurveyResponseId;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.CustomerFields;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.field.Relation;
import org.sambandh.crm.interaction.Interaction;
import org.sambandh.crm.store.EntityType;

/** What can be asked of questionnaires, invitations and responses, and the relation that leads to a response from its party. */
public final class SurveyFields {

    private static final Class<Questionnaire> FORM = Questionnaire.class;
    private static final Class<SurveyInvitation> INVITATION = SurveyInvitation.class;
    private static final Class<SurveyResponse> RESPONSE = SurveyResponse.class;
    private static final FieldType<QuestionnaireId> FORM_ID = FieldType.id(QuestionnaireId.class, QuestionnaireId::new);
    private static final FieldType<SurveyResponseId> RESPONSE_ID =
            FieldType.id(SurveyResponseId.class, SurveyResponseId::new);

    /** The identity of a questionnaire. */
    public static final Field.One<Questionnaire, QuestionnaireId> ID =
            Field.one(FORM, "id", FORM_ID, Questionnaire::id);

    /** The short name of a questionnaire, the same for all its versions. */
    public static final Field.One<Questionnaire, String> CODE =
            Field.one(FORM, "code", FieldType.TEXT, Questionnaire::code).asIndexed();

    /** Which version of the code it is. */
    public static final Field.One<Questionnaire, BigDecimal> VERSION =
            Field.ofLong(FORM, "version", FieldType.INTEGER, q -> q.version());

    /** Code and version in one text: no two questionnaires share it. */
    public static final Field.One<Questionnaire, String> KEY = Field.one(
                    FORM, "key", FieldType.TEXT, q -> q.version() + ":" + q.code())
            .asIndexed();

    /** What a questionnaire is called. */
    public static final Field.One<Questionnaire, String> NAME =
            Field.one(FORM, "name", FieldType.TEXT, Questionnaire::name);

    /** Under which name of ours is asked. */
    public static final Field.One<Questionnaire, Brand> BRAND =
            Field.optional(FORM, "brand", FieldType.code(Brand.class, Brand::new, Brand::code), Questionnaire::brand);

    /** The codes of what is asked. */
    public static final Field.Many<Questionnaire, String> QUESTIONS = Field.many(
            FORM,
            "questions",
            FieldType.TEXT,
            q -> q.questions().stream().map(Question::code).toList());

    /** Whether no responses are taken any more. */
    public static final Field.One<Questionnaire, Boolean> CLOSED =
            Field.one(FORM, "closed", FieldType.BOOLEAN, Questionnaire::closed);

    /** How other systems name a questionnaire. */
    public static final Field.Many<Questionnaire, String> EXTERNAL_REFS = EntityType.externalRefs(FORM);

    /** All of a questionnaire but the id. */
    public static final List<Field<Questionnaire, ?>> ALL =
            List.of(CODE, VERSION, KEY, NAME, BRAND, QUESTIONS, CLOSED, EXTERNAL_REFS);

    /** The identity of an invitation. */
    public static final Field.One<SurveyInvitation, SurveyInvitationId> INVITATION_ID = Field.one(
            INVITATION, "id", FieldType.id(SurveyInvitationId.class, SurveyInvitationId::new), SurveyInvitation::id);

    /** What a party is asked. */
    public static final Field.Reference<SurveyInvitation, QuestionnaireId, Questionnaire> INVITATION_QUESTIONNAIRE =
            Field.reference(
                            INVITATION,
                            "questionnaire",
                            FORM_ID,
                            Questionnaire.class,
                            i -> Optional.of(i.questionnaire()))
                    .asIndexed();

    /** Who is asked. */
    public static final Field.Reference<SurveyInvitation, CustomerId, Customer> INVITATION_PARTY = Field.reference(
                    INVITATION, "party", CustomerFields.ID_TYPE, Customer.class, i -> Optional.of(i.party()))
            .asIndexed();

    /** The code that goes into the link; no two invitations share one. Whoever has it answers for the party. */
    public static final Field.One<SurveyInvitation, String> INVITATION_CODE = Field.optional(
                    INVITATION, "code", FieldType.TEXT, SurveyInvitation::code)
            .asIndexed()
            .asPersonal();

    /** When a party was asked. */
    public static final Field.One<SurveyInvitation, Instant> INVITED_AT =
            Field.one(INVITATION, "invitedAt", FieldType.INSTANT, SurveyInvitation::invitedAt);

    /** The answer to an invitation. */
    public static final Field.Reference<SurveyInvitation, SurveyResponseId, SurveyResponse> INVITATION_RESPONSE =
            Field.reference(INVITATION, "response", RESPONSE_ID, SurveyResponse.class, SurveyInvitation::response);

    /** How other systems name an invitation. */
    public static final Field.Many<SurveyInvitation, String> INVITATION_REFS = EntityType.externalRefs(INVITATION);

    /** All of an invitation but the id. */
    public static final List<Field<SurveyInvitation, ?>> INVITATION_ALL = List.of(
            INVITATION_QUESTIONNAIRE,
            INVITATION_PARTY,
            INVITATION_CODE,
            INVITED_AT,
            INVITATION_RESPONSE,
            INVITATION_REFS);

    /** The identity of a response. */
    public static final Field.One<SurveyResponse, SurveyResponseId> SURVEY_RESPONSE_ID =
            Field.one(RESPONSE, "id", RESPONSE_ID, SurveyResponse::id);

    /** What was answered. */
    public static final Field.Reference<SurveyResponse, QuestionnaireId, Questionnaire> QUESTIONNAIRE = Field.reference(
                    RESPONSE, "questionnaire", FORM_ID, Questionnaire.class, r -> Optional.of(r.questionnaire()))
            .asIndexed();

    /** Who answered. */
    public static final Field.Reference<SurveyResponse, CustomerId, Customer> PARTY = Field.reference(
                    RESPONSE, "party", CustomerFields.ID_TYPE, Customer.class, r -> Optional.of(r.party()))
            .asIndexed();

    /** When it was answered. */
    public static final Field.One<SurveyResponse, Instant> ANSWERED_AT =
            Field.one(RESPONSE, "answeredAt", FieldType.INSTANT, SurveyResponse::answeredAt);

    /** How likely the party is to recommend us, 0 to 10. */
    public static final Field.One<SurveyResponse, BigDecimal> NPS =
            Field.optional(RESPONSE, "nps", FieldType.INTEGER, r -> r.nps().map(BigDecimal::valueOf));

    /** How satisfied the party is, 1 to 5. */
    public static final Field.One<SurveyResponse, BigDecimal> CSAT =
            Field.optional(RESPONSE, "csat", FieldType.INTEGER, r -> r.csat().map(BigDecimal::valueOf));

    /** The names of the properties that the response set. */
    public static final Field.Many<SurveyResponse, String> ATTRIBUTES =
            Field.many(RESPONSE, "attributes", FieldType.TEXT, SurveyResponse::attributes);

    /** Its entry in the timeline. */
    public static final Field.Reference<SurveyResponse, InteractionId, Interaction> INTERACTION = Field.reference(
            RESPONSE,
            "interaction",
            FieldType.id(InteractionId.class, InteractionId::new),
            Interaction.class,
            SurveyResponse::interaction);

    /** How other systems name a response. */
    public static final Field.Many<SurveyResponse, String> RESPONSE_REFS = EntityType.externalRefs(RESPONSE);

    /** All of a response but the id. */
    public static final List<Field<SurveyResponse, ?>> RESPONSE_ALL =
            List.of(QUESTIONNAIRE, PARTY, ANSWERED_AT, NPS, CSAT, ATTRIBUTES, INTERACTION, RESPONSE_REFS);

    /** From a party to its responses, by when they were given. */
    public static final Relation.Join<Customer, SurveyResponse> SURVEY_RESPONSES =
            Relation.join("surveyResponses", CustomerFields.ID, PARTY).at(ANSWERED_AT);

    private SurveyFields() {}
}
