package org.sambandh.crm.condition;

import org.sambandh.crm.common.Moment;
import org.sambandh.crm.common.Text;

/**
 * A text test that ignores case: as if value and operand were folded ({@link Text#fold}), but the value is folded code point
 * by code point where it stands, and no text is made.
 *
 * @param kind how
 * @param operand the other text, folded
 */
record FoldedText(ValueTest.TextMatch.Kind kind, String operand) implements PreparedTest<String> {

    @Override
    public boolean passes(String value, Moment moment) {
        return switch (kind) {
            case EQUALS -> endOfMatch(value, 0) == value.length();
            case STARTS_WITH -> endOfMatch(value, 0) >= 0;
            case CONTAINS -> contains(value);
            case ENDS_WITH -> endsWith(value);
        };
    }

    private boolean contains(String value) {
        int first = operand.codePointAt(0);
        for (int at = 0; at < value.length(); ) {
            int c = value.codePointAt(at);
            if (fold(c) == first && endOfMatch(value, at) >= 0) {
                return true;
            }
            at += Character.charCount(c);
        }
        return false;
    }

    private boolean endsWith(String value) {
        int left = value.length();
        for (int i = operand.length(); i > 0; ) {
            int wanted = operand.codePointBefore(i);
            if (left == 0) {
                return false;
            }
            int c = value.codePointBefore(left);
            if (fold(c) != wanted) {
                return false;
            }
            i -= Character.charCount(wanted);
            left -= Character.charCount(c);
        }
        return true;
    }

    /** Returns where the operand ends if it begins at a place; less than 0 if it does not. */
    private int endOfMatch(String value, int begin) {
        int at = begin;
        for (int i = 0; i < operand.length(); ) {
            int wanted = operand.codePointAt(i);
            if (at >= value.length()) {
                return -1;
            }
            int c = value.codePointAt(at);
            if (fold(c) != wanted) {
                return -1;
            }
            i += Character.charCount(wanted);
            at += Character.charCount(c);
        }
        return at;
    }

    private static int fold(int c) {
        return Character.toLowerCase(Character.toUpperCase(c));
    }
}
