package org.sambandh.crm.exchange;

import org.jspecify.annotations.Nullable;

/**
 * Why a row, or what it says about another record, was not written.
 *
 * @param line where the row begins in the file, from 1
 * @param column the column, or empty where it is the whole row
 * @param reason what was expected; holds nothing of the row
 * @param found the text that was found, which may be personal; null where there is none
 */
public record RowIssue(
        long line, String column, String reason, @Nullable String found) {

    /** {@return line, column and reason; not what was found} */
    @Override
    public String toString() {
        return "line " + line + (column.isEmpty() ? "" : ", " + column) + ": " + reason;
    }
}
