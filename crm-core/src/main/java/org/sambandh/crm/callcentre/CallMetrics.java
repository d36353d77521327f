package org.sambandh.crm.callcentre;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;

/**
 * What some attempts add up to.
 *
 * @param calls how many attempts
 * @param contacts in how many of them the party was spoken to
 * @param conversions how many reached what the list is for
 * @param handleTime how long agents were busy with them
 */
public record CallMetrics(long calls, long contacts, long conversions, Duration handleTime) {

    /** Nothing yet. */
    public static final CallMetrics NONE = new CallMetrics(0, 0, 0, Duration.ZERO);

    private static final int DECIMALS = 4;

    /** {@return contacts out of calls, 0 to 1 with 4 decimals, half up; nothing without calls} */
    public Optional<BigDecimal> contactRate() {
        return rate(contacts, calls);
    }

    /** {@return conversions out of contacts, 0 to 1 with 4 decimals, half up; nothing without contacts} */
    public Optional<BigDecimal> conversionRate() {
        return rate(conversions, contacts);
    }

    /** {@return how long one call kept an agent busy on average, to the microsecond; nothing without calls} */
    public Optional<Duration> averageHandleTime() {
        return calls == 0 ? Optional.empty() : Optional.of(handleTime.dividedBy(calls));
    }

    CallMetrics plus(CallAttempt attempt) {
        return new CallMetrics(
                calls + 1,
                contacts + (attempt.outcome().isContact() ? 1 : 0),
                conversions + (attempt.converted() ? 1 : 0),
                handleTime.plus(attempt.handleTime()));
    }

    private static Optional<BigDecimal> rate(long part, long whole) {
        return whole == 0
                ? Optional.empty()
                : Optional.of(
                        BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.HALF_UP));
    }
}
