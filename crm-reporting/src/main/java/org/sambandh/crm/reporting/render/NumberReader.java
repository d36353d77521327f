package org.sambandh.crm.reporting.render;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sambandh.crm.common.Invalid;

/** Reads a number as a person writes it; {@link NumberFormats#parse} says what is accepted. */
final class NumberReader {

    static final BigDecimal LAKH = BigDecimal.valueOf(100_000);
    static final BigDecimal CRORE = BigDecimal.valueOf(10_000_000);

    private static final int MAX_LENGTH = 100;
    private static final Map<String, BigDecimal> UNITS = Map.of(
            "lakh",
            LAKH,
            "lakhs",
            LAKH,
            "लाख",
            LAKH,
            "crore",
            CRORE,
            "crores",
            CRORE,
            Normalizer.normalize("करोड़", Normalizer.Form.NFC),
            CRORE);

    private final String text;
    private int at;
    /** '0' or '०', whichever came first. */
    private char zero;

    private NumberReader(String text) {
        this.text = text;
    }

    static BigDecimal read(String text) {
        if (text.length() > MAX_LENGTH) {
            throw refused();
        }
        return new NumberReader(Normalizer.normalize(text, Normalizer.Form.NFC).strip()).number();
    }

    private BigDecimal number() {
        boolean negative = minus();
        if (next('₹')) {
            blanks();
            negative |= !negative && minus();
        }
        BigDecimal value = new BigDecimal(whole() + decimals());
        blanks();
        if (at < text.length()) {
            BigDecimal unit = UNITS.get(text.substring(at).toLowerCase(Locale.ROOT));
            if (unit == null) {
                throw refused();
            }
            BigDecimal product = value.multiply(unit).stripTrailingZeros();
            value = product.scale() < 0 ? product.setScale(0) : product;
        }
        return negative ? value.negate() : value;
    }

    private boolean minus() {
        boolean found = next('-') || next('\u2212');
        if (found) {
            blanks();
        }
        return found;
    }

    private String whole() {
        String first = run();
        StringBuilder digits = new StringBuilder(first);
        List<Integer> sizes = new ArrayList<>();
        while (next(',')) {
            String group = run();
            sizes.add(group.length());
            digits.append(group);
        }
        if (first.isEmpty()
                || (!sizes.isEmpty() && !isGrouped(first.length(), sizes, 2) && !isGrouped(first.length(), sizes, 3))) {
            throw refused();
        }
        return digits.toString();
    }

    /** Whether the last group has three digits, those before it all {@code size}, and the first not more. */
    private static boolean isGrouped(int first, List<Integer> sizes, int size) {
        int last = sizes.size() - 1;
        return first <= size
                && sizes.get(last) == 3
                && sizes.subList(0, last).stream().allMatch(s -> s == size);
    }

    private String decimals() {
        if (next('.')) {
            String digits = run();
            if (digits.isEmpty()) {
                throw refused();
            }
            return "." + digits;
        }
        return "";
    }

    private String run() {
        StringBuilder digits = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at);
            char base = c >= '0' && c <= '9' ? '0' : c >= '०' && c <= '९' ? '०' : 0;
            if (base == 0) {
                break;
            }
            if (zero != 0 && base != zero) {
                throw refused();
            }
            zero = base;
            digits.append((char) ('0' + c - base));
            at++;
        }
        return digits.toString();
    }

    private boolean next(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private void blanks() {
        while (at < text.length()
                && (Character.isWhitespace(text.charAt(at)) || Character.isSpaceChar(text.charAt(at)))) {
            at++;
        }
    }

    private static Invalid refused() {
        return new Invalid(
                "number",
                "notANumber: expected digits with Indian or western groups, such as 12,34,567.50, ₹ -1,000 or 2.5 crore");
    }
}
