package org.sambandh.crm.customer;

import java.util.Locale;
import java.util.Optional;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Text;

/**
 * An e-mail address as it was given. Compared by {@link #key()}: lower case, without blanks around it, NFC. Nothing else
 * is folded: dots and plus signs belong to the mailbox.
 *
 * @param written one mailbox, {@code @} and a domain with a dot; at most 254 characters, no blanks or control characters
 */
public record EmailAddress(String written) implements ContactAddress {

    private static final int MAX_LENGTH = 254;
    private static final int MAX_LABEL = 63;

    /**
     * Checks and copies what it is given.
     *
     * @param written one mailbox, {@code @} and a domain with a dot; at most 254 characters, no blanks or control characters
     */
    public EmailAddress {
        written = Text.required("email", written, MAX_LENGTH);
        int at = written.lastIndexOf('@');
        boolean plain = written.codePoints()
                .noneMatch(c -> Character.isWhitespace(c)
                        || Character.isSpaceChar(c)
                        || Character.isISOControl(c)
                        || ",;<>".indexOf(c) >= 0);
        boolean legal = at > 0 && at <= 64 && written.indexOf('@') == at && isDomain(written.substring(at + 1));
        if (!plain || !legal) {
            throw new Invalid("email", "an address such as name@example.in, without display name");
        }
    }

    /**
     * Returns an address as given.
     *
     * @param text the address
     * @return the address
     * @throws Invalid if it is none
     */
    public static EmailAddress of(String text) {
        return new EmailAddress(text);
    }

    /**
     * Returns an address if the text is one: for input that is kept whether it is or not.
     *
     * @param text any text
     * @return the address, or nothing
     */
    public static Optional<EmailAddress> parse(String text) {
        try {
            return Optional.of(new EmailAddress(text));
        } catch (Invalid e) {
            return Optional.empty();
        }
    }

    @Override
    public ContactPoint.Kind kind() {
        return ContactPoint.Kind.EMAIL;
    }

    @Override
    public Optional<String> key() {
        return Optional.of(Text.of("email", written.toLowerCase(Locale.ROOT)));
    }

    /** {@return what stands before the {@code @}, in lower case} */
    public String mailbox() {
        String key = key().orElseThrow();
        return key.substring(0, key.lastIndexOf('@'));
    }

    /** {@return what stands behind the {@code @}, in lower case} */
    public String domain() {
        String key = key().orElseThrow();
        return key.substring(key.lastIndexOf('@') + 1);
    }

    /** Whether a text can be a domain: labels of letters, digits, marks and hyphens, at least two. */
    static boolean isDomain(String text) {
        int dots = 0;
        int label = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c == '.') {
                if (label == 0 || label > MAX_LABEL) {
                    return false;
                }
                dots++;
                label = 0;
            } else {
                boolean mark = Character.getType(c) == Character.NON_SPACING_MARK
                        || Character.getType(c) == Character.COMBINING_SPACING_MARK;
                boolean joiner = c == 0x200C || c == 0x200D;
                if (!Character.isLetterOrDigit(c) && !mark && !joiner && c != '-') {
                    return false;
                }
                label++;
            }
        }
        return dots > 0 && label > 0 && label <= MAX_LABEL && text.length() <= MAX_LENGTH;
    }

    /** {@return nothing of the address} */
    @Override
    public String toString() {
        return "EmailAddress";
    }
}
