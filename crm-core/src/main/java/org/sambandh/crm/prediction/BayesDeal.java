package org.sambandh.crm.prediction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Text;

/**
 * What the naive Bayes model sees of a deal.
 *
 * @param team whose deal it is, or null
 * @param stage where it stands or, if lost, where it stood then; null if nobody knows
 * @param values the values by field, each once, in alphabetical order; blank ones are missing. Fields that are not
 *     scored are ignored. At most 1,000 values
 */
public record BayesDeal(@Nullable String team, @Nullable String stage, Map<String, Set<String>> values) {

    /** The score is an exact product, so that its cost grows with the square of their number. */
    private static final int MOST_VALUES = 1_000;

    /**
     * Checks and copies what it is given.
     *
     * @param team whose deal it is, or null
     * @param stage where it stands or, if lost, where it stood then; null if nobody knows
     * @param values the values by field, each once, in alphabetical order; blank ones are missing. Fields that are not
     *     scored are ignored. At most 1,000 values
     */
    public BayesDeal {
        team = Text.orMissing("bayesDeal.team", team, 200);
        stage = Text.orMissing("bayesDeal.stage", stage, 300);
        Map<String, Set<String>> copy = new TreeMap<>();
        int count = 0;
        for (Map.Entry<String, Set<String>> entry : values.entrySet()) {
            Set<String> present = new TreeSet<>();
            for (String value : entry.getValue()) {
                String text = Text.orMissing("bayesDeal.values", value, BayesRow.LONGEST_VALUE);
                if (text != null) {
                    present.add(text);
                }
            }
            if (!present.isEmpty()) {
                copy.put(Text.required("bayesDeal.values", entry.getKey(), 200), Collections.unmodifiableSet(present));
                count += present.size();
            }
        }
        if (count > MOST_VALUES) {
            throw new Invalid("bayesDeal.values", "at most " + MOST_VALUES + " values, found " + count);
        }
        values = Collections.unmodifiableMap(copy);
    }

    /**
     * Returns a deal without values.
     *
     * @param team whose deal it is, or null
     * @param stage where it stands, or null
     * @return the deal
     */
    public static BayesDeal of(@Nullable String team, @Nullable String stage) {
        return new BayesDeal(team, stage, Map.of());
    }

    /**
     * Returns the same deal with other values in one field.
     *
     * @param field the field
     * @param of its values from now on; none makes it empty
     * @return the deal
     */
    public BayesDeal with(String field, String... of) {
        Map<String, Set<String>> changed = new TreeMap<>(values);
        changed.put(field, new TreeSet<>(Arrays.asList(of)));
        return new BayesDeal(team, stage, changed);
    }

    /**
     * Returns the same deal elsewhere in the pipeline.
     *
     * @param to the stage from now on, or null
     * @return the deal
     */
    public BayesDeal withStage(@Nullable String to) {
        return new BayesDeal(team, to, values);
    }

    /** A value of a scored field. */
    record Observation(BayesField field, String value) {}

    /** What is counted of it, the stage aside, in the order of the fields. */
    List<Observation> observations(BayesPlan plan) {
        List<Observation> all = new ArrayList<>();
        for (BayesField field : plan.fields()) {
            Set<String> present = values.getOrDefault(field.name(), Set.of());
            if (present.isEmpty() && field.kind() == BayesField.Kind.CONTACT) {
                all.add(new Observation(field, BayesField.ABSENT));
            }
            present.forEach(value -> all.add(new Observation(field, value)));
        }
        return all;
    }

    /** {@return the team and the stage; never a value, which may be personal} */
    @Override
    public String toString() {
        return "BayesDeal[team=" + team + ", stage=" + stage + "]";
    }
}
