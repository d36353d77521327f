package org.sambandh.crm.reporting;

import java.math.BigDecimal;
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

    /** Gives a number its shortest plain form; asks its size first, because 1e999999999 must never be written out. */
    static BigDecimal number(String path, BigDecimal value) {
        BigDecimal digits = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        if ((long) digits.precision() - digits.scale() > 18 || digits.scale() > 18) {
            throw new Invalid(path, "at most 18 digits before and 18 behind the point");
        }
        return digits.scale() < 0 ? digits.setScale(0) : digits;
    }
}
