package org.sambandh.crm.reporting;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Labels;
import org.sambandh.crm.field.Field;

/** Our own words of reports in English and Hindi, from property files of ours, never from a host's default language. */
final class Phrases {

    static final Locale HINDI = new Locale("hi");
    private static final int MAX_SHOWN = 400;

    private Phrases() {}

    /** Read when a report first needs words. */
    private static final class Read {
        static final Properties ENGLISH = read("en");
        static final Properties HINDI = read("hi");
    }

    private static Properties read(String language) {
        String name = "reports_" + language + ".properties";
        Properties words = new Properties();
        try (InputStream in = Phrases.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the library");
            }
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** Returns the words of a key. */
    static Label of(String key) {
        return of(key, Label.of("-"));
    }

    /** Returns the words of a key with {@code {x}} replaced by words of the same language. */
    static Label of(String key, Label inserted) {
        return Label.of(
                get(Read.ENGLISH, key).replace("{x}", inserted.in(Locale.ENGLISH)),
                get(Read.HINDI, key).replace("{x}", inserted.in(HINDI)));
    }

    private static String get(Properties words, String key) {
        String found = words.getProperty(key);
        if (found == null) {
            throw new IllegalStateException("no words for " + key);
        }
        return found;
    }

    /** Returns what a field is called. */
    static Label field(Field<?, ?> field) {
        return inBoth(locale -> Labels.field(field, locale));
    }

    /** Returns a condition in words. */
    static Label condition(Condition<?> condition) {
        return condition instanceof Condition.Always<?> ? of("everything") : inBoth(condition::describe);
    }

    /** Returns two conditions in words, of an entity and of what stands inside it. */
    static Label conditions(Condition<?> within, Condition<?> inside) {
        if (inside instanceof Condition.Always<?>) {
            return condition(within);
        } else if (within instanceof Condition.Always<?>) {
            return condition(inside);
        }
        return inBoth(locale -> within.describe(locale) + "; " + inside.describe(locale));
    }

    private static Label inBoth(Function<Locale, String> words) {
        return Label.of(shortened(words.apply(Locale.ENGLISH)), shortened(words.apply(HINDI)));
    }

    /** Returns words as a heading: with a capital letter where the language has them. */
    static Label heading(Label label) {
        SortedMap<String, String> headings = new TreeMap<>();
        label.byLanguage().forEach((language, words) -> {
            int first = words.offsetByCodePoints(0, 1);
            headings.put(language, words.substring(0, first).toUpperCase(Locale.ROOT) + words.substring(first));
        });
        return new Label(headings);
    }

    /** Returns one set of words with something behind it in every language. */
    static Label with(Label label, String more) {
        SortedMap<String, String> longer = new TreeMap<>();
        label.byLanguage().forEach((language, words) -> longer.put(language, shortened(words + more)));
        return new Label(longer);
    }

    static String shortened(String words) {
        return words.codePointCount(0, words.length()) <= MAX_SHOWN
                ? words
                : words.substring(0, words.offsetByCodePoints(0, MAX_SHOWN - 1)) + "…";
    }
}
