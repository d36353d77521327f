package org.sambandh.crm.survey;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.common.QuestionnaireId;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.common.SurveyResponseId;
import org.sambandh.crm.interaction.Direction;
import org.sambandh.crm.interaction.Interaction;
import org.sambandh.crm.interaction.Interactions;
import org.sambandh.crm.interaction.NewInteraction;
import org.sambandh.crm.store.Unit;
import org.sambandh.crm.store.Units;

/** Takes in responses. */
final class Answering {

    private static final int MAX_BODY = 100_000;

    private final Unit unit;
    private final SurveyRecords records;

    Answering(Unit unit) {
        this.unit = unit;
        this.records = new SurveyRecords(unit);
    }

    SurveyResponse byCode(String code, NewResponse given) {
        SurveyInvitation invitation = records.invitation(code)
                .orElseThrow(() -> new NotFound(SurveyRecords.ref("surveyInvitation", "unknown")));
        Questionnaire questionnaire = records.questionnaire(invitation.questionnaire());
        if (invitation.response().isPresent()) {
            return repeated(
                    questionnaire,
                    invitation.party(),
                    records.response(invitation.response().get()),
                    given);
        }
        SurveyResponse response = take(questionnaire, invitation.party(), given);
        unit.get(SurveyInvitationRepository.class)
                .save(List.of(invitation.toBuilder().response(response.id()).build()));
        return response;
    }

    SurveyResponse record(QuestionnaireId id, CustomerId party, NewResponse given) {
        return take(records.questionnaire(id), records.party(party), given);
    }

    private SurveyResponse take(Questionnaire questionnaire, CustomerId party, NewResponse given) {
        Optional<SurveyResponse> known = given.ref().flatMap(records::known);
        if (known.isPresent()) {
            return repeated(questionnaire, party, known.get(), given);
        }
        List<Answer> answers = AnswerCheck.checked(questionnaire.opened(), given.answers());
        Instant at = records.past(given.moment().orElse(unit.now()));
        List<ExternalRef> refs = given.ref().map(List::of).orElse(List.of());
        SurveyResponse draft = SurveyResponse.builder(unit.newId(SurveyResponseId.class, SurveyResponseId::new))
                .externalRefs(refs)
                .questionnaire(questionnaire.id())
                .party(party)
                .answeredAt(at)
                .answers(answers)
                .nps(first(questionnaire, answers, QuestionType.NPS))
                .csat(first(questionnaire, answers, QuestionType.CSAT))
                .build();
        List<String> names = new PartyAttributes(unit).set(questionnaire, draft);
        Interaction logged = log(questionnaire, draft, given);
        SurveyResponse stored = unit.get(SurveyResponseRepository.class)
                .save(List.of(draft.toBuilder()
                        .attributes(names)
                        .interaction(logged.id())
                        .build()))
                .get(0);
        unit.record(
                SurveyEvents.ANSWERED,
                SurveyResponse.class,
                null,
                stored,
                List.of(EntityRef.of(party), questionnaire.ref()),
                Map.of("attributes", String.join(",", names)));
        return stored;
    }

    /** The same content again is the same response; one invitation or reference has no two. Erased answers stay erased. */
    private static SurveyResponse repeated(
            Questionnaire questionnaire, CustomerId party, SurveyResponse known, NewResponse given) {
        List<Answer> answers = AnswerCheck.checked(questionnaire, given.answers());
        boolean same = known.questionnaire().equals(questionnaire.id())
                && known.party().equals(party)
                && (known.answers().isEmpty() || known.answers().equals(answers));
        if (!same) {
            throw new RuleViolation(
                    "survey-answered",
                    SurveyRecords.ref("surveyResponse", known.id().value()),
                    "It was answered before with other content. Invite the party once more.");
        }
        return known;
    }

    private static @Nullable Integer first(Questionnaire questionnaire, List<Answer> answers, QuestionType type) {
        for (Answer answer : answers) {
            boolean fits = questionnaire
                    .question(answer.question())
                    .filter(question -> question.type() == type)
                    .isPresent();
            if (fits && answer instanceof Answer.Score score) {
                return score.value().intValueExact();
            }
        }
        return null;
    }

    private Interaction log(Questionnaire questionnaire, SurveyResponse response, NewResponse given) {
        List<String> lines = new ArrayList<>();
        for (Answer answer : response.answers()) {
            lines.add(questionnaire
                    .question(answer.question())
                    .map(Question::text)
                    .orElse(answer.question()));
            lines.add(answer.text());
        }
        String body = lines.stream().collect(Collectors.joining("\n"));
        NewInteraction entry = NewInteraction.of(given.way(), Direction.INBOUND)
                .with(response.party())
                .regarding(questionnaire.ref())
                .occurredAt(response.answeredAt())
                .brand(questionnaire.brand().orElse(null))
                .subjectLine(questionnaire.name())
                .body(body.length() > MAX_BODY ? body.substring(0, MAX_BODY) : body);
        return new Interactions(Units.joining(unit))
                .log(given.ref().map(entry::externalRef).orElse(entry));
    }
}
