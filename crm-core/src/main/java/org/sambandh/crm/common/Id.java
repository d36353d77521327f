package org.sambandh.crm.common;

/**
 * The identity of one entity: opaque text of 1 to 36 characters out of {@code 0-9 A-Z a-z _ -}, ordered as text.
 *
 * <p>Ids made by this library are UUIDs of version 7 (see {@link IdGenerator}). A host that has keys of its own maps
 * them to fixed-width text, so that the order of the text is the order of its keys. Every kind of entity has an id type
 * of its own, a record with this one component; its constructor calls {@link #check(String, String)}.
 */
public interface Id extends Comparable<Id> {

    /** The longest id, in characters. */
    int MAX_LENGTH = 36;

    /** {@return the text of this id} */
    String value();

    /** Compares the texts of the two ids, character by character. */
    @Override
    default int compareTo(Id other) {
        return value().compareTo(other.value());
    }

    /**
     * Returns {@code value} if it is a legal id.
     *
     * @param kind the name of the id type, for the message
     * @param value the text to check
     * @return {@code value}, unchanged
     * @throws Invalid if it is empty, longer than 36 characters or holds another character
     */
    static String check(String kind, String value) {
        boolean legal = !value.isEmpty() && value.length() <= MAX_LENGTH;
        for (int i = 0; legal && i < value.length(); i++) {
            char c = value.charAt(i);
            legal = isDigit(c) || isLetter(c) || c == '_' || c == '-';
        }
        if (!legal) {
            throw new Invalid(
                    kind,
                    "an id has 1 to 36 characters out of 0-9 A-Z a-z _ -, found " + value.length()
                            + " characters; map your key to such text");
        }
        return value;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }
}
