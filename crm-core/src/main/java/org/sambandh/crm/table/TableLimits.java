package org.sambandh.crm.table;

import org.sambandh.crm.common.Invalid;

/**
 * How large a table may become. What would pass a limit is refused with an {@link Invalid} that names the field or
 * relation; nothing of it is kept.
 *
 * @param rows the most subjects, deleted ones included
 * @param distinctValues the most different values of one column of texts, codes, references or currencies
 * @param facts the most related facts of one relation
 */
public record TableLimits(int rows, int distinctValues, long facts) {

    /** 20 million subjects, 250,000 different values of a column, 200 million facts of a relation. */
    public static final TableLimits DEFAULT = new TableLimits(20_000_000, 250_000, 200_000_000);

    private static final int MOST = 1_000_000_000;

    /**
     * Checks what it is given.
     *
     * @param rows the most subjects, deleted ones included
     * @param distinctValues the most different values of one column of texts, codes, references or currencies
     * @param facts the most related facts of one relation
     */
    public TableLimits {
        if (rows < 1 || rows > MOST || distinctValues < 1 || distinctValues > MOST || facts < 1) {
            throw new Invalid("tableLimits", "at least 1, rows and distinct values at most " + MOST);
        }
    }

    /**
     * Returns these limits with another number of subjects.
     *
     * @param most the most subjects
     * @return the limits
     */
    public TableLimits rows(int most) {
        return new TableLimits(most, distinctValues, facts);
    }

    /**
     * Returns these limits with another number of different values.
     *
     * @param most the most different values of a column
     * @return the limits
     */
    public TableLimits distinctValues(int most) {
        return new TableLimits(rows, most, facts);
    }

    /**
     * Returns these limits with another number of facts.
     *
     * @param most the most facts of a relation
     * @return the limits
     */
    public TableLimits facts(long most) {
        return new TableLimits(rows, distinctValues, most);
    }
}
