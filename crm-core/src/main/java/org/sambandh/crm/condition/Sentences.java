package org.sambandh.crm.condition;

import java.util.Locale;

/** Puts conditions into words. */
final class Sentences {

    private Sentences() {}

    static Sentences of(Locale locale) {
        return new Sentences();
    }

    String sentence(Condition<?> condition) {
        return condition.toString();
    }
}
