package org.sambandh.crm.exchange;

/** Is told of every row once its fate is certain, in the order of the file within a chunk. */
@FunctionalInterface
public interface RowListener {

    /** Is not interested. */
    RowListener NONE = (result, total) -> {};

    /**
     * A row was taken in or refused. What is thrown here ends the import; rows told of before stay.
     *
     * @param result what became of it
     * @param total how many rows the file has
     */
    void row(RowResult result, long total);
}
