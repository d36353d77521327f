package org.sambandh.crm.table;

/** The facts of one relation of the subjects of one chunk, one subject's behind another's and each by time. Immutable. */
final class FactRows {

    private final int[] offsets;
    private final Block block;

    /**
     * Facts of a block of subjects.
     *
     * @param offsets the place of each subject's first fact, and at the end the number of facts
     * @param block the facts
     */
    FactRows(int[] offsets, Block block) {
        this.offsets = offsets;
        this.block = block;
    }

    int[] offsets() {
        return offsets;
    }

    Block block() {
        return block;
    }

    int size() {
        return block.size();
    }

    long bytes() {
        return Sizes.OBJECT + Sizes.ofArray(offsets.length, Integer.BYTES) + block.bytes();
    }

    FactRows mixed(FactRows others, int[] from) {
        if (unchanged(others, from)) {
            return this;
        }
        int[] mixed = new int[from.length + 1];
        for (int i = 0; i < from.length; i++) {
            mixed[i + 1] = mixed[i] + (from[i] >= 0 ? length(from[i]) : others.length(~from[i]));
        }
        int[] places = new int[mixed[from.length]];
        for (int i = 0; i < from.length; i++) {
            int start = from[i] >= 0 ? offsets[from[i]] : others.offsets[~from[i]];
            for (int place = mixed[i]; place < mixed[i + 1]; place++) {
                int source = start + place - mixed[i];
                places[place] = from[i] >= 0 ? source : ~source;
            }
        }
        return new FactRows(mixed, block.mixed(others.block, places));
    }

    private int length(int subject) {
        return offsets[subject + 1] - offsets[subject];
    }

    private boolean unchanged(FactRows others, int[] from) {
        if (from.length != offsets.length - 1) {
            return false;
        }
        for (int subject = 0; subject < from.length; subject++) {
            if (from[subject] < 0 && !sameAs(subject, others, ~from[subject])) {
                return false;
            }
        }
        return true;
    }

    private boolean sameAs(int subject, FactRows others, int other) {
        if (length(subject) != others.length(other)) {
            return false;
        }
        for (int i = 0; i < length(subject); i++) {
            if (!block.sameAs(offsets[subject] + i, others.block, others.offsets[other] + i)) {
                return false;
            }
        }
        return true;
    }
}
