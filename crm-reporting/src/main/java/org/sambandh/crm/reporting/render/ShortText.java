package org.sambandh.crm.reporting.render;

import java.text.BreakIterator;
import java.util.Locale;

/** Text cut to the width of a drawing, where it cannot wrap; the table holds the whole. */
final class ShortText {

    private ShortText() {}

    /** Returns at most so many characters as a reader counts them; a letter is never cut from its marks. */
    static String of(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        // Nobody needs more than this to see where to cut, however long the text is.
        String start = text.substring(0, Math.min(text.length(), most * 16));
        BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
        letters.setText(start);
        int end = 0;
        for (int i = 0; i < most - 1; i++) {
            int next = letters.next();
            if (next == BreakIterator.DONE) {
                return start.length() == text.length() ? text : start + "…";
            }
            end = next;
        }
        return letters.next() == text.length() ? text : text.substring(0, end).stripTrailing() + "…";
    }
}
