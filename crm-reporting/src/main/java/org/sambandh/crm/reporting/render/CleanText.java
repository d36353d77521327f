package org.sambandh.crm.reporting.render;

/** Text that any reader of XML, HTML, JSON and UTF-8 takes: what has no place there becomes U+FFFD, a visible mark. */
final class CleanText {

    private static final char REPLACEMENT = '\uFFFD';

    private CleanText() {}

    /** Returns the text with controls (tabs and line ends aside), half surrogate pairs and noncharacters replaced. */
    static String of(String text) {
        int i = 0;
        while (i < text.length() && isLegal(text.codePointAt(i))) {
            i += Character.charCount(text.codePointAt(i));
        }
        if (i == text.length()) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length()).append(text, 0, i);
        while (i < text.length()) {
            int c = text.codePointAt(i);
            clean.appendCodePoint(isLegal(c) ? c : REPLACEMENT);
            i += Character.charCount(c);
        }
        return clean.toString();
    }

    private static boolean isLegal(int c) {
        if (c < 0x20) {
            return c == '\t' || c == '\n' || c == '\r';
        }
        boolean deleteOrC1 = c >= 0x7F && c <= 0x9F;
        boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        boolean nonCharacter = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
        return !deleteOrC1 && !surrogate && !nonCharacter;
    }
}
