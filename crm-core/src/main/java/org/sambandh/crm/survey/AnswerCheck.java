package org.sambandh.crm.survey;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.sambandh.crm.common.Invalid;

/** Holds answers against the questions. */
final class AnswerCheck {

    private static final int MAX_DIGITS = 18;

    private AnswerCheck() {}

    /**
     * Returns the answers in the order of the questions.
     *
     * @throws Invalid with the path {@code answers.code} of the first question that is wrongly answered, or not at all though it must be
     */
    static List<Answer> checked(Questionnaire questionnaire, List<Answer> answers) {
        Map<String, Answer> byCode = new HashMap<>();
        for (Answer answer : answers) {
            String path = "answers." + answer.question();
            Question question = questionnaire
                    .question(answer.question())
                    .orElseThrow(() -> new Invalid(path, "questionnaire " + questionnaire.id() + " does not ask that"));
            check(path, question, answer);
            if (byCode.put(question.code(), answer) != null) {
                throw new Invalid(path, "answered twice");
            }
        }
        List<Answer> ordered = new ArrayList<>();
        for (Question question : questionnaire.questions()) {
            Answer answer = byCode.get(question.code());
            if (answer != null) {
                ordered.add(answer);
            } else if (question.required()) {
                throw new Invalid("answers." + question.code(), "must be answered");
            }
        }
        if (ordered.isEmpty()) {
            throw new Invalid("answers", "at least one answer");
        }
        return ordered;
    }

    private static void check(String path, Question question, Answer answer) {
        switch (question.type()) {
            case NPS -> number(path, answer, "a whole number from 0 to 10", value -> isWhole(value, 0, 10));
            case CSAT -> number(path, answer, "a whole number from 1 to 5", value -> isWhole(value, 1, 5));
            case NUMBER -> number(path, answer, "a number of at most 18 digits", AnswerCheck::isShort);
            case CHOICE -> chosen(path, question, answer, 1);
            case MULTI_CHOICE ->
                chosen(path, question, answer, question.choices().size());
            case TEXT -> expect(path, answer instanceof Answer.Words, "words", answer);
            case DATE -> expect(path, answer instanceof Answer.Day, "a day", answer);
        }
    }

    private static void number(String path, Answer answer, String wanted, Predicate<BigDecimal> fits) {
        expect(path, answer instanceof Answer.Score score && fits.test(score.value()), wanted, answer);
    }

    private static boolean isShort(BigDecimal value) {
        return value.precision() <= MAX_DIGITS && Math.abs(value.scale()) <= MAX_DIGITS;
    }

    private static boolean isWhole(BigDecimal value, int low, int high) {
        return isShort(value)
                && value.stripTrailingZeros().scale() <= 0
                && value.compareTo(BigDecimal.valueOf(low)) >= 0
                && value.compareTo(BigDecimal.valueOf(high)) <= 0;
    }

    private static void chosen(String path, Question question, Answer answer, int most) {
        boolean fits = answer instanceof Answer.Chosen chosen
                && !chosen.choices().isEmpty()
                && chosen.choices().size() <= most
                && new HashSet<>(chosen.choices()).size() == chosen.choices().size()
                && question.choices().containsAll(chosen.choices());
        String wanted = most == 1 ? "one of the choices" : "some of the choices, each once";
        expect(path, fits, wanted + " " + question.choices(), answer);
    }

    private static void expect(String path, boolean fits, String wanted, Answer answer) {
        if (!fits) {
            throw new Invalid(path, wanted + " is expected, found " + kind(answer));
        }
    }

    /** What was answered is personal, so a message names its kind only. */
    private static String kind(Answer answer) {
        if (answer instanceof Answer.Score) {
            return "a number";
        }
        if (answer instanceof Answer.Words) {
            return "words";
        }
        return answer instanceof Answer.Day ? "a day" : "choices";
    }
}
