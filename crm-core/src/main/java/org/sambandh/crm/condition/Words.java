package org.sambandh.crm.condition;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.Relation;

/**
 * The words of one language, from property files of ours. They are read from this package and never from a
 * {@code ResourceBundle}: that would answer in the host's default language where ours has no file.
 */
final class Words {

    private final Map<String, String> byKey;

    private Words(Map<String, String> byKey) {
        this.byKey = Map.copyOf(byKey);
    }

    /**
     * What something is called.
     *
     * @param text its name
     * @param oblique its name before a postposition; the same in English
     * @param feminine its grammatical gender; of no consequence in English
     */
    record Name(String text, String oblique, boolean feminine) {

        /** Reads {@code सौदा|सौदे}, {@code राशि||f} or just a name. */
        static Name of(String written) {
            String[] parts = written.split("\\|", -1);
            String oblique = parts.length > 1 && !parts[1].isEmpty() ? parts[1] : parts[0];
            return new Name(parts[0], oblique, parts.length > 2 && parts[2].equals("f"));
        }
    }

    static Words read(String language) {
        Map<String, String> words = new HashMap<>();
        for (String file : new String[] {"sentences", "labels"}) {
            Properties properties = new Properties();
            String name = file + "_" + language + ".properties";
            try (InputStream in = Words.class.getResourceAsStream(name)) {
                if (in == null) {
                    throw new IllegalStateException(name + " is missing from the library");
                }
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
                properties.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(name, e);
            }
            properties.forEach((key, value) -> words.put((String) key, (String) value));
        }
        return new Words(words);
    }

    /** These words, and others where it has none. */
    Words with(Map<String, String> own) {
        Map<String, String> words = new HashMap<>(byKey);
        words.putAll(own);
        return new Words(words);
    }

    Set<String> sentenceKeys() {
        return byKey.keySet().stream()
                .filter(key -> !key.startsWith("field.") && !key.startsWith("relation.") && !key.startsWith("code."))
                .collect(Collectors.toUnmodifiableSet());
    }

    Set<String> keys() {
        return byKey.keySet();
    }

    @Nullable
    String find(String key) {
        return byKey.get(key);
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
            boolean filling = c == '{' && i + 2 < pattern.length() && pattern.charAt(i + 2) == '}';
            if (filling && pattern.charAt(i + 1) - '0' < arguments.length) {
                filled.append(arguments[pattern.charAt(i + 1) - '0']);
                i += 3;
            } else {
                filled.append(c);
                i++;
            }
        }
        return filled.toString();
    }

    /** Returns what a field is called: its host's label, ours, or its name taken apart. */
    Name field(Field<?, ?> field) {
        if (field instanceof Field.Path<?, ?> path) {
            Name name = field(path.hops().get(0));
            for (Field<?, ?> hop : path.hops().subList(1, path.hops().size())) {
                name = owned(name, field(hop));
            }
            return owned(name, field(path.target()));
        }
        String ours = label(field);
        return field.label()
                .map(label -> new Name(label, label, false))
                .orElseGet(() -> Name.of(ours == null ? singular(apart(field.name()), field.isMany()) : ours));
    }

    /** Returns what one fact, or several, of a relation are called. */
    Name relation(Relation<?, ?> relation, boolean one) {
        String ours = label(relation, one);
        return Name.of(ours == null ? singular(apart(relation.name()), one) : ours);
    }

    /** Returns our label of a field: of that subject, or of every subject that has a field of that name. */
    @Nullable
    String label(Field<?, ?> field) {
        String own = find("field." + field.subject().getSimpleName() + "." + field.name());
        return own == null ? find("field." + field.name()) : own;
    }

    /** Returns our label of a relation, as for fields. */
    @Nullable
    String label(Relation<?, ?> relation, boolean one) {
        String number = one ? ".one" : ".other";
        String own = find("relation." + relation.subject().getSimpleName() + "." + relation.name() + number);
        return own == null ? find("relation." + relation.name() + number) : own;
    }

    private Name owned(Name owner, Name owned) {
        String key = owned.feminine() ? "owned.feminine" : "owned";
        return new Name(
                fill(key, owner.oblique(), owned.text()),
                fill(owned.feminine() ? key : "owned.oblique", owner.oblique(), owned.oblique()),
                owned.feminine());
    }

    private static String singular(String several, boolean wanted) {
        if (!wanted || !several.endsWith("s") || several.endsWith("ss")) {
            return several;
        }
        int length = several.length();
        return several.endsWith("ies") ? several.substring(0, length - 3) + "y" : several.substring(0, length - 1);
    }

    /** Returns {@code lastSeenAt} as {@code last seen at}. */
    private static String apart(String name) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (i > 0 && Character.isUpperCase(c) && !Character.isUpperCase(name.charAt(i - 1))) {
                words.append(' ');
            }
            words.append(c == '_' ? ' ' : c);
        }
        return words.toString().toLowerCase(Locale.ROOT);
    }
}
