package org.sambandh.crm.settings;

import com.google.common.collect.ImmutableRangeSet;
import com.google.common.collect.Iterables;
import com.google.common.collect.Range;
import java.util.Collection;
import java.util.List;

/**
 * A set of values written as half-open intervals: ascending, apart from each other, none empty. Overlapping and touching
 * intervals are one. Immutable; two are equal when they hold the same values. Each operation takes time proportional to
 * n log n of the intervals in it.
 *
 * @param <T> what is ordered: instants, local date-times, numbers
 */
public final class Intervals<T extends Comparable<? super T>> {

    private final ImmutableRangeSet<T> ranges;

    private Intervals(ImmutableRangeSet<T> ranges) {
        this.ranges = ranges;
    }

    /**
     * Returns nothing.
     *
     * @param <T> what is ordered
     * @return no intervals
     */
    public static <T extends Comparable<? super T>> Intervals<T> none() {
        return new Intervals<>(ImmutableRangeSet.of());
    }

    /**
     * Returns everything that lies in at least one of the intervals.
     *
     * @param <T> what is ordered
     * @param intervals in any order; they may overlap, touch or be empty
     * @return their union
     */
    public static <T extends Comparable<? super T>> Intervals<T> of(Collection<Interval<T>> intervals) {
        return new Intervals<>(ImmutableRangeSet.unionOf(intervals.stream()
                .filter(interval -> !interval.isEmpty())
                .map(interval -> Range.closedOpen(interval.start(), interval.end()))
                .toList()));
    }

    /**
     * Returns one interval.
     *
     * @param <T> what is ordered
     * @param start the first value inside
     * @param end the first value behind
     * @return nothing if the end is the start
     * @throws org.sambandh.crm.common.Invalid if the end lies before the start
     */
    public static <T extends Comparable<? super T>> Intervals<T> between(T start, T end) {
        return of(List.of(new Interval<>(start, end)));
    }

    /**
     * Returns what lies in this or in the other.
     *
     * @param other other intervals
     * @return the union
     */
    public Intervals<T> union(Intervals<T> other) {
        return new Intervals<>(ImmutableRangeSet.unionOf(Iterables.concat(ranges.asRanges(), other.ranges.asRanges())));
    }

    /**
     * Returns what lies in both.
     *
     * @param other other intervals
     * @return the intersection
     */
    public Intervals<T> intersection(Intervals<T> other) {
        return new Intervals<>(ranges.intersection(other.ranges));
    }

    /**
     * Returns what lies in this and not in the other.
     *
     * @param other other intervals
     * @return the difference
     */
    public Intervals<T> difference(Intervals<T> other) {
        return new Intervals<>(ranges.difference(other.ranges));
    }

    /**
     * Returns whether a value lies inside.
     *
     * @param value the value
     * @return true at the start of an interval, false at its end
     */
    public boolean contains(T value) {
        return ranges.contains(value);
    }

    /**
     * Returns whether nothing lies inside.
     *
     * @return true for no intervals
     */
    public boolean isEmpty() {
        return ranges.isEmpty();
    }

    /**
     * Returns the intervals.
     *
     * @return ascending, apart from each other, none empty
     */
    public List<Interval<T>> list() {
        return ranges.asRanges().stream()
                .map(range -> new Interval<>(range.lowerEndpoint(), range.upperEndpoint()))
                .toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Intervals<?> intervals && ranges.equals(intervals.ranges);
    }

    @Override
    public int hashCode() {
        return ranges.hashCode();
    }

    /** Returns the intervals in their order. */
    @Override
    public String toString() {
        return list().toString();
    }
}
