package org.sambandh.crm.table;

import java.util.Arrays;
import org.sambandh.crm.field.FieldType;

/** Every form of each group, sorted at the end: for quantiles and for counting different values. */
final class Collected {

    private long[] forms = new long[1_024];
    private int[] groupOf = new int[1_024];
    private int size;
    private long[] sorted = new long[0];
    private int[] starts = new int[0];

    void add(long[] column, int[] rows, int count, int[] groups) {
        if (size + count > forms.length) {
            int length = Math.max(size + count, 2 * forms.length);
            forms = Arrays.copyOf(forms, length);
            groupOf = Arrays.copyOf(groupOf, length);
        }
        for (int i = 0; i < count; i++) {
            long form = column[rows[i]];
            forms[size] = form;
            groupOf[size] = groups[i];
            size += form == FieldType.MISSING ? 0 : 1;
        }
    }

    void sort(int groups) {
        starts = new int[groups + 1];
        for (int i = 0; i < size; i++) {
            starts[groupOf[i] + 1]++;
        }
        for (int group = 0; group < groups; group++) {
            starts[group + 1] += starts[group];
        }
        int[] next = Arrays.copyOf(starts, groups);
        sorted = new long[size];
        for (int i = 0; i < size; i++) {
            sorted[next[groupOf[i]]++] = forms[i];
        }
        for (int group = 0; group < groups; group++) {
            Arrays.sort(sorted, starts[group], starts[group + 1]);
        }
        forms = new long[0];
        groupOf = new int[0];
    }

    int count(int group) {
        return starts[group + 1] - starts[group];
    }

    /** {@return the form of a rank from 0 on} */
    long ranked(int group, int rank) {
        return sorted[starts[group] + rank];
    }

    long distinct(int group) {
        long different = 0;
        for (int i = starts[group]; i < starts[group + 1]; i++) {
            different += i == starts[group] || sorted[i] != sorted[i - 1] ? 1 : 0;
        }
        return different;
    }
}
