package org.sambandh.crm.settings;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.sambandh.crm.common.Invalid;

/**
 * How an amount of time is laid over intervals: the parts that are used, in the order in which they are used up, and
 * what found no room. Exact real time, down to the nanosecond.
 *
 * @param parts forward ascending, backward descending; none empty
 * @param left what did not fit; zero if everything did
 */
public record Schedule(List<Interval<Instant>> parts, Duration left) {

    /**
     * Copies the parts.
     *
     * @param parts forward ascending, backward descending; none empty
     * @param left what did not fit; zero if everything did
     * @throws Invalid if what is left is negative
     */
    public Schedule {
        parts = List.copyOf(parts);
        if (left.isNegative()) {
            throw new Invalid("schedule.left", "must not be negative, found " + left);
        }
    }

    /**
     * Uses up an amount of time from the earliest interval on.
     *
     * @param over where there is room
     * @param amount how much is needed; not negative
     * @return the used parts, ascending; the last one ends where the amount is used up
     * @throws Invalid if the amount is negative
     */
    public static Schedule forward(Intervals<Instant> over, Duration amount) {
        Duration left = notNegative(amount);
        List<Interval<Instant>> parts = new ArrayList<>();
        for (Interval<Instant> room : over.list()) {
            if (left.isZero()) {
                break;
            }
            Duration used = shorter(left, room);
            parts.add(new Interval<>(room.start(), room.start().plus(used)));
            left = left.minus(used);
        }
        return new Schedule(parts, left);
    }

    /**
     * Uses up an amount of time from the latest interval back.
     *
     * @param over where there is room
     * @param amount how much is needed; not negative
     * @return the used parts, descending; the last one starts where the amount is used up
     * @throws Invalid if the amount is negative
     */
    public static Schedule backward(Intervals<Instant> over, Duration amount) {
        Duration left = notNegative(amount);
        List<Interval<Instant>> parts = new ArrayList<>();
        List<Interval<Instant>> rooms = over.list();
        for (int i = rooms.size() - 1; i >= 0 && !left.isZero(); i--) {
            Interval<Instant> room = rooms.get(i);
            Duration used = shorter(left, room);
            parts.add(new Interval<>(room.end().minus(used), room.end()));
            left = left.minus(used);
        }
        return new Schedule(parts, left);
    }

    private static Duration shorter(Duration left, Interval<Instant> room) {
        Duration length = Duration.between(room.start(), room.end());
        return left.compareTo(length) < 0 ? left : length;
    }

    private static Duration notNegative(Duration amount) {
        if (amount.isNegative()) {
            throw new Invalid("amount", "must not be negative, found " + amount + "; plan backward instead");
        }
        return amount;
    }
}
