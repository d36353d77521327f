package org.sambandh.crm.lead;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.Invalid;

/**
 * One time an enquiry arrived, and how it was answered.
 *
 * @param at when
 * @param origin from where
 * @param captured what arrived, byte for byte, at most 262,144 characters; null if nothing was kept or it was erased
 * @param idempotencyKey the sender's key of the delivery, or null
 * @param digest a digest of the content; null once it was erased
 * @param kind how it was taken in
 * @param reasons why, in words without personal data
 * @param candidates the known parties that could be meant beside those it was given to
 */
public record Touch(
        Instant at,
        Origin origin,
        @Nullable String captured,
        @Nullable String idempotencyKey,
        @Nullable String digest,
        IntakeKind kind,
        List<String> reasons,
        List<CustomerId> candidates) {

    private static final int MAX_CAPTURED = 262_144;

    /**
     * Checks and copies what it is given.
     *
     * @param at when
     * @param origin from where
     * @param captured what arrived, byte for byte, at most 262,144 characters; null if nothing was kept or it was erased
     * @param idempotencyKey the sender's key of the delivery, or null
     * @param digest a digest of the content; null once it was erased
     * @param kind how it was taken in
     * @param reasons why, in words without personal data
     * @param candidates the known parties that could be meant beside those it was given to
     */
    public Touch {
        at = at.truncatedTo(ChronoUnit.MICROS);
        reasons = List.copyOf(reasons);
        candidates = List.copyOf(candidates);
        if (captured != null && captured.length() > MAX_CAPTURED) {
            throw new Invalid("lead.captured", "at most " + MAX_CAPTURED + " characters, found " + captured.length());
        }
    }

    /** {@return this touch without what may be personal; the key stays, so that a repeat is still noticed} */
    public Touch erased() {
        return new Touch(at, origin.referrer(null), null, idempotencyKey, null, kind, reasons, candidates);
    }

    Touch withCandidates(List<CustomerId> now) {
        return new Touch(at, origin, captured, idempotencyKey, digest, kind, reasons, now);
    }

    /** {@return time and kind: the rest may be personal} */
    @Override
    public String toString() {
        return "Touch[" + at + ", " + kind + "]";
    }
}
