package org.sambandh.crm.customer;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Text;
import org.sambandh.crm.settings.TenantSettings;

/**
 * A telephone number as it was given, with its international form where that could be made out: digits of any script, a
 * leading {@code +} or {@code 00}, a leading 0 within the country, an extension that is left out. It is a normaliser, not
 * a numbering plan: lengths are checked where they are fixed by law (India, North America, Russia), else E.164's.
 *
 * @param written the number as given, at most 100 characters
 * @param e164 {@code +} and 7 to 15 digits; null where it is not known
 */
public record PhoneNumber(String written, @Nullable String e164) implements ContactAddress {

    /**
     * Checks and copies what it is given.
     *
     * @param written the number as given, at most 100 characters
     * @param e164 {@code +} and 7 to 15 digits; null where it is not known
     */
    public PhoneNumber {
        written = Text.required("phone", written, 100);
        if (e164 != null && !isE164(e164)) {
            throw new Invalid("phone.e164", "+ and 7 to 15 digits");
        }
    }

    /**
     * Returns a number as given. Without {@code +} or {@code 00} it has no international form until it is
     * {@linkplain #in given a region}.
     *
     * @param text the number
     * @return the number
     * @throws Invalid if it is blank or longer than 100 characters
     */
    public static PhoneNumber of(String text) {
        return of(text, TenantSettings.NO_REGION);
    }

    /**
     * Returns a number as given in a country.
     *
     * @param text the number
     * @param region ISO 3166 code of the country of numbers without one; {@code ZZ} for none
     * @return the number, with its international form if it can be made out
     * @throws Invalid if it is blank or longer than 100 characters
     */
    public static PhoneNumber of(String text, String region) {
        return new PhoneNumber(text, normalise(text, region).orElse(null));
    }

    /**
     * Returns the international form of a number.
     *
     * @param text any text
     * @param region ISO 3166 code of the country of numbers without one; {@code ZZ} for none
     * @return {@code +} and digits; nothing if the text is no number of a known country
     */
    public static Optional<String> normalise(String text, String region) {
        Scan scan = scan(text);
        if (scan == null) {
            return Optional.empty();
        }
        String digits = scan.digits;
        String own = CallingCodes.ofRegion(region);
        if (!scan.plus && own != null && digits.startsWith(CallingCodes.exit(own))) {
            digits = digits.substring(CallingCodes.exit(own).length());
            return international(digits);
        }
        if (scan.plus || digits.startsWith("00")) {
            return international(scan.plus ? digits : digits.substring(2));
        }
        if (own == null) {
            return Optional.empty();
        }
        String national = CallingCodes.withoutTrunk(region, own, digits);
        if (CallingCodes.plausible(own, national)) {
            return Optional.of("+" + own + national);
        }
        // 919876543210: people leave out the + but not the country.
        return digits.startsWith(own) ? international(digits) : Optional.empty();
    }

    private static Optional<String> international(String digits) {
        String code = CallingCodes.leading(digits);
        if (code == null) {
            return Optional.empty();
        }
        String national = digits.substring(code.length());
        boolean legal = digits.length() >= 7 && CallingCodes.plausible(code, national);
        return legal ? Optional.of("+" + digits) : Optional.empty();
    }

    private record Scan(boolean plus, String digits) {}

    private static @Nullable Scan scan(String text) {
        if (text.length() > 100) {
            return null;
        }
        StringBuilder digits = new StringBuilder();
        boolean plus = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int digit = Character.digit(c, 10);
            if (digit >= 0 && Character.isDigit(c)) {
                digits.append((char) ('0' + digit));
            } else if (c == '+' || c == 0xFF0B) {
                if (plus || digits.length() > 0) {
                    return null;
                }
                plus = true;
            } else if (plus && text.startsWith("(0)", i)) {
                i += 3; // +44 (0)20: the 0 is for callers within the country
                continue;
            } else if (!isSeparator(c)) {
                // An extension ("x 305", "ext. 12", "#4") ends the number; letters elsewhere make it none.
                boolean extension = digits.length() >= 7 && ("xXeE#;,".indexOf(c) >= 0);
                if (!extension) {
                    return null;
                }
                break;
            }
            i += Character.charCount(c);
        }
        return digits.length() == 0 ? null : new Scan(plus, digits.toString());
    }

    private static boolean isSeparator(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.DASH_PUNCTUATION
                || Character.getType(c) == Character.FORMAT
                || "().-/−".indexOf(c) >= 0;
    }

    private static boolean isE164(String text) {
        boolean legal = text.length() >= 8 && text.length() <= 16 && text.charAt(0) == '+';
        return legal && text.chars().skip(1).allMatch(c -> c >= '0' && c <= '9');
    }

    /**
     * Returns this number in a country, unless its international form is known already.
     *
     * @param region ISO 3166 code
     * @return this, or a copy with its international form
     */
    public PhoneNumber in(String region) {
        return e164 == null ? of(written, region) : this;
    }

    @Override
    public ContactPoint.Kind kind() {
        return ContactPoint.Kind.PHONE;
    }

    /** {@return the international form} */
    @Override
    public Optional<String> key() {
        return Optional.ofNullable(e164);
    }

    /** {@return nothing of the number} */
    @Override
    public String toString() {
        return "PhoneNumber";
    }
}
