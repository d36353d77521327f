package org.sambandh.crm.prediction;

import java.util.HashMap;
import java.util.Map;

/** An encoding, ready to look up in which cell a value is. */
final class CellFinder {

    private final Encoding encoding;
    private final double[] edges;
    private final Map<String, Integer> levels = new HashMap<>();

    CellFinder(Encoding encoding) {
        this.encoding = encoding;
        this.edges = encoding.edges().stream().mapToDouble(Number::doubleValue).toArray();
        for (int i = 0; i < encoding.levels().size(); i++) {
            levels.put(encoding.levels().get(i), i);
        }
    }

    Encoding encoding() {
        return encoding;
    }

    int level(String text) {
        return levels.getOrDefault(text, encoding.other());
    }

    /** How many edges are not above the value. */
    int range(double value) {
        int from = 0;
        int to = edges.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (edges[middle] <= value) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
