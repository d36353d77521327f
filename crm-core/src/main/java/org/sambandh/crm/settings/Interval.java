package org.sambandh.crm.settings;

import org.sambandh.crm.common.Invalid;

/**
 * From a start up to, but without, an end: half open. An interval whose end is its start holds nothing.
 *
 * @param <T> what is ordered: instants, local date-times, numbers
 * @param start the first value inside
 * @param end the first value behind; not before the start
 */
public record Interval<T extends Comparable<? super T>>(T start, T end) {

    /**
     * Checks the order.
     *
     * @param start the first value inside
     * @param end the first value behind; not before the start
     * @throws Invalid if the end lies before the start
     */
    public Interval {
        if (end.compareTo(start) < 0) {
            throw new Invalid("interval", "the end must not lie before the start, found " + start + " to " + end);
        }
    }

    /**
     * Returns whether nothing lies inside.
     *
     * @return true if the end is the start
     */
    public boolean isEmpty() {
        return start.compareTo(end) == 0;
    }

    /**
     * Returns whether a value lies inside.
     *
     * @param value the value
     * @return true from the start on, false at the end
     */
    public boolean contains(T value) {
        return start.compareTo(value) <= 0 && value.compareTo(end) < 0;
    }

    /** Returns {@code [start, end)}. */
    @Override
    public String toString() {
        return "[" + start + ", " + end + ")";
    }
}
