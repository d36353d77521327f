package org.sambandh.crm.scoring;

import java.util.List;
import org.sambandh.crm.condition.Explanation;

/**
 * Why a subject has its score: the score, and for each criterion which leaf of its condition held with which value.
 * Holds values of the subject, personal ones too: show it to whoever may see the subject, and do not log it.
 *
 * @param score the score
 * @param criteria one for each criterion, in the order of the model
 */
public record ScoreExplanation(Score score, List<Why> criteria) {

    /**
     * Why one criterion held or did not.
     *
     * @param criterion its code
     * @param name its name
     * @param why its condition with what was found
     */
    public record Why(String criterion, String name, Explanation why) {

        /** {@return the code only: what was found may be personal} */
        @Override
        public String toString() {
            return "Why[" + criterion + "]";
        }
    }

    /**
     * Checks and copies what it is given.
     *
     * @param score the score
     * @param criteria one for each criterion, in the order of the model
     */
    public ScoreExplanation {
        criteria = List.copyOf(criteria);
    }

    /** {@return the score in words, then each criterion with what was found} */
    public String text() {
        StringBuilder text = new StringBuilder(score.text());
        for (Why why : criteria) {
            text.append("\n\n").append(why.name()).append('\n').append(why.why().text());
        }
        return text.toString();
    }
}
