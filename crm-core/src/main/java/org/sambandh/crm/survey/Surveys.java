package org.sambandh.crm.survey;

import static org.sambandh.crm.condition.Conditions.all;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.between;

import java.math.BigDecimal;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.QuestionnaireId;
import org.sambandh.crm.common.SurveyInvitationId;
import org.sambandh.crm.common.SurveyResponseId;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.store.Cursor;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Unit;
import org.sambandh.crm.store.Units;
import org.sambandh.crm.store.Upserted;

/** Asks parties, takes in what they answer, and adds it up. */
public final class Surveys {

    private static final int MAX_LIMIT = 1_000;
    private static final int CODE_BYTES = 18;

    private final Units units;

    /**
     * Makes the service.
     *
     * @param units where its units of work come from
     */
    public Surveys(Units units) {
        this.units = units;
    }

    /**
     * Defines a questionnaire, or the next version of the one with that code. The same content again is the version there is.
     *
     * @param said what is asked
     * @return the latest version
     * @throws Invalid if a question sets a property that the tenant did not declare of parties, or one of another type
     */
    public Questionnaire define(NewQuestionnaire said) {
        return units.run(unit -> new Defining(unit).define(said));
    }

    /**
     * Defines a questionnaire, or the next version of the one with that code, under the name another system has for it. The
     * name goes with the latest version. The same content again is nothing new, also where it was closed meanwhile.
     *
     * @param ref how another system names it
     * @param said what is asked
     * @return the latest version: created, updated where it is the next one or got the name, or unchanged
     * @throws Invalid as {@link #define} does
     * @throws org.sambandh.crm.common.RuleViolation {@code questionnaire-code} if the name is that of a questionnaire with
     *     another code
     */
    public Upserted<Questionnaire> upsert(ExternalRef ref, NewQuestionnaire said) {
        return units.run(unit -> new Defining(unit).upsert(ref, said));
    }

    /**
     * Returns one version of a questionnaire.
     *
     * @param id its id
     * @return the questionnaire
     * @throws org.sambandh.crm.common.NotFound if there is none
     */
    public Questionnaire get(QuestionnaireId id) {
        return units.run(unit -> new SurveyRecords(unit).questionnaire(id));
    }

    /**
     * Returns the latest version of a questionnaire.
     *
     * @param code its code, letter by letter
     * @return the questionnaire, or nothing
     */
    public Optional<Questionnaire> latest(String code) {
        return units.run(unit -> new SurveyRecords(unit).latest(code));
    }

    /**
     * Closes a version: no responses to it are taken any more. Closed already: nothing is written.
     *
     * @param id the version
     * @return the questionnaire
     * @throws org.sambandh.crm.common.NotFound if there is none
     */
    public Questionnaire close(QuestionnaireId id) {
        return units.run(unit -> new Defining(unit).close(id));
    }

    /**
     * Invites a party to answer, once. Each invitation has a code of its own that nobody can guess.
     *
     * @param id the version to answer
     * @param party the party, also under an id that was merged
     * @return the invitation
     * @throws org.sambandh.crm.common.NotFound if there is no such questionnaire or party
     * @throws org.sambandh.crm.common.RuleViolation {@code survey-closed}
     */
    public SurveyInvitation invite(QuestionnaireId id, CustomerId party) {
        return units.run(unit -> {
            SurveyRecords records = new SurveyRecords(unit);
            Questionnaire questionnaire = records.questionnaire(id).opened();
            byte[] code = new byte[CODE_BYTES];
            new SecureRandom().nextBytes(code);
            SurveyInvitation invitation = unit.get(SurveyInvitationRepository.class)
                    .save(List.of(SurveyInvitation.builder(
                                    unit.newId(SurveyInvitationId.class, SurveyInvitationId::new))
                            .questionnaire(id)
                            .party(records.party(party))
                            .code(Base64.getUrlEncoder().withoutPadding().encodeToString(code))
                            .invitedAt(unit.now())
                            .build()))
                    .get(0);
            unit.record(
                    SurveyEvents.INVITED,
                    SurveyInvitation.class,
                    null,
                    invitation,
                    List.of(EntityRef.of(invitation.party()), questionnaire.ref()),
                    Map.of());
            return invitation;
        });
    }

    /**
     * Takes in what an invited party answered: one interaction, and the properties that questions set, unless a later response set them. The
     * same answers again are the same response.
     *
     * @param code the code of the invitation
     * @param given the answers
     * @return the response
     * @throws org.sambandh.crm.common.NotFound if no invitation has the code
     * @throws Invalid if an answer is of the wrong type, unknown, twice or missing: the path is {@code answers.} and the question's code
     * @throws org.sambandh.crm.common.RuleViolation {@code survey-answered} if it was answered before with other content, {@code
     *     survey-closed}; nothing was written
     */
    public SurveyResponse answer(String code, NewResponse given) {
        return units.run(unit -> new Answering(unit).byCode(code, given));
    }

    /**
     * Takes in what a party answered without invitation, or by another system: as {@link #answer}. Under a reference that is known, the same
     * answers are the same response.
     *
     * @param id the version that was answered
     * @param party the party, also under an id that was merged
     * @param given the answers
     * @return the response
     * @throws org.sambandh.crm.common.NotFound if there is no such questionnaire or party
     * @throws Invalid as {@link #answer} does
     * @throws org.sambandh.crm.common.RuleViolation as {@link #answer} does
     */
    public SurveyResponse record(QuestionnaireId id, CustomerId party, NewResponse given) {
        return units.run(unit -> new Answering(unit).record(id, party, given));
    }

    /**
     * Takes in what a party answered by another system, once: as {@link #record}.
     *
     * @param ref how the other system names the response; one that the input has goes unread
     * @param id the version that was answered
     * @param party the party, also under an id that was merged
     * @param given the answers
     * @return the response: created, or unchanged with nothing written or told. What was answered is never updated, and after
     *     an erasure nothing is brought back
     * @throws org.sambandh.crm.common.NotFound if there is no such questionnaire or party
     * @throws Invalid as {@link #answer} does
     * @throws org.sambandh.crm.common.RuleViolation {@code survey-answered} if the name is that of a response with other
     *     content, of another version or of another party; {@code survey-closed}
     */
    public Upserted<SurveyResponse> upsert(ExternalRef ref, QuestionnaireId id, CustomerId party, NewResponse given) {
        return units.run(unit -> {
            boolean known = new SurveyRecords(unit).known(ref).isPresent();
            SurveyResponse response = new Answering(unit).record(id, party, given.externalRef(ref));
            return known ? new Upserted.Unchanged<>(response) : new Upserted.Created<>(response);
        });
    }

    /**
     * Returns responses by id.
     *
     * @param condition which
     * @param limit the most responses of the page, 1 to 1,000
     * @param after where the page before ended, or null for the first
     * @return the page; it can be shorter than the limit and not be the last
     */
    public Page<SurveyResponse> responses(Condition<SurveyResponse> condition, int limit, @Nullable Cursor after) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new Invalid("survey.limit", "1 to " + MAX_LIMIT + ", found " + limit);
        }
        return units.run(unit -> {
            Query<SurveyResponse> query = Query.of(condition, unit.moment()).limit(limit);
            return unit.get(SurveyResponseRepository.class).find(after == null ? query : query.after(after));
        });
    }

    /**
     * Returns which response a property of a party has its value from.
     *
     * @param party the party, also under an id that was merged
     * @param property a property of the host's
     * @return survey, question and time; nothing if no response set it, or it was changed since
     * @throws org.sambandh.crm.common.NotFound if there is no such party
     */
    public Optional<Provenance> provenance(CustomerId party, Field<Customer, ?> property) {
        return units.run(unit -> new PartyAttributes(unit).of(party, property));
    }

    /**
     * Returns the net promoter score of responses: of the first question of that type in each.
     *
     * @param condition which responses
     * @return promoters, passives and detractors
     */
    public NetPromoter nps(Condition<SurveyResponse> condition) {
        return units.run(unit -> new NetPromoter(
                count(unit, condition, SurveyFields.NPS, 9, 10),
                count(unit, condition, SurveyFields.NPS, 7, 8),
                count(unit, condition, SurveyFields.NPS, 0, 6)));
    }

    /**
     * Returns how many are satisfied: by the first question of that type in each response.
     *
     * @param condition which responses
     * @return how many are, of how many
     */
    public Satisfaction csat(Condition<SurveyResponse> condition) {
        return units.run(unit -> new Satisfaction(
                count(unit, condition, SurveyFields.CSAT, 4, 5), count(unit, condition, SurveyFields.CSAT, 1, 5)));
    }

    private static long count(
            Unit unit,
            Condition<SurveyResponse> condition,
            Field.One<SurveyResponse, BigDecimal> score,
            long low,
            long high) {
        return unit.get(SurveyResponseRepository.class)
                .count(all(condition, where(score, between(low, high))), unit.moment());
    }

    /**
     * Returns one response.
     *
     * @param id its id
     * @return the response
     * @throws org.sambandh.crm.common.NotFound if there is none
     */
    public SurveyResponse response(SurveyResponseId id) {
        return units.run(unit -> new SurveyRecords(unit).response(id));
    }
}
