package org.sambandh.crm.tck;

import java.util.BitSet;
import java.util.List;

/** One way to find the subjects of a scene that match a condition: an engine, a table, a store. */
interface Way<S> {

    /** One answer of a way, which may give several. */
    record Answer(String form, BitSet rows) {}

    /** What its pairs are counted under. */
    String name();

    /** Says what will be asked; parts of it may be asked too. */
    default void prepare(List<Asked<S>> asked) {}

    /**
     * Answers in each of its forms.
     *
     * @throws AssertionError if it contradicts itself
     */
    List<Answer> answers(Asked<S> asked);

    /** Whether it can be asked on after it threw something. */
    default boolean goesOn() {
        return true;
    }
}
