package org.sambandh.crm.common;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * Text as it enters the domain: in canonical composition (NFC), without U+0000 and without lone surrogates; otherwise
 * as it was given. Nothing here strips an accent or a combining mark: राम is not रामा.
 */
public final class Text {

    /** Composition puts a run of marks in order, in quadratic time; no script stacks more than a dozen. */
    private static final int MAX_MARKS = 200;

    private Text() {}

    /**
     * Returns {@code value} in NFC.
     *
     * @param path what the text is, for the message: {@code customer.name}
     * @param value the text as it arrived
     * @return the same text up to canonical equivalence
     * @throws Invalid if it holds U+0000, a lone surrogate or more than 200 combining marks in a row
     */
    public static String of(String path, String value) {
        int marks = 0;
        for (int i = 0; i < value.length(); ) {
            int c = value.codePointAt(i);
            if (c == 0) {
                throw new Invalid(path, "text must not contain U+0000, found at position " + i);
            }
            if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                throw new Invalid(path, "text must not contain half a surrogate pair, found at position " + i);
            }
            marks = isMark(c) ? marks + 1 : 0;
            if (marks > MAX_MARKS) {
                throw new Invalid(
                        path, "at most " + MAX_MARKS + " combining marks in a row, found more at position " + i);
            }
            i += Character.charCount(c);
        }
        return Normalizer.normalize(value, Normalizer.Form.NFC);
    }

    private static boolean isMark(int c) {
        int type = c < 0x300 ? Character.UNASSIGNED : Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    /**
     * Returns {@code value} in NFC, and null where it is null or blank: blank text is missing.
     *
     * @param path what the text is, for the message
     * @param value the text as it arrived, or null
     * @return the text without blanks around it, or null
     * @throws Invalid as {@link #of} does
     */
    public static @Nullable String orMissing(String path, @Nullable String value) {
        return value == null || isBlank(value) ? null : of(path, value).strip();
    }

    /**
     * Returns {@code value} in NFC, and null where it is null or blank.
     *
     * @param path what the text is, for the message
     * @param value the text as it arrived, or null
     * @param maxCodePoints the longest text allowed, in code points
     * @return the text without blanks around it, or null
     * @throws Invalid if it is longer than {@code maxCodePoints}, or refused by {@link #of}
     */
    public static @Nullable String orMissing(String path, @Nullable String value, int maxCodePoints) {
        return value == null || isBlank(value) ? null : required(path, value, maxCodePoints);
    }

    /**
     * Returns {@code value} in NFC without blanks around it.
     *
     * @param path what the text is, for the message
     * @param value the text as it arrived
     * @return the text
     * @throws Invalid if it is blank, longer than {@code maxCodePoints}, or refused by {@link #of}
     * @param maxCodePoints the longest text allowed, in code points
     */
    public static String required(String path, String value, int maxCodePoints) {
        if (isBlank(value)) {
            throw new Invalid(path, "must not be blank");
        }
        String text = of(path, value).strip();
        int length = text.codePointCount(0, text.length());
        if (length > maxCodePoints) {
            throw new Invalid(path, "at most " + maxCodePoints + " characters, found " + length);
        }
        return text;
    }

    /**
     * Returns whether {@code value} has nothing to see: white space, no-break spaces and zero-width joiners only.
     *
     * @param value the text
     * @return true for empty text too
     */
    public static boolean isBlank(String value) {
        // Asked for every text that a condition or report reads: no stream, and done at the first letter.
        for (int i = 0; i < value.length(); i++) {
            if (!isBlank(value.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Half a surrogate pair is not blank, and neither is anything that two of them make. */
    private static boolean isBlank(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || c == 0x200B
                || c == 0x200C
                || c == 0x200D
                || c == 0xFEFF;
    }

    /**
     * Returns whether {@code value} could be a code that goes into a link: visible characters of ASCII only, at least one
     * and at most 100. Anything else that a stranger sends is no code of anybody's, and is not looked up.
     *
     * @param value the text
     * @return false for text of any other kind
     */
    public static boolean isLinkCode(String value) {
        boolean fits = !value.isEmpty() && value.length() <= 100;
        for (int i = 0; fits && i < value.length(); i++) {
            fits = value.charAt(i) > ' ' && value.charAt(i) < 0x7F;
        }
        return fits;
    }

    /**
     * Returns {@code value} with letter case folded: code point by code point, first to upper then to lower case,
     * independent of any language. Texts that differ in case only fold to the same text (ΟΔΟΣ and οδος too).
     *
     * @param value the text
     * @return the folded text, with as many code points as {@code value}
     */
    public static String fold(String value) {
        StringBuilder folded = new StringBuilder(value.length());
        value.codePoints()
                .map(c -> Character.toLowerCase(Character.toUpperCase(c)))
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }
}
