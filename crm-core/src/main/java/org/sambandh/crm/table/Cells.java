package org.sambandh.crm.table;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The values of one column in one block of rows, immutable. */
sealed interface Cells permits Cells.Longs, Cells.Coded, Cells.Amounts, Cells.Many {

    /** {@return the number of rows} */
    int size();

    long bytes();

    /**
     * Returns new cells: {@code from[i]} is a row of these where it is not negative, else the row {@code ~from[i]} of the
     * others, which are of the same column.
     */
    Cells mixed(Cells others, int[] from);

    /** {@return whether a row of these holds what a row of the others does} */
    boolean sameAs(int row, Cells others, int otherRow);

    /**
     * Numbers, days, instants and truths.
     *
     * @param forms their {@code long} forms
     * @param beyond the exact instants of rows whose form is that of the furthest instant that has one
     */
    record Longs(LongBlock forms, Map<Integer, Instant> beyond) implements Cells {

        static Longs of(long[] forms, Map<Integer, Instant> beyond) {
            return new Longs(LongBlock.of(forms), beyond.isEmpty() ? Map.of() : beyond);
        }

        @Override
        public int size() {
            return forms.size();
        }

        @Override
        public long bytes() {
            return Sizes.OBJECT + forms.bytes() + beyond.size() * 80L;
        }

        @Override
        public Cells mixed(Cells others, int[] from) {
            Longs that = (Longs) others;
            long[] mixed = new long[from.length];
            Map<Integer, Instant> far = new HashMap<>();
            for (int i = 0; i < from.length; i++) {
                Longs source = from[i] >= 0 ? this : that;
                int row = from[i] >= 0 ? from[i] : ~from[i];
                mixed[i] = source.forms.get(row);
                Instant exact = source.beyond.get(row);
                if (exact != null) {
                    far.put(i, exact);
                }
            }
            return of(mixed, far);
        }

        @Override
        public boolean sameAs(int row, Cells others, int otherRow) {
            Longs that = (Longs) others;
            return forms.get(row) == that.forms.get(otherRow)
                    && Objects.equals(beyond.get(row), that.beyond.get(otherRow));
        }
    }

    /**
     * Texts, codes and references.
     *
     * @param codes their places in the dictionary, 0 for a missing one
     */
    record Coded(Codes codes) implements Cells {

        @Override
        public int size() {
            return codes.size();
        }

        @Override
        public long bytes() {
            return Sizes.OBJECT + codes.bytes();
        }

        @Override
        public Cells mixed(Cells others, int[] from) {
            return new Coded(mixed(codes, ((Coded) others).codes, from));
        }

        static Codes mixed(Codes these, Codes those, int[] from) {
            int[] mixed = new int[from.length];
            for (int i = 0; i < from.length; i++) {
                mixed[i] = from[i] >= 0 ? these.get(from[i]) : those.get(~from[i]);
            }
            return Codes.of(mixed);
        }

        @Override
        public boolean sameAs(int row, Cells others, int otherRow) {
            return codes.get(row) == ((Coded) others).codes.get(otherRow);
        }
    }

    /**
     * Money.
     *
     * @param currencies the places of the currencies in the dictionary, 0 for a missing amount
     * @param minor the amounts in the smallest unit of their currency
     */
    record Amounts(Codes currencies, LongBlock minor) implements Cells {

        @Override
        public int size() {
            return currencies.size();
        }

        @Override
        public long bytes() {
            return Sizes.OBJECT + currencies.bytes() + minor.bytes();
        }

        @Override
        public Cells mixed(Cells others, int[] from) {
            Amounts that = (Amounts) others;
            long[] mixed = new long[from.length];
            for (int i = 0; i < from.length; i++) {
                mixed[i] = from[i] >= 0 ? minor.get(from[i]) : that.minor.get(~from[i]);
            }
            return new Amounts(Coded.mixed(currencies, that.currencies, from), LongBlock.of(mixed));
        }

        @Override
        public boolean sameAs(int row, Cells others, int otherRow) {
            Amounts that = (Amounts) others;
            return currencies.get(row) == that.currencies.get(otherRow) && minor.get(row) == that.minor.get(otherRow);
        }
    }

    /**
     * Any number of values for each row.
     *
     * @param ends the place behind the last element of each row; the first row begins at 0
     * @param elements the elements, row by row
     */
    record Many(Codes ends, Cells elements) implements Cells {

        @Override
        public int size() {
            return ends.size();
        }

        @Override
        public long bytes() {
            return Sizes.OBJECT + ends.bytes() + elements.bytes();
        }

        int start(int row) {
            return row == 0 ? 0 : ends.get(row - 1);
        }

        int end(int row) {
            return ends.get(row);
        }

        @Override
        public Cells mixed(Cells others, int[] from) {
            Many that = (Many) others;
            int[] mixed = new int[from.length];
            int total = 0;
            for (int i = 0; i < from.length; i++) {
                Many source = from[i] >= 0 ? this : that;
                int row = from[i] >= 0 ? from[i] : ~from[i];
                total += source.end(row) - source.start(row);
                mixed[i] = total;
            }
            return new Many(Codes.of(mixed), elements.mixed(that.elements, elementsFrom(that, from, total)));
        }

        private int[] elementsFrom(Many that, int[] from, int total) {
            int[] places = new int[total];
            int place = 0;
            for (int source : from) {
                int row = source >= 0 ? source : ~source;
                Many holder = source >= 0 ? this : that;
                for (int element = holder.start(row); element < holder.end(row); element++) {
                    places[place++] = source >= 0 ? element : ~element;
                }
            }
            return places;
        }

        @Override
        public boolean sameAs(int row, Cells others, int otherRow) {
            Many that = (Many) others;
            int length = end(row) - start(row);
            if (length != that.end(otherRow) - that.start(otherRow)) {
                return false;
            }
            for (int i = 0; i < length; i++) {
                if (!elements.sameAs(start(row) + i, that.elements, that.start(otherRow) + i)) {
                    return false;
                }
            }
            return true;
        }
    }
}
