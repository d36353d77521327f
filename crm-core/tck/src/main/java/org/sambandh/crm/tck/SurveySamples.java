package org.sambandh.crm.tck;

import static org.sambandh.crm.tck.Samples.id;

import java.math.BigDecimal;
import java.util.List;
import org.sambandh.crm.common.Brand;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.InteractionId;
import org.sambandh.crm.common.QuestionnaireId;
import org.sambandh.crm.common.SurveyInvitationId;
import org.sambandh.crm.common.SurveyResponseId;
import org.sambandh.crm.survey.Answer;
import org.sambandh.crm.survey.Question;
import org.sambandh.crm.survey.QuestionType;
import org.sambandh.crm.survey.Questionnaire;
import org.sambandh.crm.survey.SurveyInvitation;
import org.sambandh.crm.survey.SurveyResponse;

/** Questionnaires, who was asked and what was answered. */
final class SurveySamples {

    private SurveySamples() {}

    static Questionnaire questionnaire(String id, int n) {
        List<Question> questions = List.of(
                Question.of("nps", "Recommend us?", QuestionType.NPS).mandatory(),
                Question.of("csat", "Content?", QuestionType.CSAT),
                Question.of("colour", "Farbe 😀?", QuestionType.CHOICE, "rot", "grün")
                        .sets("tier"),
                Question.of("several", "Which?", QuestionType.MULTI_CHOICE, "a", "b", "A"),
                Question.of("words", "Why?", QuestionType.TEXT),
                Question.of("count", "How many?", QuestionType.NUMBER).sets("points"),
                Question.of("day", "When?", QuestionType.DATE));
        return Questionnaire.builder(new QuestionnaireId(id))
                .externalRefs(Varied.refs("questionnaire", id, n))
                .code("Ä:" + id)
                .version(n == 0 ? 1 : Varied.one(n, 1, 2, 1, 1_000_000))
                .name(Varied.text(n, 2))
                .brand(Varied.maybe(n, 3, new Brand("north"), new Brand("south")))
                .questions(n == 0 ? questions.subList(1, 2) : Varied.one(n, 4, questions, questions.subList(2, 4)))
                .closed(n != 0 && Varied.one(n, 5, true, false))
                .build();
    }

    static SurveyInvitation invitation(String id, int n) {
        return SurveyInvitation.builder(new SurveyInvitationId(id))
                .externalRefs(Varied.refs("invitation", id, n))
                .questionnaire(new QuestionnaireId(id("questionnaire", n % 4)))
                .party(new CustomerId(id("customer", n % 23)))
                .code(Varied.maybe(n, 1, "Ä:" + id))
                .invitedAt(Varied.instant(n, 2))
                .response(Varied.maybe(n, 3, new SurveyResponseId(id("surveyResponse", n % 20))))
                .build();
    }

    static SurveyResponse response(String id, int n) {
        return SurveyResponse.builder(new SurveyResponseId(id))
                .externalRefs(Varied.refs("response", id, n))
                .questionnaire(new QuestionnaireId(id("questionnaire", n % 4)))
                .party(new CustomerId(id("customer", n % 23)))
                .answeredAt(Varied.instant(n, 1))
                .answers(Varied.some(
                        n,
                        2,
                        new Answer.Score("nps", BigDecimal.TEN),
                        new Answer.Score("count", new BigDecimal("-12.125")),
                        new Answer.Chosen("several", List.of("a", "A")),
                        new Answer.Words("words", "Guten Tag,\r\ne\u0301 😀\t" + Varied.text(n, 4)),
                        new Answer.Day("day", Varied.date(n, 5))))
                .nps(Varied.maybe(n, 6, 10, 0, 7))
                .csat(Varied.maybe(n, 7, 5, 1))
                .attributes(Varied.some(n, 8, "tier", "points"))
                .interaction(Varied.maybe(n, 10, new InteractionId(id("interaction", n % 20))))
                .build();
    }
}
