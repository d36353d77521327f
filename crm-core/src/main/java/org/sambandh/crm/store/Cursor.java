package org.sambandh.crm.store;

import org.sambandh.crm.common.Invalid;

/**
 * Where a page ended: opaque text that a host may hand to its client and take back. Holds the moment of the first page
 * and a digest of condition and order, so that it fits no other query. It may hold the value the rows are sorted by.
 *
 * @param value at most 4,000 characters out of {@code 0-9 A-Z a-z _ -}
 */
public record Cursor(String value) {

    private static final int MAX_LENGTH = 4_000;

    /**
     * Checks and copies what it is given.
     *
     * @param value at most 4,000 characters out of {@code 0-9 A-Z a-z _ -}
     */
    public Cursor {
        boolean legal = !value.isEmpty() && value.length() <= MAX_LENGTH;
        if (!legal || !value.chars().allMatch(c -> c == '_' || c == '-' || (c < 128 && Character.isLetterOrDigit(c)))) {
            throw new Invalid("cursor", "not a cursor of this library; begin again without one");
        }
    }

    /** {@return nothing of the text: it may hold a name} */
    @Override
    public String toString() {
        return "Cursor[" + value.length() + " characters]";
    }
}
