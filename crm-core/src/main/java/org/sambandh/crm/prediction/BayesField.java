package org.sambandh.crm.prediction;

import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Text;

/**
 * One property of a deal that the naive Bayes model looks at. Names and values are text, so that any field of a
 * catalogue can be bound to it.
 *
 * @param name how deals and rows call it; at most 200 characters, not {@code stage}
 * @param kind how its values are read
 */
public record BayesField(String name, Kind kind) {

    /** The value of a {@link Kind#CONTACT} that is written as it should be. */
    public static final String CORRECT = "correct";

    /** The value of a {@link Kind#CONTACT} that is there and wrong. */
    public static final String INCORRECT = "incorrect";

    /** The value of a {@link Kind#CONTACT} that is not there. */
    public static final String ABSENT = "absent";

    /** How values are read. */
    public enum Kind {
        /** A deal without a value is not counted and not scored by this field. */
        VALUE,
        /**
         * A mail address or telephone number, known only as {@link #CORRECT} or {@link #INCORRECT}; a missing one is
         * the value {@link #ABSENT}. No explanation praises a wrong or missing one or blames a correct one.
         */
        CONTACT,
        /** Each value is an observation of its own; rare ones are counted but do not score. */
        TAGS
    }

    /**
     * Checks and copies what it is given.
     *
     * @param name how deals and rows call it; at most 200 characters, not {@code stage}
     * @param kind how its values are read
     */
    public BayesField {
        name = Text.required("bayesField.name", name, 200);
        if (name.equals(BayesPlan.STAGE)) {
            throw new Invalid("bayesField.name", "the stage is always part of the model and not one of its fields");
        }
    }

    /**
     * Returns a field with one value.
     *
     * @param name its name
     * @return the field
     */
    public static BayesField value(String name) {
        return new BayesField(name, Kind.VALUE);
    }

    /**
     * Returns a mail address or telephone number.
     *
     * @param name its name
     * @return the field
     */
    public static BayesField contact(String name) {
        return new BayesField(name, Kind.CONTACT);
    }

    /**
     * Returns a field with any number of values.
     *
     * @param name its name
     * @return the field
     */
    public static BayesField tags(String name) {
        return new BayesField(name, Kind.TAGS);
    }
}
