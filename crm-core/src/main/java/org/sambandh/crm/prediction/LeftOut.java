package org.sambandh.crm.prediction;

/**
 * A field that a model was asked to look at and does not.
 *
 * @param field its name
 * @param why why not
 */
public record LeftOut(String field, Why why) {

    /** Why a field is not looked at. */
    public enum Why {
        /** The rows of the training part do not differ in it; it may be missing in all of them. */
        THE_SAME_EVERYWHERE,
        /** More than 20,000 different texts: it says who somebody is, not what they are like. */
        TOO_MANY_VALUES
    }
}
