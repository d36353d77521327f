package org.sambandh.crm.common;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * Text as it enters the domain: in canonical composition (NFC), without U+0000 and without lone surrogates; otherwise
 * as it was given. Nothing here strips an accent or a combining mark: राम is not रामा.
 */
public final class Text {

    private Text() {}

    /**
     * Returns {@code value} in NFC.
     *
     * @param path what the text is, for the message: {@code customer.name}
     * @param value the text as it arrived
     * @return the same text up to canonical equivalence
     * @throws Invalid if it holds U+0000 or a lone surrogate
     */
    public static String of(String path, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == 0) {
                throw new Invalid(path, "text must not contain U+0000, found at position " + i);
            }
            if (Character.isHighSurrogate(c)
                    && i + 1 < value.length()
                    && Character.isLowSurrogate(value.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw new Invalid(path, "text must not contain half a surrogate pair, found at position " + i);
            }
        }
        return Normalizer.normalize(value, Normalizer.Form.NFC);
    }

    /**
     * Returns {@code value} in NFC, and null where it is null or blank: blank text is missing.
     *
     * @param path what the text is, for the message
     * @param value the text as it arrived, or null
     * @return the text without blanks around it, or null
     * @throws Invalid if it holds U+0000 or a lone surrogate
     */
    public static @Nullable String orMissing(String path, @Nullable String value) {
        return value == null || isBlank(value) ? null : of(path, value).strip();
    }

    /**
     * Returns {@code value} in NFC without blanks around it.
     *
     * @param path what the text is, for the message
     * @param value the text as it arrived
     * @return the text
     * @throws Invalid if it is blank, holds U+0000 or a lone surrogate, or is longer than {@code maxCodePoints}
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
        return value.codePoints()
                .allMatch(c -> Character.isWhitespace(c)
                        || Character.isSpaceChar(c)
                        || c == 0x200B
                        || c == 0x200C
                        || c == 0x200D
                        || c == 0xFEFF);
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
