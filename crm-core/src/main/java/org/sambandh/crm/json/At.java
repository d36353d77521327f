package org.sambandh.crm.json;

import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;

/** Where in a JSON text: written out only when something is wrong there. */
record At(@Nullable At parent, String step) {

    static final At ROOT = new At(null, "$");

    private static final int LONGEST_NAME = 60;

    At child(String name) {
        String shown = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
        return new At(this, "." + shown);
    }

    At item(int index) {
        return new At(this, "[" + index + "]");
    }

    Invalid invalid(String why) {
        return new Invalid(toString(), why);
    }

    /** The domain's refusal, told of this place. Its cause is left out: it may quote what was read. */
    Invalid invalid(Invalid refusal) {
        return new Invalid(
                toString(), refusal.path().startsWith("$") ? refusal.why() : refusal.path() + ": " + refusal.why());
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(step);
        for (At at = parent; at != null; at = at.parent) {
            text.insert(0, at.step);
        }
        return text.toString();
    }
}
