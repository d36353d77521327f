package org.sambandh.crm.customer;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Text;

/**
 * A name as somebody writes it. The written form is the truth and is never put together from parts; parts are there
 * where they are known. One word is a full name (a mononym). Names of organisations and households have the written
 * form only.
 *
 * @param written the whole name, 1 to 200 code points, NFC
 * @param given given name, or null
 * @param middle middle name or father's name, or null
 * @param family family name, or null
 * @param honorific what stands before or behind it: {@code Shri}, {@code Dr.}; or null
 * @param script ISO 15924 code of the writing, for example {@code Deva}, or null
 * @param language BCP 47 tag, for example {@code hi}, or null
 */
public record PersonName(
        String written,
        @Nullable String given,
        @Nullable String middle,
        @Nullable String family,
        @Nullable String honorific,
        @Nullable String script,
        @Nullable String language) {

    /** The longest written form, in code points. */
    public static final int MAX_LENGTH = 200;

    /**
     * Checks and copies what it is given.
     *
     * @param written the whole name, 1 to 200 code points, NFC
     * @param given given name, or null
     * @param middle middle name or father's name, or null
     * @param family family name, or null
     * @param honorific what stands before or behind it: {@code Shri}, {@code Dr.}; or null
     * @param script ISO 15924 code of the writing, for example {@code Deva}, or null
     * @param language BCP 47 tag, for example {@code hi}, or null
     */
    public PersonName {
        written = Text.required("name", written, MAX_LENGTH);
        given = part("name.given", given);
        middle = part("name.middle", middle);
        family = part("name.family", family);
        honorific = part("name.honorific", honorific);
        script = part("name.script", script);
        language = part("name.language", language);
    }

    private static @Nullable String part(String path, @Nullable String value) {
        String text = Text.orMissing(path, value);
        return text == null ? null : Text.required(path, text, MAX_LENGTH);
    }

    /**
     * Returns a name as written.
     *
     * @param written the whole name
     * @return the name, without parts
     * @throws org.sambandh.crm.common.Invalid if it is blank or longer than 200 code points
     */
    public static PersonName of(String written) {
        return new PersonName(written, null, null, null, null, null, null);
    }

    /**
     * Returns this name with its parts.
     *
     * @param givenName the given name, or null
     * @param familyName the family name, or null
     * @return a changed copy; the written form stays
     */
    public PersonName parts(@Nullable String givenName, @Nullable String familyName) {
        return new PersonName(written, givenName, middle, familyName, honorific, script, language);
    }

    /**
     * Returns this name with an honorific.
     *
     * @param title the honorific, or null
     * @return a changed copy; the written form stays
     */
    public PersonName honorific(@Nullable String title) {
        return new PersonName(written, given, middle, family, title, script, language);
    }

    /**
     * Returns this name with script and language.
     *
     * @param scriptCode ISO 15924, or null
     * @param locale the language, or null
     * @return a changed copy; the written form stays
     */
    public PersonName in(@Nullable String scriptCode, @Nullable Locale locale) {
        return new PersonName(
                written, given, middle, family, honorific, scriptCode, locale == null ? null : locale.toLanguageTag());
    }

    /** {@return the key by which names are compared} */
    public NameKey key() {
        return NameKey.of(written);
    }

    /** {@return nothing of the name} */
    @Override
    public String toString() {
        return "PersonName";
    }
}
