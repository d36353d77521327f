package org.sambandh.crm.table;

import java.util.ArrayList;
import java.util.List;

/** Some rows: a cell for each in every column, and the related facts of each. Immutable. */
final class Block {

    private final int size;
    private final List<Cells> columns;
    private final List<FactRows> facts;

    Block(int size, List<Cells> columns, List<FactRows> facts) {
        this.size = size;
        this.columns = List.copyOf(columns);
        this.facts = List.copyOf(facts);
    }

    int size() {
        return size;
    }

    Cells column(int place) {
        return columns.get(place);
    }

    FactRows facts(int place) {
        return facts.get(place);
    }

    long bytes() {
        long bytes = 2L * Sizes.OBJECT + (long) Sizes.REFERENCE * (columns.size() + facts.size());
        for (Cells cells : columns) {
            bytes += cells.bytes();
        }
        for (FactRows rows : facts) {
            bytes += rows.bytes();
        }
        return bytes;
    }

    /** {@return new rows: {@code from[i]} is one of these where it is not negative, else the row {@code ~from[i]} of others} */
    Block mixed(Block others, int[] from) {
        List<Cells> mixed = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            Cells these = columns.get(i);
            Cells those = others.columns.get(i);
            mixed.add(unchanged(these, those, from) ? these : these.mixed(those, from));
        }
        List<FactRows> related = new ArrayList<>(facts.size());
        for (int i = 0; i < facts.size(); i++) {
            related.add(facts.get(i).mixed(others.facts.get(i), from));
        }
        return new Block(from.length, mixed, related);
    }

    private boolean unchanged(Cells these, Cells those, int[] from) {
        if (from.length != size) {
            return false;
        }
        for (int row = 0; row < from.length; row++) {
            if (from[row] < 0 && !these.sameAs(row, those, ~from[row])) {
                return false;
            }
        }
        return true;
    }

    /** {@return whether a row of these holds in every column what a row of the others does} */
    boolean sameAs(int row, Block others, int otherRow) {
        for (int i = 0; i < columns.size(); i++) {
            if (!columns.get(i).sameAs(row, others.columns.get(i), otherRow)) {
                return false;
            }
        }
        return true;
    }
}
