package org.sambandh.crm.table;

/** A test of the values of one column, made ready for one moment. */
interface CellTest {

    /** Keeps rows as {@link Filter#keep} does. */
    int keep(Cells cells, int[] in, int count, int[] out, Scratch scratch);

    /** {@return roughly what a row costs, in comparisons} */
    double cost();

    /**
     * A test of the column at a place.
     *
     * @param place the place
     * @param test the test
     */
    record OfColumn(int place, CellTest test) implements Filter {

        @Override
        public int keep(Block block, int[] in, int count, int[] out, Scratch scratch) {
            return test.keep(block.column(place), in, count, out, scratch);
        }

        @Override
        public double cost() {
            return test.cost();
        }
    }
}
