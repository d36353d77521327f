package org.sambandh.crm.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Moment;
import org.sambandh.crm.condition.Verdict;

/**
 * How the points of a fact fade with its age. They fade in whole steps, so that a score is constant between two
 * instants that are known beforehand.
 *
 * @param kind the form of the curve
 * @param amount for {@link Kind#HALF_LIFE} whole days, 1 to 36,500; for {@link Kind#LINEAR} the percentage of the
 *     original points lost each month, more than 0, at most 1,000; from 100 on nothing is left after a month
 */
public record Decay(Kind kind, BigDecimal amount) {

    /** The forms. */
    public enum Kind {
        /** Factor {@code 2^(-d / amount)}, where d are the whole days of 24 hours since the fact. */
        HALF_LIFE,
        /**
         * Factor {@code max(0, 1 - amount/100 * m)}, where m are the whole calendar months since the fact in the zone of
         * the moment: the largest m for which the fact's local time plus m months, moved to the last day of a shorter
         * month, is not later than the moment.
         */
        LINEAR
    }

    /** Decimals of a factor. After forty half-lives nothing is left. */
    static final int FACTOR_SCALE = 12;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal MOST_PERCENT = BigDecimal.valueOf(1_000);
    private static final BigDecimal MOST_DAYS = BigDecimal.valueOf(36_500);

    /**
     * Checks and copies what it is given.
     *
     * @param kind the form of the curve
     * @param amount for {@link Kind#HALF_LIFE} whole days, 1 to 36,500; for {@link Kind#LINEAR} the percentage of the
     *     original points lost each month, more than 0, at most 1,000; from 100 on nothing is left after a month
     */
    public Decay {
        amount = Points.plain(amount);
        if (kind == Kind.HALF_LIFE) {
            if (amount.scale() > 0 || amount.signum() <= 0 || amount.compareTo(MOST_DAYS) > 0) {
                throw new Invalid("decay.halfLife", "whole days, 1 to 36,500, found " + amount.toPlainString());
            }
        } else if (amount.signum() <= 0 || amount.compareTo(MOST_PERCENT) > 0 || amount.scale() > 6) {
            throw new Invalid(
                    "decay.percentPerMonth",
                    "more than 0, at most 1,000, with at most 6 decimals, found " + amount.toPlainString());
        }
    }

    /**
     * Returns the decay by halves.
     *
     * @param days after how many whole days half of the points are left, 1 to 36,500
     * @return the decay
     */
    public static Decay halfLife(int days) {
        return new Decay(Kind.HALF_LIFE, BigDecimal.valueOf(days));
    }

    /**
     * Returns the decay in a straight line.
     *
     * @param percentPerMonth the share of the original points lost each whole month, more than 0, at most 1,000
     * @return the decay
     */
    public static Decay linear(BigDecimal percentPerMonth) {
        return new Decay(Kind.LINEAR, percentPerMonth);
    }

    /** {@return the curve in a few words, for example {@code half-life 7 days}} */
    public String describe() {
        return kind == Kind.HALF_LIFE
                ? "half-life " + amount.toPlainString() + (amount.compareTo(BigDecimal.ONE) == 0 ? " day" : " days")
                : "loses " + amount.toPlainString() + " % a month";
    }

    /** The share of the points that is left; {@code event} is not later than the moment. */
    BigDecimal factor(Instant event, Moment moment) {
        if (kind == Kind.HALF_LIFE) {
            return share(days(event, moment));
        }
        BigDecimal lost = amount.multiply(BigDecimal.valueOf(months(event, moment)));
        return HUNDRED.subtract(lost).max(BigDecimal.ZERO).movePointLeft(2);
    }

    /** The shares of a decay by halves after each whole day, scaled by 12, until nothing is left. */
    long[] shares() {
        List<Long> shares = new ArrayList<>();
        long share = share(0).unscaledValue().longValueExact();
        while (share > 0) {
            shares.add(share);
            share = share(shares.size()).unscaledValue().longValueExact();
        }
        return shares.stream().mapToLong(Long::longValue).toArray();
    }

    /** The share of a decay by halves after some whole days, scaled by 12. */
    long shareAfter(long days) {
        return share(days).unscaledValue().longValueExact();
    }

    private BigDecimal share(long days) {
        double share = StrictMath.pow(2, -(double) days / amount.intValueExact());
        return BigDecimal.valueOf(share).setScale(FACTOR_SCALE, RoundingMode.HALF_UP);
    }

    /** When the share changes next: later than the moment, {@link Verdict#FOREVER} when nothing is left. */
    Instant nextStep(Instant event, Moment moment) {
        if (factor(event, moment).signum() == 0) {
            return Verdict.FOREVER;
        }
        return kind == Kind.HALF_LIFE
                ? event.plus(days(event, moment) + 1, ChronoUnit.DAYS)
                : event.atZone(moment.zone())
                        .plusMonths(months(event, moment) + 1)
                        .toInstant();
    }

    private static long days(Instant event, Moment moment) {
        return Duration.between(event, moment.at()).toDays();
    }

    /** {@code ChronoUnit.MONTHS} counts one too few from the end of a long month to the end of a short one. */
    private static long months(Instant event, Moment moment) {
        ZonedDateTime start = event.atZone(moment.zone());
        long months = Math.max(0, ChronoUnit.MONTHS.between(start, moment.dateTime()) - 1);
        while (!start.plusMonths(months + 1).toInstant().isAfter(moment.at())) {
            months++;
        }
        return months;
    }
}
