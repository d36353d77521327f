package org.sambandh.crm.survey;

import static org.sambandh.crm.condition.Conditions.all;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.is;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.Customers;
import org.sambandh.crm.event.Changes;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.store.Unit;
import org.sambandh.crm.store.Units;

/** Sets properties of a party from answers, and says which answer set one. */
final class PartyAttributes {

    private final Unit unit;

    PartyAttributes(Unit unit) {
        this.unit = unit;
    }

    /** Refuses questions whose answers could not be kept where they say. */
    void check(List<Question> questions) {
        for (int i = 0; i < questions.size(); i++) {
            Question question = questions.get(i);
            if (question.attribute() != null) {
                field("questionnaire.questions[" + i + "].attribute", question, question.attribute());
            }
        }
    }

    private Field<Customer, ?> field(String path, Question question, String name) {
        Optional<Field<Customer, ?>> found = unit.catalog().findField(Customer.class, name);
        boolean many = question.type() == QuestionType.MULTI_CHOICE;
        if (found.isEmpty()
                || !found.get().isAttribute()
                || found.get().isMany() != many
                || found.get().type().kind() != question.type().kind()) {
            throw new Invalid(
                    path,
                    "a property that the tenant declared of a party, of type "
                            + question.type().kind() + (many ? " with several elements" : ""));
        }
        return found.get();
    }

    /** Sets what no later response set already, and returns the names. */
    List<String> set(Questionnaire questionnaire, SurveyResponse response) {
        List<String> names = new ArrayList<>();
        List<Answer> answers = new ArrayList<>();
        for (Answer answer : response.answers()) {
            String name = questionnaire
                    .question(answer.question())
                    .map(Question::attribute)
                    .orElse(null);
            if (name != null && !isLater(latest(response.party(), name), response)) {
                names.add(name);
                answers.add(answer);
            }
        }
        if (!names.isEmpty()) {
            new Customers(Units.joining(unit)).change(response.party(), party -> {
                Customer changed = party;
                for (int i = 0; i < names.size(); i++) {
                    changed = set(changed, names.get(i), answers.get(i));
                }
                return changed;
            });
        }
        return names;
    }

    private static boolean isLater(Optional<SurveyResponse> other, SurveyResponse response) {
        return other.filter(o -> o.answeredAt().isAfter(response.answeredAt())).isPresent();
    }

    private Customer set(Customer party, String name, Answer answer) {
        Field<Customer, ?> field =
                unit.catalog().findField(Customer.class, name).orElse(null);
        if (field instanceof Field.Many<Customer, ?> many) {
            return several(party, many, ((Answer.Chosen) answer).choices());
        }
        return field instanceof Field.One<Customer, ?> one ? one(party, one, answer) : party;
    }

    private static <V> Customer several(Customer party, Field.Many<Customer, V> field, List<String> choices) {
        List<V> values = choices.stream()
                .map(choice -> field.type().valueClass().cast(choice))
                .toList();
        return party.withAttributes(party.attributes().with(field, values));
    }

    private static <V> Customer one(Customer party, Field.One<Customer, V> field, Answer answer) {
        Object value = value(answer);
        String path = "answers." + answer.question();
        V kept = field.type().clean(path, value);
        return party.withAttributes(party.attributes().with(field, kept));
    }

    private static @Nullable Object value(Answer answer) {
        if (answer instanceof Answer.Score score) {
            return score.value();
        }
        if (answer instanceof Answer.Words words) {
            return words.words();
        }
        return answer instanceof Answer.Day day
                ? day.day()
                : ((Answer.Chosen) answer).choices().get(0);
    }

    /** The response that set a property most lately. */
    private Optional<SurveyResponse> latest(CustomerId party, String name) {
        return new SurveyRecords(unit)
                        .all(
                                SurveyResponseRepository.class,
                                all(where(SurveyFields.PARTY, is(party)), where(SurveyFields.ATTRIBUTES, is(name))))
                        .stream()
                        .max(Comparator.comparing(SurveyResponse::answeredAt).thenComparing(SurveyResponse::id));
    }

    Optional<Provenance> of(CustomerId id, Field<Customer, ?> property) {
        SurveyRecords records = new SurveyRecords(unit);
        CustomerId party = records.party(id);
        Optional<SurveyResponse> response = latest(party, property.name());
        if (response.isEmpty()) {
            return Optional.empty();
        }
        Questionnaire questionnaire = records.questionnaire(response.get().questionnaire());
        for (Answer answer : response.get().answers()) {
            boolean set = questionnaire
                    .question(answer.question())
                    .filter(question -> property.name().equals(question.attribute()))
                    .isPresent();
            if (set && isStill(party, property, answer)) {
                return Optional.of(new Provenance(
                        questionnaire.id(),
                        answer.question(),
                        response.get().answeredAt(),
                        response.get().id()));
            }
        }
        return Optional.empty();
    }

    /** Whether nobody changed the property since. */
    private boolean isStill(CustomerId id, Field<Customer, ?> property, Answer answer) {
        Customer party = new Customers(Units.joining(unit)).get(id);
        return Changes.between(unit.catalog().subject(Customer.class), party, set(party, property.name(), answer))
                .isEmpty();
    }
}
