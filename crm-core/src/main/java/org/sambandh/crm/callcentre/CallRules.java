package org.sambandh.crm.callcentre;

import java.time.Duration;
import java.time.LocalTime;
import org.sambandh.crm.common.Invalid;

/**
 * How often, how soon again and at what hours the parties of a list are called.
 *
 * @param maxAttempts the most attempts at one party, 1 to 100; a promised call is made even beyond
 * @param minimumGap the least time between two attempts at one party, 0 to 366 days; a promised call is made sooner
 * @param lease how long an agent has an entry alone, 1 second to 1 day
 * @param from the earliest time of day at which a party is called, where the party is
 * @param until the time of day from which on no party is called, where the party is
 */
public record CallRules(int maxAttempts, Duration minimumGap, Duration lease, LocalTime from, LocalTime until) {

    /**
     * Five attempts, four hours apart; a lease of half an hour; nine in the morning to nine in the evening, the hours that India's
     * regulator left to commercial calls (TRAI, Telecom Commercial Communications Customer Preference Regulations, 2010).
     */
    public static final CallRules STANDARD =
            new CallRules(5, Duration.ofHours(4), Duration.ofMinutes(30), LocalTime.of(9, 0), LocalTime.of(21, 0));

    /**
     * Checks and copies what it is given.
     *
     * @param maxAttempts the most attempts at one party, 1 to 100; a promised call is made even beyond
     * @param minimumGap the least time between two attempts at one party, 0 to 366 days; a promised call is made sooner
     * @param lease how long an agent has an entry alone, 1 second to 1 day
     * @param from the earliest time of day at which a party is called, where the party is
     * @param until the time of day from which on no party is called, where the party is
     */
    public CallRules {
        if (maxAttempts < 1 || maxAttempts > 100) {
            throw new Invalid("callRules.maxAttempts", "1 to 100, found " + maxAttempts);
        }
        if (minimumGap.isNegative() || minimumGap.compareTo(Duration.ofDays(366)) > 0) {
            throw new Invalid("callRules.minimumGap", "0 to 366 days, found " + minimumGap);
        }
        if (lease.compareTo(Duration.ofSeconds(1)) < 0 || lease.compareTo(Duration.ofDays(1)) > 0) {
            throw new Invalid("callRules.lease", "1 second to 1 day, found " + lease);
        }
        if (!from.isBefore(until)) {
            throw new Invalid("callRules.until", "must lie after " + from + ", found " + until);
        }
    }

    /**
     * Returns these rules with other numbers of attempts.
     *
     * @param attempts the most attempts at one party
     * @param gap the least time between two of them
     * @return the rules
     */
    public CallRules attempts(int attempts, Duration gap) {
        return new CallRules(attempts, gap, lease, from, until);
    }

    /**
     * Returns these rules with another lease.
     *
     * @param time how long an agent has an entry alone
     * @return the rules
     */
    public CallRules lease(Duration time) {
        return new CallRules(maxAttempts, minimumGap, time, from, until);
    }

    /**
     * Returns these rules with other hours.
     *
     * @param first the earliest time of day
     * @param end the time of day from which on nobody is called
     * @return the rules
     */
    public CallRules hours(LocalTime first, LocalTime end) {
        return new CallRules(maxAttempts, minimumGap, lease, first, end);
    }
}
