package org.sambandh.crm.reporting;

import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.field.Field;

/** What every definition checks alike. */
final class Names {

    private Names() {}

    /** Names stand in JSON, in CSV headings and in HTML: letters, digits, and dots, dashes and underscores between. */
    static String checked(String path, String name) {
        boolean legal = !name.isEmpty() && name.length() <= 200 && Character.isLetter(name.codePointAt(0));
        if (!legal
                || !name.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_')) {
            throw new Invalid(path, "1 to 200 letters, digits, dots, - or _, beginning with a letter");
        }
        return name;
    }

    static void one(String path, Field<?, ?> field) {
        if (field.isMany()) {
            throw new Invalid(
                    path, "a field with one value at most; " + field + " can have several, and rows would not add up");
        }
    }
}
