package org.sambandh.crm.survey;

import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Text;

/**
 * One question: {@code Question.of("recommend", "How likely ...?", QuestionType.NPS).sets("likelihood")}.
 *
 * @param code its short name, unique in the questionnaire; at most 60 characters
 * @param text what is asked; at most 1,000 characters
 * @param type what kind of answer it takes
 * @param required whether it must be answered
 * @param choices what can be chosen, 2 to 100 texts of at most 300 characters, each once; none where nothing is chosen
 * @param attribute the host's property of a party that the answer sets, or null
 */
public record Question(
        String code,
        String text,
        QuestionType type,
        boolean required,
        List<String> choices,
        @Nullable String attribute) {

    /**
     * Checks and copies what it is given.
     *
     * @param code its short name, unique in the questionnaire; at most 60 characters
     * @param text what is asked; at most 1,000 characters
     * @param type what kind of answer it takes
     * @param required whether it must be answered
     * @param choices what can be chosen, 2 to 100 texts of at most 300 characters, each once; none where nothing is chosen
     * @param attribute the host's property of a party that the answer sets, or null
     */
    public Question {
        code = Text.required("question.code", code, 60);
        text = Text.required("question.text", text, 1_000);
        attribute = Text.orMissing("question.attribute", attribute, 100);
        choices = choices.stream()
                .map(choice -> Text.required("question.choices", choice, 300))
                .toList();
        boolean fits = type.isChoice() ? choices.size() >= 2 && choices.size() <= 100 : choices.isEmpty();
        if (!fits || new LinkedHashSet<>(choices).size() < choices.size()) {
            throw new Invalid(
                    "question.choices",
                    "2 to 100, each once, exactly where something is chosen; found " + choices.size() + " for " + type);
        }
    }

    /**
     * Returns a question that need not be answered.
     *
     * @param code its short name
     * @param text what is asked
     * @param type what kind of answer it takes
     * @param choices what can be chosen
     * @return the question
     */
    public static Question of(String code, String text, QuestionType type, String... choices) {
        return new Question(code, text, type, false, List.of(choices), null);
    }

    /** {@return this question, to be answered by all means} */
    public Question mandatory() {
        return new Question(code, text, type, true, choices, attribute);
    }

    /**
     * Returns this question, whose answer sets a property of the party.
     *
     * @param name the name of a property of the host's: a number for scales and numbers, a date for days, otherwise a text, of several
     *     elements for a multiple choice
     * @return the question
     */
    public Question sets(String name) {
        return new Question(code, text, type, required, choices, name);
    }
}
