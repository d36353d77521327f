package org.sambandh.crm.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sambandh.crm.condition.Conditions.count;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.atLeast;
import static org.sambandh.crm.condition.Tests.atMost;
import static org.sambandh.crm.condition.Tests.is;
import static org.sambandh.crm.condition.Window.ever;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sambandh.crm.Crm;
import org.sambandh.crm.CrmSession;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.common.TenantId;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.NewCustomer;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.interaction.Interaction;
import org.sambandh.crm.settings.TenantSettings;
import org.sambandh.crm.store.CustomerData;

class SurveysTest {

    private static final Field.One<Customer, BigDecimal> LIKELIHOOD =
            Field.attribute(Customer.class, "likelihood", FieldType.number(0));
    private static final Field.One<Customer, String> SIZE = Field.attribute(Customer.class, "size", FieldType.TEXT);
    private static final Field.Many<Customer, String> USES = Field.attributes(Customer.class, "uses", FieldType.TEXT);
    private static final Field.One<Customer, LocalDate> RENEWAL =
            Field.attribute(Customer.class, "renewal", FieldType.DATE);

    private static final NewQuestionnaire AFTER_SALE = NewQuestionnaire.of(
            "after-sale",
            "After the sale",
            Question.of("recommend", "Would you recommend us?", QuestionType.NPS)
                    .mandatory()
                    .sets("likelihood"),
            Question.of("satisfied", "Are you satisfied?", QuestionType.CSAT),
            Question.of("size", "Which size?", QuestionType.CHOICE, "small", "large")
                    .sets("size"),
            Question.of("uses", "What for?", QuestionType.MULTI_CHOICE, "home", "work", "gift")
                    .sets("uses"),
            Question.of("why", "Why?", QuestionType.TEXT),
            Question.of("visits", "How many visits?", QuestionType.NUMBER),
            Question.of("renewal", "When next?", QuestionType.DATE).sets("renewal"));

    private Instant now = Instant.parse("2026-11-23T04:30:00Z");
    private final Crm library = Crm.inMemory(
            TenantSettings.of(ZoneId.of("Asia/Kolkata"), Currency.getInstance("INR")),
            () -> now,
            LIKELIHOOD,
            SIZE,
            USES,
            RENEWAL);
    private final CrmSession crm = library.as(Actor.user("meera"));
    private final Surveys surveys = crm.surveys();

    private CustomerId party(String name) {
        return crm.customers().register(NewCustomer.person(name)).id();
    }

    private static void refused(String rule, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RuleViolation.class, e -> assertThat(e.rule()).isEqualTo(rule));
    }

    private static void invalid(String path, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.path()).isEqualTo(path));
    }

    private long events(String type) {
        return crm.changes().since(null, 1_000).stream()
                .filter(event -> event.type().equals(type))
                .count();
    }

    @Test
    void aResponseIsOneInteractionAndSetsThePropertiesOfThePartyWithTheirProvenance() {
        CustomerId asha = party("Asha");
        Questionnaire questionnaire = surveys.define(AFTER_SALE);
        SurveyInvitation invitation = surveys.invite(questionnaire.id(), asha);
        SurveyResponse response = surveys.answer(
                invitation.code().orElseThrow(),
                NewResponse.given()
                        .day("renewal", LocalDate.of(2027, 1, 26))
                        .score("recommend", 9)
                        .choose("size", "large")
                        .choose("uses", "work", "home")
                        .write("why", "It is quick")
                        .number("visits", new BigDecimal("2.5"))
                        .score("satisfied", 4));

        Customer now = crm.customers().get(asha);
        assertThat(LIKELIHOOD.get(now)).isEqualByComparingTo("9");
        assertThat(SIZE.get(now)).isEqualTo("large");
        assertThat(USES.get(now)).containsExactly("work", "home");
        assertThat(RENEWAL.get(now)).isEqualTo("2027-01-26");
        assertThat(surveys.provenance(asha, SIZE))
                .contains(new Provenance(questionnaire.id(), "size", response.answeredAt(), response.id()));
        assertThat(response.answers().stream().map(Answer::question))
                .containsExactly("recommend", "satisfied", "size", "uses", "why", "visits", "renewal");
        List<Interaction> timeline = crm.interactions().timeline(asha, 10).items();
        assertThat(timeline).hasSize(1);
        assertThat(response.interaction()).contains(timeline.get(0).id());
        assertThat(timeline.get(0).regarding()).contains(questionnaire.ref());

        crm.customers().set(asha, SIZE, "tiny");
        assertThat(surveys.provenance(asha, SIZE)).isEmpty();
        assertThat(surveys.provenance(asha, USES)).isPresent();
    }

    @Test
    void anEarlierResponseThatArrivesLaterOverwritesNothing() {
        CustomerId asha = party("Asha");
        Questionnaire questionnaire = surveys.define(AFTER_SALE);
        Instant first = now;
        now = now.plus(Duration.ofDays(1));
        surveys.record(questionnaire.id(), asha, NewResponse.given().score("recommend", 9));
        SurveyResponse late = surveys.record(
                questionnaire.id(),
                asha,
                NewResponse.given()
                        .score("recommend", 2)
                        .choose("size", "small")
                        .at(first));

        assertThat(LIKELIHOOD.get(crm.customers().get(asha))).isEqualByComparingTo("9");
        assertThat(SIZE.get(crm.customers().get(asha))).isEqualTo("small");
        assertThat(late.attributes()).containsExactly("size");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 11})
    void aScoreOffItsScaleIsInvalidAtItsPath(int score) {
        Questionnaire questionnaire = surveys.define(AFTER_SALE);
        CustomerId asha = party("Asha");
        invalid(
                "answers.recommend",
                () -> surveys.record(
                        questionnaire.id(), asha, NewResponse.given().score("recommend", score)));
    }

    @Test
    void anAnswerOfTheWrongTypeIsInvalidAtItsPathAndNothingIsWritten() {
        Questionnaire questionnaire = surveys.define(AFTER_SALE);
        CustomerId asha = party("Asha");
        NewResponse good = NewResponse.given().score("recommend", 9);
        for (NewResponse bad :
                List.of(good.score("size", 1), good.choose("size", "huge"), good.choose("size", "small", "large"))) {
            invalid("answers.size", () -> surveys.record(questionnaire.id(), asha, bad));
        }
        for (NewResponse bad :
                List.of(good.choose("uses"), good.choose("uses", "home", "home"), good.write("uses", "x"))) {
            invalid("answers.uses", () -> surveys.record(questionnaire.id(), asha, bad));
        }
        invalid("answers.satisfied", () -> surveys.record(questionnaire.id(), asha, good.score("satisfied", 0)));
        invalid(
                "answers.satisfied",
                () -> surveys.record(questionnaire.id(), asha, good.number("satisfied", new BigDecimal("4.5"))));
        invalid("answers.why", () -> surveys.record(questionnaire.id(), asha, good.score("why", 1)));
        invalid("answers.visits", () -> surveys.record(questionnaire.id(), asha, good.write("visits", "two")));
        invalid(
                "answers.visits",
                () -> surveys.record(questionnaire.id(), asha, good.number("visits", new BigDecimal("1e99"))));
        invalid("answers.renewal", () -> surveys.record(questionnaire.id(), asha, good.write("renewal", "soon")));
        invalid("answers.other", () -> surveys.record(questionnaire.id(), asha, good.write("other", "x")));
        invalid("answers.recommend", () -> surveys.record(questionnaire.id(), asha, good.score("recommend", 8)));
        invalid(
                "answers.recommend",
                () -> surveys.record(
                        questionnaire.id(), asha, NewResponse.given().write("why", "x")));
        invalid("response.at", () -> surveys.record(questionnaire.id(), asha, good.at(now.plusSeconds(1))));

        assertThat(surveys.responses(Conditions.always(), 10, null).items()).isEmpty();
        assertThat(crm.interactions().timeline(asha, 10).items()).isEmpty();
        assertThat(crm.customers().get(asha).attributes().isEmpty()).isTrue();
    }

    @Test
    void anInvitationIsAnsweredOnceAndTheSameAnswersAgainAreTheSameResponse() {
        CustomerId asha = party("Asha");
        SurveyInvitation invitation = surveys.invite(surveys.define(AFTER_SALE).id(), asha);
        String code = invitation.code().orElseThrow();
        SurveyResponse first = surveys.answer(code, NewResponse.given().score("recommend", 9));
        assertThat(surveys.answer(code, NewResponse.given().score("recommend", 9)))
                .isEqualTo(first);
        refused(
                "survey-answered",
                () -> surveys.answer(code, NewResponse.given().score("recommend", 8)));
        assertThatThrownBy(() -> surveys.answer("wrong", NewResponse.given().score("recommend", 8)))
                .isInstanceOf(NotFound.class);
        assertThat(events(SurveyEvents.ANSWERED)).isEqualTo(1);
    }

    @Test
    void aReferenceIsAnsweredOnce() {
        CustomerId asha = party("Asha");
        Questionnaire questionnaire = surveys.define(AFTER_SALE);
        NewResponse given =
                NewResponse.given().score("recommend", 9).externalRef(new ExternalRef("forms", "entry", "7"));
        SurveyResponse first = surveys.record(questionnaire.id(), asha, given);
        assertThat(surveys.record(questionnaire.id(), asha, given)).isEqualTo(first);
        refused("survey-answered", () -> surveys.record(questionnaire.id(), asha, given.write("why", "More")));
        assertThat(crm.interactions().timeline(asha, 10).items()).hasSize(1);
    }

    @Test
    void otherQuestionsAreTheNextVersionAndAClosedVersionTakesNoResponses() {
        Questionnaire first = surveys.define(AFTER_SALE);
        assertThat(surveys.define(AFTER_SALE).id()).isEqualTo(first.id());
        Questionnaire second = surveys.define(
                NewQuestionnaire.of("after-sale", "After", Question.of("why", "Why?", QuestionType.TEXT)));
        assertThat(second.version()).isEqualTo(2);
        assertThat(surveys.latest("after-sale")).contains(second);
        assertThat(surveys.get(first.id()).questions()).hasSize(7);
        surveys.close(first.id());
        CustomerId asha = party("Asha");
        refused(
                "survey-closed",
                () -> surveys.record(first.id(), asha, NewResponse.given().score("recommend", 1)));
        refused("survey-closed", () -> surveys.invite(first.id(), asha));
    }

    @Test
    void aQuestionMaySetOnlyAPropertyThatTheTenantDeclaredOfThatType() {
        for (Question bad : List.of(
                Question.of("a", "A?", QuestionType.TEXT).sets("likelihood"),
                Question.of("a", "A?", QuestionType.TEXT).sets("unknown"),
                Question.of("a", "A?", QuestionType.TEXT).sets("industry"),
                Question.of("a", "A?", QuestionType.TEXT).sets("uses"),
                Question.of("a", "A?", QuestionType.MULTI_CHOICE, "x", "y").sets("size"))) {
            invalid("questionnaire.questions[0].attribute", () -> surveys.define(NewQuestionnaire.of("q", "Q", bad)));
        }
        assertThatThrownBy(() -> Question.of("a", "A?", QuestionType.CHOICE, "one"))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> Question.of("a", "A?", QuestionType.TEXT, "x", "y"))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void scoresAreCountedWithTheirSampleSize() {
        Questionnaire questionnaire = surveys.define(AFTER_SALE);
        int[] scores = {10, 9, 8, 7, 6, 0};
        for (int score : scores) {
            surveys.record(
                    questionnaire.id(),
                    party("P" + score),
                    NewResponse.given().score("recommend", score).score("satisfied", score > 6 ? 4 : 3));
        }
        NetPromoter nps = surveys.nps(where(SurveyFields.QUESTIONNAIRE, is(questionnaire.id())));
        assertThat(nps).isEqualTo(new NetPromoter(2, 2, 2));
        assertThat(nps.sampleSize()).isEqualTo(6);
        assertThat(nps.score()).contains(new BigDecimal("0.0"));
        assertThat(surveys.csat(Conditions.always())).isEqualTo(new Satisfaction(4, 6));
        assertThat(surveys.csat(Conditions.always()).score()).contains(new BigDecimal("66.7"));
        NetPromoter none = surveys.nps(where(SurveyFields.CSAT, is(1)));
        assertThat(none.score()).isEmpty();
        assertThat(none.interval()).isEmpty();
    }

    @Test
    void theIntervalOfTheNetPromoterScoreIsTheAdjustedWaldIntervalOfRocks() {
        NetPromoter nps = new NetPromoter(50, 30, 20);
        assertThat(nps.score()).contains(new BigDecimal("30.0"));
        assertThat(nps.interval()).contains(new Bounds(new BigDecimal("14.1"), new BigDecimal("44.2")));
        assertThat(new NetPromoter(1, 0, 0).interval())
                .hasValueSatisfying(bounds -> assertThat(bounds.high()).isLessThanOrEqualTo(new BigDecimal("100.0")));
    }

    @Test
    void theIntervalOfTheSatisfiedShareIsWilsons() {
        assertThat(new Satisfaction(8, 10).interval())
                .contains(new Bounds(new BigDecimal("49.0"), new BigDecimal("94.3")));
        assertThat(new Satisfaction(0, 0).interval()).isEmpty();
    }

    @Test
    void responsesAreARelationOfThePartyThatConditionsCanCount() {
        CustomerId asha = party("Asha");
        party("Bala");
        surveys.record(
                surveys.define(AFTER_SALE).id(), asha, NewResponse.given().score("recommend", 3));
        assertThat(crm.customers()
                        .find(count(
                                SurveyFields.SURVEY_RESPONSES, where(SurveyFields.NPS, atMost(6)), ever(), atLeast(1)))
                        .items())
                .extracting(Customer::id)
                .containsExactly(asha);
    }

    @Test
    void anErasureTakesTheAnswersAndTheWayInAndLeavesTheScores() {
        CustomerId asha = party("Asha");
        Questionnaire questionnaire = surveys.define(AFTER_SALE);
        SurveyInvitation invitation = surveys.invite(questionnaire.id(), asha);
        surveys.record(
                questionnaire.id(),
                asha,
                NewResponse.given().score("recommend", 9).write("why", "Ravi is kind"));
        CustomerData data = new SurveyCustomerData();
        List<CustomerData.Item> items = crm.inUnit(unit -> data.export(unit, asha));
        assertThat(items).hasSize(2);
        assertThat(items.get(1).values()).containsEntry("answers.why", "Ravi is kind");
        crm.inUnit(unit -> {
            data.erase(unit, asha);
            return true;
        });

        SurveyResponse erased =
                surveys.responses(Conditions.always(), 10, null).items().get(0);
        assertThat(erased.answers()).isEmpty();
        assertThat(surveys.nps(Conditions.always())).isEqualTo(new NetPromoter(1, 0, 0));
        assertThatThrownBy(() -> surveys.answer(
                        invitation.code().orElseThrow(), NewResponse.given().score("recommend", 1)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void afterAMergeTheSurvivorHasInvitationsAndResponsesOfBoth() {
        CustomerId asha = party("Asha");
        CustomerId twin = party("Asha twice");
        Questionnaire questionnaire = surveys.define(AFTER_SALE);
        surveys.record(questionnaire.id(), twin, NewResponse.given().score("recommend", 9));
        SurveyInvitation invitation = surveys.invite(questionnaire.id(), twin);
        crm.inUnit(unit -> {
            unit.customerData().forEach(data -> data.repoint(unit, twin, asha));
            return true;
        });
        surveys.answer(invitation.code().orElseThrow(), NewResponse.given().score("recommend", 8));
        assertThat(surveys.responses(where(SurveyFields.PARTY, is(asha)), 10, null)
                        .items())
                .hasSize(2);
    }

    @Test
    void aStrangersIdsAreMissing() {
        CustomerId asha = party("Asha");
        Questionnaire questionnaire = surveys.define(AFTER_SALE);
        SurveyInvitation invitation = surveys.invite(questionnaire.id(), asha);
        Surveys foreign =
                library.as(new TenantId("stranger"), Actor.user("meera")).surveys();
        assertThatThrownBy(() -> foreign.get(questionnaire.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> foreign.invite(questionnaire.id(), asha)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> foreign.answer(
                        invitation.code().orElseThrow(), NewResponse.given().score("recommend", 1)))
                .isInstanceOf(NotFound.class);
        assertThat(foreign.latest("after-sale")).isEmpty();
    }
}
