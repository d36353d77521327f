package org.sambandh.crm.reporting;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Text;

/**
 * Words in several languages, or in one that serves all: what a title, a column or a value is called. Immutable.
 *
 * @param byLanguage the words by ISO 639 language code ({@code en}, {@code hi}); the empty code stands for every language
 *     that has no words of its own; at most 20 languages of at most 400 characters
 */
public record Label(SortedMap<String, String> byLanguage) {

    private static final String ANY = "";
    private static final int MAX_LENGTH = 400;

    /**
     * Checks and copies the words.
     *
     * @param byLanguage the words by ISO 639 language code ({@code en}, {@code hi}); the empty code stands for every
     *     language that has no words of its own; at most 20 languages of at most 400 characters
     * @throws Invalid if there are none, or too many or too long ones
     */
    public Label {
        if (byLanguage.isEmpty() || byLanguage.size() > 20) {
            throw new Invalid("label", "words in 1 to 20 languages, found " + byLanguage.size());
        }
        SortedMap<String, String> kept = new TreeMap<>();
        byLanguage.forEach((language, words) -> {
            boolean legal = language.length() <= 3 && language.chars().allMatch(c -> c >= 'a' && c <= 'z');
            if (!legal) {
                throw new Invalid("label", "a language is an ISO 639 code of two or three small letters");
            }
            kept.put(language, Text.required("label." + language, words, MAX_LENGTH));
        });
        byLanguage = Collections.unmodifiableSortedMap(kept);
    }

    /**
     * Returns words that serve every language: a name, a code.
     *
     * @param words the words, not blank; at most 400 characters
     * @return the label
     * @throws Invalid if they are blank or too long
     */
    public static Label of(String words) {
        return new Label(new TreeMap<>(Map.of(ANY, words)));
    }

    /**
     * Returns words in English and Hindi.
     *
     * @param english the English words
     * @param hindi the Hindi words
     * @return the label
     * @throws Invalid if they are blank or too long
     */
    public static Label of(String english, String hindi) {
        return new Label(new TreeMap<>(Map.of("en", english, "hi", hindi)));
    }

    /**
     * Returns the words for a reader: those of the language, else those for every language, else the English ones, else
     * the first there are.
     *
     * @param locale the reader's
     * @return the words, not blank
     */
    public String in(Locale locale) {
        for (String language : new String[] {locale.getLanguage(), ANY, "en"}) {
            String words = byLanguage.get(language);
            if (words != null) {
                return words;
            }
        }
        return byLanguage.values().iterator().next();
    }
}
