package org.sambandh.crm.condition;

import java.util.Locale;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;

/** What fields and codes are called, in English or Hindi: the words that {@link Condition#describe} uses. */
public final class Labels {

    private Labels() {}

    /**
     * Returns what a field is called: the words a host gave it, ours, or its name taken apart.
     *
     * @param field any field; of a path, its references are named too
     * @param locale English or Hindi; any other language is answered in English
     * @return the words, beginning with a small letter where the language has them
     */
    public static String field(Field<?, ?> field, Locale locale) {
        return Sentences.of(locale).words().field(field).text();
    }

    /**
     * Returns what a value of a closed list of codes is called.
     *
     * @param type a type with {@link FieldType#codes}
     * @param code one of the codes
     * @param locale English or Hindi; any other language is answered in English
     * @return the words; of a code without any, its own in small letters
     */
    public static String code(FieldType<?> type, String code, Locale locale) {
        return new ValueWords(Sentences.of(locale).words()).code(code, type.valueClass());
    }

    /**
     * Returns what a truth is called.
     *
     * @param value true or false
     * @param locale English or Hindi; any other language is answered in English
     * @return {@code yes} or {@code no}, or as the language says it
     */
    public static String truth(boolean value, Locale locale) {
        return Sentences.of(locale).words().get("boolean." + value);
    }
}
