package org.sambandh.crm.survey;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.sambandh.crm.common.Text;

/** The answer to one question. */
public sealed interface Answer permits Answer.Score, Answer.Chosen, Answer.Words, Answer.Day {

    /** {@return the code of the question} */
    String question();

    /** {@return the answer as a person reads it} */
    String text();

    /**
     * A number, also one on a scale.
     *
     * @param question the code of the question
     * @param value the number
     */
    record Score(String question, BigDecimal value) implements Answer {
        @Override
        public String text() {
            return value.toPlainString();
        }

        /** {@return the question only: the answer is personal} */
        @Override
        public String toString() {
            return "Answer[" + question + "]";
        }
    }

    /**
     * What was chosen.
     *
     * @param question the code of the question
     * @param choices one, or several of a multiple choice
     */
    record Chosen(String question, List<String> choices) implements Answer {

        /**
         * Checks and copies what it is given.
         *
         * @param question the code of the question
         * @param choices one, or several of a multiple choice
         */
        public Chosen {
            choices = List.copyOf(choices);
        }

        @Override
        public String text() {
            return String.join(", ", choices);
        }

        /** {@return the question only: the answer is personal} */
        @Override
        public String toString() {
            return "Answer[" + question + "]";
        }
    }

    /**
     * What was written.
     *
     * @param question the code of the question
     * @param words at most 10,000 characters
     */
    record Words(String question, String words) implements Answer {

        /**
         * Checks and copies what it is given.
         *
         * @param question the code of the question
         * @param words at most 10,000 characters
         */
        public Words {
            words = Text.required("answer.words", words, 10_000);
        }

        @Override
        public String text() {
            return words;
        }

        /** {@return the question only: the answer is personal} */
        @Override
        public String toString() {
            return "Answer[" + question + "]";
        }
    }

    /**
     * A day.
     *
     * @param question the code of the question
     * @param day the day
     */
    record Day(String question, LocalDate day) implements Answer {
        @Override
        public String text() {
            return day.toString();
        }

        /** {@return the question only: the answer is personal} */
        @Override
        public String toString() {
            return "Answer[" + question + "]";
        }
    }
}
