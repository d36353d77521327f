package org.sambandh.crm.prediction;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.sambandh.crm.condition.Labels;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;

/** Says in English or Hindi what a subject has in a factor, and what that does. */
final class PredictionWords {

    private final Locale locale;
    private final Properties words = new Properties();

    private PredictionWords(Locale locale, String language) {
        this.locale = locale;
        String file = "words_" + language + ".properties";
        try (InputStream in = PredictionWords.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no " + file);
            }
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    static PredictionWords of(Locale locale) {
        return new PredictionWords(locale, locale.getLanguage().equals("hi") ? "hi" : "en");
    }

    /** What is put in is never read again. */
    private String fill(String key, String... arguments) {
        String pattern = words.getProperty(key);
        if (pattern == null) {
            throw new IllegalStateException("no words for " + key);
        }
        StringBuilder filled = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            if (pattern.charAt(i) == '{') {
                filled.append(arguments[pattern.charAt(i + 1) - '0']);
                i += 2;
            } else {
                filled.append(pattern.charAt(i));
            }
        }
        return filled.toString();
    }

    String head(double probability, double average) {
        return fill("head", percent(probability), percent(average));
    }

    /** {@code had}: what is said of each of the factor's fields. */
    String sentence(List<String> had, BigDecimal points, double without) {
        String what = had.size() == 1 ? had.get(0) : fill("and", had.get(0), had.get(1));
        String by = number(points.abs());
        String key = points.signum() == 0 ? "neutral" : points.signum() > 0 ? "raises" : "lowers";
        return fill(key, what, by, percent(without));
    }

    /** What the subject has in one field: a value with a slope, a range, a level, something rare, or nothing. */
    String had(Field<?, ?> field, Encoding encoding, int cell, double slopeValue) {
        String name = Labels.field(field, locale);
        boolean age = encoding.kind() == FieldType.Kind.DATE || encoding.kind() == FieldType.Kind.INSTANT;
        String prefix = age ? "age." : "number.";
        if (cell == encoding.missing()) {
            return fill("missing", name);
        } else if (!Encoding.isNumber(encoding.kind())) {
            return cell == encoding.other()
                    ? fill("other", name)
                    : fill("is", name, level(field, encoding.levels().get(cell)));
        } else if (!Double.isNaN(slopeValue)) {
            return fill(prefix + "is", name, number(Decimals.of(slopeValue)));
        } else if (encoding.edges().isEmpty()) {
            return fill("known", name);
        } else if (cell == 0) {
            return fill(prefix + "below", name, number(encoding.edges().get(0)));
        } else if (cell == encoding.edges().size()) {
            return fill(prefix + "from", name, number(encoding.edges().get(cell - 1)));
        }
        return fill(
                prefix + "between",
                name,
                number(encoding.edges().get(cell - 1)),
                number(encoding.edges().get(cell)));
    }

    private String level(Field<?, ?> field, String level) {
        if (field.type().kind() == FieldType.Kind.BOOLEAN) {
            return Labels.truth(level.equals("true"), locale);
        }
        return field.type().codes().contains(level) ? Labels.code(field.type(), level, locale) : level;
    }

    private static String number(BigDecimal number) {
        return Decimals.plain(number.scale() > 2 ? number.setScale(2, RoundingMode.HALF_UP) : number)
                .toPlainString();
    }

    private static String percent(double probability) {
        return BigDecimal.valueOf(probability * 100)
                .setScale(1, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
