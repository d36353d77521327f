package org.sambandh.crm.customer;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sambandh.crm.common.Text;

/**
 * The key by which two names are the same: compatibility composition (NFKC), without the joiners U+200C and U+200D,
 * blanks of any kind and number as one, letter case folded. Every combining mark stays: राम and रामा are two names.
 *
 * @param value the key; empty for a name of blanks and joiners only
 */
public record NameKey(String value) {

    private static final char ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final char ZERO_WIDTH_JOINER = 0x200D;

    /**
     * Returns the key of a name.
     *
     * @param name a name as written
     * @return its key
     */
    public static NameKey of(String name) {
        StringBuilder key = new StringBuilder(name.length());
        boolean blank = false;
        // Folding can take a text out of composition (and NFKC can bring blanks in), so it is composed on both sides.
        String composed = Text.fold(Normalizer.normalize(name, Normalizer.Form.NFKC));
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            if (c == ZERO_WIDTH_JOINER || c == ZERO_WIDTH_NON_JOINER) {
                continue;
            }
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                blank = key.length() > 0;
                continue;
            }
            if (blank) {
                key.append(' ');
                blank = false;
            }
            key.append(c);
        }
        return new NameKey(Normalizer.normalize(key, Normalizer.Form.NFKC));
    }

    /** {@return the words, in their order; empty for an empty key} */
    public List<String> tokens() {
        return value.isEmpty() ? List.of() : Arrays.asList(value.split(" ", -1));
    }

    /** {@return whether there is nothing to compare} */
    public boolean isEmpty() {
        return value.isEmpty();
    }

    /**
     * Returns whether two names can be of one party: equal keys, the words of one among those of the other, or one
     * without any.
     *
     * @param other another name's key
     * @return false if they contradict each other
     */
    public boolean agreesWith(NameKey other) {
        return contains(tokens(), other.tokens()) || contains(other.tokens(), tokens());
    }

    private static boolean contains(List<String> all, List<String> some) {
        List<String> rest = new ArrayList<>(all);
        for (String token : some) {
            if (!rest.remove(token)) {
                return false;
            }
        }
        return true;
    }

    /** {@return nothing of the name} */
    @Override
    public String toString() {
        return "NameKey";
    }
}
