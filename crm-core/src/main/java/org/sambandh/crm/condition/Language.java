package org.sambandh.crm.condition;

import java.time.temporal.TemporalAmount;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.field.Field;

/**
 * The words in which conditions and scores are told: English, Hindi, or a language of the host's. Passed to whoever is to
 * speak it; there is no registry. Immutable and safe for concurrent use.
 *
 * <pre>{@code
 * Language dutch = Language.of(new Locale("nl"), Map.of("and", "en", "or", "of", "is", "{0} is {1}"));
 * condition.describe(dutch);
 * }</pre>
 */
public final class Language {

    /** The language of what has no words in another. */
    public static final Language ENGLISH = new Language(Locale.ENGLISH, Sentences.of(Locale.ENGLISH));

    private final Locale locale;
    private final Sentences sentences;

    private Language(Locale locale, Sentences sentences) {
        this.locale = locale;
        this.sentences = sentences;
    }

    /**
     * Returns a language of ours.
     *
     * @param locale English or Hindi; any other language is answered in English
     * @return the language
     */
    public static Language of(Locale locale) {
        return locale.getLanguage().equals("hi") ? new Language(locale, Sentences.of(locale)) : ENGLISH;
    }

    /**
     * Returns a language of the host's.
     *
     * @param locale how dates are written, and what the language is called
     * @param words by the keys of our own property files, {@link #keys} and {@code field.Subject.name}; what is not there
     *     is told in English. {@code {0}} to {@code {3}} stand for what is filled in
     * @return the language
     * @throws Invalid if something else than {@code {0}} to {@code {3}} is to be filled in, or a text has more than 2,000
     *     characters
     */
    public static Language of(Locale locale, Map<String, String> words) {
        words.forEach(Language::check);
        return new Language(locale, Sentences.of(ENGLISH.sentences.words().with(words)));
    }

    /** {@return the keys of all words of sentences, without those of fields, relations and codes} */
    public static Set<String> keys() {
        return ENGLISH.sentences.words().sentenceKeys();
    }

    /** {@return what it is called, and how dates are written} */
    public Locale locale() {
        return locale;
    }

    /**
     * Returns a condition as a sentence.
     *
     * @param condition the condition
     * @return the sentence, without a full stop
     */
    public String sentence(Condition<?> condition) {
        return sentences.sentence(condition);
    }

    /**
     * Returns what a field is called.
     *
     * @param field any field
     * @return the words
     */
    public String field(Field<?, ?> field) {
        return sentences.words().field(field).text();
    }

    /**
     * Returns a length of time.
     *
     * @param amount a period or duration
     * @return for example {@code 30 days}, in the form that stands before a postposition
     */
    public String span(TemporalAmount amount) {
        return new ValueWords(sentences.words()).span(amount, true);
    }

    /**
     * Returns the words of a key.
     *
     * @param key one of {@link #keys}
     * @param arguments what is filled in for {@code {0}}, {@code {1}}, ...
     * @return the text
     * @throws IllegalStateException if there are no such words
     */
    public String say(String key, String... arguments) {
        return sentences.words().fill(key, arguments);
    }

    /** {@return the tag of the locale} */
    @Override
    public String toString() {
        return locale.toLanguageTag();
    }

    private static void check(String key, String text) {
        if (text.length() > 2_000) {
            throw new Invalid("words." + key, "at most 2,000 characters");
        }
        for (int at = text.indexOf('{'); at >= 0; at = text.indexOf('{', at + 1)) {
            boolean fits =
                    at + 2 < text.length() && text.charAt(at + 2) == '}' && "0123".indexOf(text.charAt(at + 1)) >= 0;
            if (!fits) {
                throw new Invalid("words." + key, "only {0} to {3} can be filled in");
            }
        }
    }
}
