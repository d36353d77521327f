package org.sambandh.crm.prediction;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Text;

/**
 * What the naive Bayes model of won and lost deals looks at.
 *
 * @param stages the stages that all teams share, first to last, the won one included; 1 to 1,000, no two the same
 * @param fields the scored fields in the order in which they are explained; at most 100, no two with the same name
 * @param minimumTagObservations how much a tag's row must hold, won and lost together, to score; 0 or more
 * @param minimumClosed how many deals must be won, and how many lost, before anything is scored; 0 is no such guard
 */
public record BayesPlan(List<String> stages, List<BayesField> fields, int minimumTagObservations, int minimumClosed) {

    /** The field that the rows of stages have. */
    public static final String STAGE = "stage";

    /** A tag on fewer deals than this says more about chance than about deals. */
    public static final int USUAL_TAG_OBSERVATIONS = 50;

    private static final int MOST_STAGES = 1_000;
    private static final int MOST_FIELDS = 100;

    /**
     * Checks and copies what it is given.
     *
     * @param stages the stages that all teams share, first to last, the won one included; 1 to 1,000, no two the same
     * @param fields the scored fields in the order in which they are explained; at most 100, no two with the same name
     * @param minimumTagObservations how much a tag's row must hold, won and lost together, to score; 0 or more
     * @param minimumClosed how many deals must be won, and how many lost, before anything is scored; 0 is no such guard
     */
    public BayesPlan {
        stages = stages.stream()
                .map(stage -> Text.required("bayesPlan.stages", stage, 300))
                .toList();
        fields = List.copyOf(fields);
        if (stages.isEmpty() || stages.size() > MOST_STAGES) {
            throw new Invalid("bayesPlan.stages", "1 to " + MOST_STAGES + " stages, found " + stages.size());
        }
        if (fields.size() > MOST_FIELDS) {
            throw new Invalid("bayesPlan.fields", "at most " + MOST_FIELDS + " fields, found " + fields.size());
        }
        distinct("bayesPlan.stages", stages);
        distinct("bayesPlan.fields", fields.stream().map(BayesField::name).toList());
        if (minimumTagObservations < 0) {
            throw new Invalid("bayesPlan.minimumTagObservations", "0 or more, found " + minimumTagObservations);
        }
        if (minimumClosed < 0) {
            throw new Invalid("bayesPlan.minimumClosed", "0 or more, found " + minimumClosed);
        }
    }

    private static void distinct(String path, List<String> names) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            if (!seen.add(names.get(i))) {
                throw new Invalid(path + "[" + i + "]", "there twice: " + names.get(i));
            }
        }
    }

    /**
     * Returns a plan that scores from the first closed deal on, with the usual minimum for tags.
     *
     * @param stages the stages, first to last, the won one included
     * @param fields the scored fields in the order in which they are explained
     * @return the plan
     */
    public static BayesPlan of(List<String> stages, BayesField... fields) {
        return new BayesPlan(stages, List.of(fields), USUAL_TAG_OBSERVATIONS, 0);
    }

    /**
     * Returns the same plan with another guard against too little data.
     *
     * @param deals how many deals must be won, and how many lost, before anything is scored; 0 is no such guard
     * @return the plan
     */
    public BayesPlan withMinimumClosed(int deals) {
        return new BayesPlan(stages, fields, minimumTagObservations, deals);
    }

    /**
     * Returns the same plan with another minimum for tags.
     *
     * @param observations how much a tag's row must hold, won and lost together, to score; 0 or more
     * @return the plan
     */
    public BayesPlan withMinimumTagObservations(int observations) {
        return new BayesPlan(stages, fields, observations, minimumClosed);
    }
}
