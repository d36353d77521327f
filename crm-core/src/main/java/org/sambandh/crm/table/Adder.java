package org.sambandh.crm.table;

/** Adds amounts to the totals of the rows of a block, deleted ones too. For one thread. */
interface Adder {

    /**
     * Adds what each row gets.
     *
     * @param block the rows
     * @param totals of all rows of the state
     * @param first the place of the total of the first row of the block
     * @param scratch lists for the time being
     */
    void add(Block block, long[] totals, int first, Scratch scratch);

    /**
     * One amount, by any condition.
     *
     * @param filter who gets it
     * @param amount how much
     */
    record OfFilter(Filter filter, long amount) implements Adder {

        @Override
        public void add(Block block, long[] totals, int first, Scratch scratch) {
            int[] rows = scratch.take(block.size());
            for (int row = 0; row < block.size(); row++) {
                rows[row] = row;
            }
            int kept = filter.keep(block, rows, block.size(), rows, scratch);
            for (int i = 0; i < kept; i++) {
                totals[first + rows[i]] += amount;
            }
            scratch.give(rows);
        }
    }
}
