package org.sambandh.crm.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.Crm;
import org.sambandh.crm.CrmSession;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.customer.NewCustomer;
import org.sambandh.crm.settings.TenantSettings;
import org.sambandh.crm.store.Upserted;

/** Questionnaires and responses that another system delivers, again and again. */
class SurveyUpsertTest {

    private static final ExternalRef FORM = new ExternalRef("forms", "form", "7");
    private static final ExternalRef ANSWER = new ExternalRef("forms", "answer", "7-1");
    private static final NewQuestionnaire SHORT = form("short", "Short");

    private final CrmSession crm = Crm.inMemory(
                    TenantSettings.of(ZoneOffset.UTC, Currency.getInstance("INR")),
                    () -> Instant.parse("2026-11-23T04:30:00Z"))
            .as(Actor.user("meera"));
    private final Surveys surveys = crm.surveys();
    private final CustomerId asha =
            crm.customers().register(NewCustomer.person("Asha")).id();

    private static NewQuestionnaire form(String code, String name) {
        return NewQuestionnaire.of(
                code,
                name,
                Question.of("recommend", "Would you?", QuestionType.NPS),
                Question.of("why", "Why?", QuestionType.TEXT));
    }

    private int events() {
        return crm.changes().since(null, 1_000).size();
    }

    private void refused(String rule, ThrowingCallable call) {
        int before = events();
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RuleViolation.class, e -> assertThat(e.rule()).isEqualTo(rule));
        assertThat(events()).isEqualTo(before);
    }

    @Test
    void aQuestionnaireIsCreatedThenLeftAloneThenGivenANextVersionThatHasTheName() {
        Upserted<Questionnaire> first = surveys.upsert(FORM, SHORT);
        int before = events();
        Upserted<Questionnaire> again = surveys.upsert(FORM, SHORT);
        assertThat(events()).isEqualTo(before);
        Upserted<Questionnaire> other = surveys.upsert(FORM, form("short", "Shorter"));

        assertThat(first).isInstanceOf(Upserted.Created.class);
        assertThat(again).isInstanceOf(Upserted.Unchanged.class);
        assertThat(again.entity()).isEqualTo(first.entity());
        assertThat(other).isInstanceOf(Upserted.Updated.class);
        assertThat(other.entity().version()).isEqualTo(2);
        assertThat(other.entity().externalRefs()).containsExactly(FORM);
        assertThat(surveys.get(first.entity().id()).externalRefs()).isEmpty();
        assertThat(surveys.get(first.entity().id()).name()).isEqualTo("Short");
    }

    @Test
    void aVersionDefinedByHandTakesTheNameAlong() {
        surveys.upsert(FORM, SHORT);
        Questionnaire next = surveys.define(form("short", "Shorter"));

        assertThat(next.externalRefs()).containsExactly(FORM);
        assertThat(surveys.upsert(FORM, form("short", "Shorter"))).isEqualTo(new Upserted.Unchanged<>(next));
    }

    @Test
    void aQuestionnaireThatWasDefinedByHandGetsTheNameAndNoNextVersion() {
        Questionnaire byHand = surveys.define(SHORT);
        Upserted<Questionnaire> named = surveys.upsert(FORM, SHORT);

        assertThat(named).isInstanceOf(Upserted.Updated.class);
        assertThat(named.entity()).isEqualTo(byHand);
        assertThat(named.entity().externalRefs()).containsExactly(FORM);
    }

    @Test
    void theSameContentAgainDoesNotOpenWhatWasClosed() {
        Questionnaire closed =
                surveys.close(surveys.upsert(FORM, SHORT).entity().id());

        assertThat(surveys.upsert(FORM, SHORT)).isEqualTo(new Upserted.Unchanged<>(closed));
        assertThat(surveys.latest("short")).contains(closed);
    }

    @Test
    void theNameOfAnotherQuestionnaireIsRefusedAndNothingIsWritten() {
        surveys.upsert(FORM, SHORT);

        refused("questionnaire-code", () -> surveys.upsert(FORM, form("long", "Long")));
        assertThat(surveys.latest("long")).isEmpty();
    }

    @Test
    void aResponseIsCreatedOnceAndItsRepeatWritesAndTellsNothing() {
        Questionnaire form = surveys.define(SHORT);
        NewResponse given = NewResponse.given().score("recommend", 9).write("why", "Quick");
        Upserted<SurveyResponse> first = surveys.upsert(ANSWER, form.id(), asha, given);
        int before = events();
        Upserted<SurveyResponse> again = surveys.upsert(ANSWER, form.id(), asha, given);

        assertThat(first).isInstanceOf(Upserted.Created.class);
        assertThat(again).isEqualTo(new Upserted.Unchanged<>(first.entity()));
        assertThat(events()).isEqualTo(before);
        assertThat(crm.interactions().timeline(asha, 10).items()).hasSize(1);
    }

    @Test
    void otherAnswersAnotherPartyOrAnotherVersionUnderAKnownNameAreRefusedAndNothingIsWritten() {
        Questionnaire form = surveys.define(SHORT);
        CustomerId dev = crm.customers().register(NewCustomer.person("Dev")).id();
        NewResponse given = NewResponse.given().score("recommend", 9);
        surveys.upsert(ANSWER, form.id(), asha, given);
        Questionnaire next = surveys.define(form("short", "Shorter"));

        refused(
                "survey-answered",
                () -> surveys.upsert(
                        ANSWER, form.id(), asha, NewResponse.given().score("recommend", 8)));
        refused("survey-answered", () -> surveys.upsert(ANSWER, form.id(), dev, given));
        refused("survey-answered", () -> surveys.upsert(ANSWER, next.id(), asha, given));
        assertThat(surveys.responses(Conditions.always(), 10, null).items()).hasSize(1);
        assertThat(crm.interactions().timeline(dev, 10).items()).isEmpty();
    }

    @Test
    void aWrongAnswerUnderANewNameLeavesNoResponseAndNoInteraction() {
        Questionnaire form = surveys.define(SHORT);
        int before = events();

        assertThatThrownBy(() -> surveys.upsert(
                        ANSWER, form.id(), asha, NewResponse.given().score("recommend", 11)))
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.path()).isEqualTo("answers.recommend"));

        assertThat(events()).isEqualTo(before);
        assertThat(crm.interactions().timeline(asha, 10).items()).isEmpty();
    }

    @Test
    void whatWasErasedIsNotBroughtBackByTheSameDelivery() {
        Questionnaire form = surveys.define(SHORT);
        NewResponse given = NewResponse.given().score("recommend", 9).write("why", "Ravi is kind");
        surveys.upsert(ANSWER, form.id(), asha, given);
        crm.inUnit(unit -> {
            new SurveyCustomerData().erase(unit, asha);
            return true;
        });

        assertThat(surveys.upsert(ANSWER, form.id(), asha, given)).isInstanceOf(Upserted.Unchanged.class);

        assertThat(surveys.responses(Conditions.always(), 10, null).items())
                .singleElement()
                .satisfies(response -> assertThat(response.answers()).isEmpty());
    }
}
