package org.sambandh.crm.exchange;

/** What became of one row. */
public sealed interface RowResult permits RowResult.Written, RowResult.Rejected {

    /** {@return where the row begins in the file, from 1} */
    long line();

    /** What happened to the record of a row. */
    enum Outcome {
        /** It was not known and is stored now. */
        CREATED,
        /** It was known with other content and is changed now. */
        UPDATED,
        /** It was known with this content: nothing was written. */
        UNCHANGED
    }

    /**
     * The row was taken in.
     *
     * @param line where it begins
     * @param outcome what happened to its record
     */
    record Written(long line, Outcome outcome) implements RowResult {}

    /**
     * The row was refused; nothing of it was written.
     *
     * @param issue where and why
     */
    record Rejected(RowIssue issue) implements RowResult {

        @Override
        public long line() {
            return issue.line();
        }
    }
}
