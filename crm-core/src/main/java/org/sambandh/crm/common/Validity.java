package org.sambandh.crm.common;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The days on which something holds: from one day on, up to but not including another, so that periods that follow each
 * other share a date and no day. Days are those of the tenant's zone.
 *
 * @param from the first day; null if it always held
 * @param until the first day on which it no longer holds; null if it has no end
 */
public record Validity(@Nullable LocalDate from, @Nullable LocalDate until) {

    /** Without beginning and end. */
    public static final Validity ALWAYS = new Validity(null, null);

    /**
     * Checks and copies what it is given.
     *
     * @param from the first day; null if it always held
     * @param until the first day on which it no longer holds; null if it has no end
     */
    public Validity {
        if (from != null && until != null && !from.isBefore(until)) {
            throw new Invalid("validity.until", "must lie after the first day " + from + ", found " + until);
        }
    }

    /**
     * Returns the days from one on.
     *
     * @param day the first day
     * @return without end
     */
    public static Validity from(LocalDate day) {
        return new Validity(day, null);
    }

    /**
     * Returns the days before one.
     *
     * @param day the first day on which it no longer holds
     * @return without beginning
     */
    public static Validity until(LocalDate day) {
        return new Validity(null, day);
    }

    /**
     * Returns the days between two.
     *
     * @param from the first day
     * @param until the first day on which it no longer holds
     * @return the days
     * @throws Invalid if there is no day between them
     */
    public static Validity between(LocalDate from, LocalDate until) {
        return new Validity(from, until);
    }

    /**
     * Returns whether it holds on a day.
     *
     * @param day the day
     * @return true from the first day on, false from the end on
     */
    public boolean holdsOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
    }

    /**
     * Returns the days on which both hold.
     *
     * @param other other days
     * @return the days they share, or nothing
     */
    public Optional<Validity> and(Validity other) {
        LocalDate first = from == null || (other.from != null && other.from.isAfter(from)) ? other.from : from;
        LocalDate end = until == null || (other.until != null && other.until.isBefore(until)) ? other.until : until;
        boolean shared = first == null || end == null || first.isBefore(end);
        return shared ? Optional.of(new Validity(first, end)) : Optional.empty();
    }

    /**
     * Returns these days, ended at a day unless they end before it.
     *
     * @param day the first day on which it no longer holds
     * @return the remaining days
     * @throws Invalid if none remain
     */
    public Validity endedOn(LocalDate day) {
        return until != null && !day.isBefore(until) ? this : new Validity(from, day);
    }
}
