package org.sambandh.crm.settings;

import java.util.Arrays;

/**
 * Half-open spans of microseconds, written flat: start, end, start, end. Spans are in order, apart from each other and not
 * empty, but for what {@link #merge} is given. The fast inside of a working calendar; everybody else uses Intervals.
 */
final class Spans {

    private Spans() {}

    /** Brings pairs of any order into shape; a pair whose end does not lie behind its start vanishes. */
    static long[] merge(long[] pairs) {
        if (isInShape(pairs)) {
            return pairs;
        }
        long[][] sorted = new long[pairs.length / 2][];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = new long[] {pairs[2 * i], pairs[2 * i + 1]};
        }
        Arrays.sort(sorted, (a, b) -> Long.compare(a[0], b[0]));
        long[] merged = new long[pairs.length];
        int size = 0;
        for (long[] span : sorted) {
            if (span[1] <= span[0]) {
                continue;
            }
            if (size > 0 && span[0] <= merged[size - 1]) {
                merged[size - 1] = Math.max(merged[size - 1], span[1]);
            } else {
                merged[size++] = span[0];
                merged[size++] = span[1];
            }
        }
        return Arrays.copyOf(merged, size);
    }

    static long[] union(long[] a, long[] b) {
        long[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return merge(both);
    }

    static long[] minus(long[] a, long[] b) {
        long[] left = new long[a.length + b.length];
        int size = 0;
        int j = 0;
        for (int i = 0; i < a.length; i += 2) {
            long from = a[i];
            while (j < b.length && b[j + 1] <= from) {
                j += 2;
            }
            for (int k = j; k < b.length && b[k] < a[i + 1]; k += 2) {
                if (b[k] > from) {
                    left[size++] = from;
                    left[size++] = b[k];
                }
                from = Math.max(from, b[k + 1]);
            }
            if (from < a[i + 1]) {
                left[size++] = from;
                left[size++] = a[i + 1];
            }
        }
        return Arrays.copyOf(left, size);
    }

    /** Returns what lies in [from, to), which is nothing unless from lies before to. */
    static long[] within(long[] spans, long from, long to) {
        int first = firstEndingAfter(spans, from);
        int end = first;
        while (end < spans.length && spans[end] < to) {
            end += 2;
        }
        if (first == end || from >= to) {
            return new long[0];
        }
        long[] inside = Arrays.copyOfRange(spans, first, end);
        inside[0] = Math.max(inside[0], from);
        inside[inside.length - 1] = Math.min(inside[inside.length - 1], to);
        return inside;
    }

    static long length(long[] spans) {
        return lengthBefore(spans, Long.MAX_VALUE);
    }

    static long lengthBefore(long[] spans, long end) {
        long length = 0;
        for (int i = 0; i < spans.length && spans[i] < end; i += 2) {
            length += Math.min(spans[i + 1], end) - spans[i];
        }
        return length;
    }

    private static int firstEndingAfter(long[] spans, long value) {
        int low = 0;
        int high = spans.length / 2;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (spans[2 * middle + 1] <= value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return 2 * low;
    }

    private static boolean isInShape(long[] pairs) {
        for (int i = 1; i < pairs.length; i++) {
            if (pairs[i] <= pairs[i - 1]) {
                return false;
            }
        }
        return true;
    }
}
