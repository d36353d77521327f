package org.sambandh.crm.table;

/** A condition made ready for one moment: shrinks a sorted list of row numbers to those that pass. For one thread. */
interface Filter {

    /** Everything passes. */
    Filter ALL = new Filter() {
        @Override
        public int keep(Block block, int[] in, int count, int[] out, Scratch scratch) {
            return Codes.all(in, count, out);
        }

        @Override
        public double cost() {
            return 0.1;
        }
    };

    /**
     * Keeps the rows that pass.
     *
     * @param block the rows
     * @param in their numbers, ascending
     * @param count how many
     * @param out where the numbers that pass go, in order; may be {@code in}
     * @param scratch lists for the time being
     * @return how many pass
     */
    int keep(Block block, int[] in, int count, int[] out, Scratch scratch);

    /** {@return roughly what a row costs, in comparisons} */
    double cost();
}
