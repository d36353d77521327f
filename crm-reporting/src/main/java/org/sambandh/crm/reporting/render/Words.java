package org.sambandh.crm.reporting.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * The words of the page in one language, from property files of ours. They are read from this package and never from a
 * {@code ResourceBundle}: that would answer in the host's default language where ours has no file.
 */
final class Words {

    private final String language;
    private final Map<String, String> byKey;

    private Words(String language, Map<String, String> byKey) {
        this.language = language;
        this.byKey = Map.copyOf(byKey);
    }

    /** Returns the words of the locale's language; English where we have none of that language. */
    static Words of(Locale locale) {
        String language = locale.getLanguage().equals("hi") ? "hi" : "en";
        Properties properties = new Properties();
        String name = "words_" + language + ".properties";
        try (InputStream in = Words.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the library");
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
        Map<String, String> words = new HashMap<>();
        properties.forEach((key, value) -> words.put((String) key, (String) value));
        return new Words(language, words);
    }

    /** Returns {@code en} or {@code hi}. */
    String language() {
        return language;
    }

    String get(String key) {
        String word = byKey.get(key);
        if (word == null) {
            throw new IllegalStateException("no words for " + key);
        }
        return word;
    }

    /** Returns the words of a key with {@code {0}}, {@code {1}}, ... replaced; what is put in is never read again. */
    String fill(String key, String... arguments) {
        String pattern = get(key);
        StringBuilder filled = new StringBuilder();
        int i = 0;
        while (i < pattern.length()) {
            char c = pattern.charAt(i);
            if (c == '{' && i + 2 < pattern.length() && pattern.charAt(i + 2) == '}') {
                filled.append(arguments[pattern.charAt(i + 1) - '0']);
                i += 3;
            } else {
                filled.append(c);
                i++;
            }
        }
        return filled.toString();
    }
}
