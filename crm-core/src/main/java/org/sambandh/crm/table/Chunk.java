package org.sambandh.crm.table;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some of the rows of a table: as many as a selection looks at in one go. Immutable. */
final class Chunk {

    /** The rows of every chunk but the last: small enough for the nearest cache, a multiple of 64. */
    static final int ROWS = 2_048;

    private static final int[] EVERY = new int[ROWS];

    static {
        for (int i = 0; i < ROWS; i++) {
            EVERY[i] = i;
        }
    }

    private final IdBlock ids;
    private final Block block;
    private final long @Nullable [] deleted;

    Chunk(IdBlock ids, Block block, long @Nullable [] deleted) {
        this.ids = ids;
        this.block = block;
        this.deleted = deleted;
    }

    int size() {
        return block.size();
    }

    Block block() {
        return block;
    }

    String id(int row) {
        return ids.get(row);
    }

    boolean isDeleted(int row) {
        return deleted != null && (deleted[row >>> 6] >>> row & 1) == 1;
    }

    /** Writes the rows that are not deleted, and returns how many. */
    int rows(int[] target) {
        if (deleted == null) {
            System.arraycopy(EVERY, 0, target, 0, size());
            return size();
        }
        int kept = 0;
        for (int row = 0; row < size(); row++) {
            target[kept] = row;
            kept += isDeleted(row) ? 0 : 1;
        }
        return kept;
    }

    /** Sets the totals of deleted rows to 0. */
    void clearDeleted(long[] totals, int first) {
        for (int row = 0; deleted != null && row < size(); row++) {
            if (isDeleted(row)) {
                totals[first + row] = 0;
            }
        }
    }

    long bytes() {
        return Sizes.OBJECT
                + ids.bytes()
                + block.bytes()
                + (deleted == null ? 0 : Sizes.ofArray(deleted.length, Long.BYTES));
    }

    /** {@return this chunk with other rows: {@code from} as {@link Block#mixed} takes it. Rows that are mixed in are not deleted} */
    Chunk mixed(Chunk others, int[] from) {
        List<String> mixed = new ArrayList<>(from.length);
        boolean sameIds = from.length == size();
        if (!sameIds) {
            for (int source : from) {
                mixed.add(source >= 0 ? ids.get(source) : others.ids.get(~source));
            }
        }
        return new Chunk(sameIds ? ids : IdBlock.of(mixed), block.mixed(others.block, from), stillDeleted(from));
    }

    private long @Nullable [] stillDeleted(int[] from) {
        if (deleted == null) {
            return null;
        }
        long[] still = new long[ROWS / 64];
        boolean any = false;
        for (int row = 0; row < from.length; row++) {
            if (from[row] >= 0 && isDeleted(from[row])) {
                still[row >>> 6] |= 1L << row;
                any = true;
            }
        }
        return any ? still : null;
    }

    /** {@return this chunk without a row} */
    Chunk without(int row) {
        long[] fewer = deleted == null ? new long[ROWS / 64] : deleted.clone();
        fewer[row >>> 6] |= 1L << row;
        return new Chunk(ids, block, fewer);
    }
}
