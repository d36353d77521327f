package org.sambandh.crm.reporting.render;

import org.sambandh.crm.common.Text;

/**
 * Keeps text from being taken for a formula by a program that opens a sheet: an apostrophe goes in front of a text that
 * starts with a tab or a carriage return or, blanks and control characters aside, with {@code = + - @} (their full-width
 * forms too). An apostrophe also goes in front of apostrophes before such a text, so that {@link #removed} gives back
 * every text.
 */
final class FormulaGuard {

    private static final String STARTERS = "=+-@＝＋－＠";

    private FormulaGuard() {}

    static String on(String text) {
        return isNeeded(text) ? "'" + text : text;
    }

    static String removed(String text) {
        return text.startsWith("'") && isNeeded(text.substring(1)) ? text.substring(1) : text;
    }

    static boolean isNeeded(String text) {
        int i = 0;
        while (i < text.length() && text.charAt(i) == '\'') {
            i++;
        }
        if (i < text.length() && (text.charAt(i) == '\t' || text.charAt(i) == '\r')) {
            return true;
        }
        while (i < text.length()) {
            int c = text.codePointAt(i);
            if (!isPassedOver(c)) {
                return STARTERS.indexOf(c) >= 0;
            }
            i += Character.charCount(c);
        }
        return false;
    }

    /** Blanks, controls and what cannot be seen; also what {@link CleanText} replaces. */
    private static boolean isPassedOver(int c) {
        return Text.isBlank(Character.toString(c))
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT
                || c == 0xFFFD
                || Character.getType(c) == Character.SURROGATE;
    }
}
