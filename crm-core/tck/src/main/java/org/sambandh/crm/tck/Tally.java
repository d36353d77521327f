package org.sambandh.crm.tck;

import java.util.Map;
import java.util.TreeMap;

/** How much was compared. A pair of a condition and a subject counts once, however many ways of running it were asked. */
final class Tally {

    private final Map<String, Long> comparisons = new TreeMap<>();
    private long conditions;
    private long pairs;
    private long matches;
    private long telling;

    void condition(int rows, int matching) {
        conditions++;
        pairs += rows;
        matches += matching;
        telling += matching > 0 && matching < rows ? 1 : 0;
    }

    void compared(String way, int rows) {
        comparisons.merge(way, (long) rows, Long::sum);
    }

    void add(Tally other) {
        conditions += other.conditions;
        pairs += other.pairs;
        matches += other.matches;
        telling += other.telling;
        other.comparisons.forEach((way, count) -> comparisons.merge(way, count, Long::sum));
    }

    long conditions() {
        return conditions;
    }

    long pairs() {
        return pairs;
    }

    long comparisons() {
        return comparisons.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Conditions that hold of some rows and not of others: the rest show little. */
    long telling() {
        return telling;
    }

    /** For the build's output. */
    String line(String of) {
        StringBuilder ways = new StringBuilder();
        comparisons.forEach((way, count) ->
                ways.append(ways.isEmpty() ? "" : ", ").append(way).append(String.format(" %,d", count)));
        return String.format(
                "parity of %s: %,d pairs, %,d comparisons (%s), %,d conditions, %,d told rows apart, %,d pairs matched",
                of, pairs, comparisons(), ways, conditions, telling, matches);
    }
}
