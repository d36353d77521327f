package org.sambandh.crm.prediction;

import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Text;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Rule;

/**
 * How subjects of the catalogue, deals usually, become the deals of a {@link BayesTable}. The fields of the plan carry the
 * names of fields of the catalogue, paths too. Of a {@link BayesField.Kind#CONTACT} a truth says whether it is correct, and
 * any other value that it is; a text of more than 2,000 characters is missing.
 *
 * @param won what makes a subject won
 * @param lost what makes it lost, if it is not won; about the same subject. All others are open or void and count nowhere
 * @param team the name of the field of its team; null counts all together
 * @param stage the name of the field of its stage. A lost subject in a stage that is none of the plan's was in the first one
 * @param plan what is looked at
 */
public record BayesBinding(
        Rule<?> won, Rule<?> lost, @Nullable String team, String stage, BayesPlan plan) {

    /**
     * Checks what it is given.
     *
     * @param won what makes a subject won
     * @param lost what makes it lost, if it is not won; about the same subject. All others are open or void and count
     *     nowhere
     * @param team the name of the field of its team; null counts all together
     * @param stage the name of the field of its stage. A lost subject in a stage that is none of the plan's was in the
     *     first one
     * @param plan what is looked at
     */
    public BayesBinding {
        team = Text.orMissing("bayesBinding.team", team, 250);
        stage = Text.required("bayesBinding.stage", stage, 250);
        if (won.subject() != lost.subject()) {
            throw new Invalid("bayesBinding.lost", "about the same subject as what is won");
        }
    }

    /**
     * Returns a binding.
     *
     * @param subject the class of the subject
     * @param won what makes a subject won
     * @param lost what makes it lost
     * @param team the name of the field of its team; null counts all together
     * @param stage the name of the field of its stage
     * @param plan what is looked at
     * @param <S> the subject
     * @return the binding
     */
    public static <S> BayesBinding of(
            Class<S> subject,
            Condition<S> won,
            Condition<S> lost,
            @Nullable String team,
            String stage,
            BayesPlan plan) {
        return new BayesBinding(Rule.of(subject, won), Rule.of(subject, lost), team, stage, plan);
    }
}
