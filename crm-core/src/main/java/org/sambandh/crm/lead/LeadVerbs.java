package org.sambandh.crm.lead;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.ConversionId;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.team.Ownership;

/** What can happen to an enquiry: the verbs of {@link Lead}, apart from its state so that both stay readable. */
sealed interface LeadVerbs permits Lead {

    /**
     * Returns this enquiry, arrived once more.
     *
     * @param touch the arrival
     * @return a changed copy
     */
    default Lead touch(Touch touch) {
        List<Touch> touches = new ArrayList<>(self().touches());
        touches.add(touch);
        return self().toBuilder().touches(touches).build();
    }

    /**
     * Returns this enquiry with one more item of its checklist.
     *
     * @param check the item, with who and when
     * @return a changed copy
     */
    default Lead check(Qualification.Check check) {
        return worked().qualification(self().qualification().with(check)).build();
    }

    /**
     * Returns this enquiry in another status.
     *
     * @param status a status of the tenant
     * @param reason why, or null
     * @param process what the tenant demands
     * @return a changed copy; this if it has that status and reason
     * @throws RuleViolation {@code lead-converted} if it was converted, {@code status-by-conversion} if the status is for
     *     converted ones, {@code qualification-minimum} if something is not checked that must be
     */
    default Lead moveTo(LeadStatus status, @Nullable String reason, LeadProcess process) {
        Lead.Builder changed = worked();
        if (status.phase() == LeadPhase.CONVERTED) {
            throw violation("status-by-conversion", "Only a conversion gives an enquiry the status " + status.code());
        }
        List<String> missing = self().qualification().missing(process.minimum());
        if (status.phase() == LeadPhase.QUALIFIED && !missing.isEmpty()) {
            throw violation(
                    "qualification-minimum",
                    "Cannot qualify lead " + self().id() + ": not checked are " + missing + ". Check them first.");
        }
        return changed.status(status).statusReason(reason).build();
    }

    /**
     * Returns this enquiry as one of other parties.
     *
     * @param person the person, or null
     * @param organization the organisation, or null; one of the two is needed
     * @return a changed copy
     * @throws RuleViolation {@code lead-converted} if it was converted
     */
    default Lead reattach(@Nullable CustomerId person, @Nullable CustomerId organization) {
        return worked().person(person).organization(organization).build();
    }

    /**
     * Returns this enquiry owned by somebody.
     *
     * @param ownership who answers for it, or null for nobody
     * @return a changed copy
     */
    default Lead assign(@Nullable Ownership ownership) {
        return self().toBuilder().ownership(ownership).build();
    }

    /**
     * Returns this enquiry converted.
     *
     * @param conversion by what
     * @param status a status for converted ones
     * @return a changed copy
     * @throws RuleViolation {@code lead-converted} if it was converted
     */
    default Lead convert(ConversionId conversion, LeadStatus status) {
        return worked().status(status).statusReason(null).conversion(conversion).build();
    }

    /**
     * Returns whether another enquiry of the same party is a touch of this one.
     *
     * @param at when the other one arrives
     * @param within how long after the last touch, a setting of the tenant
     * @return true if this one is open and its last touch is not longer ago
     */
    default boolean takesIn(Instant at, Duration within) {
        return self().isOpen()
                && self().touches().size() < Lead.MAX_TOUCHES
                && !self().lastTouchAt().plus(within).isBefore(at);
    }

    private Lead.Builder worked() {
        if (self().status().phase() == LeadPhase.CONVERTED) {
            throw violation(
                    "lead-converted", "Cannot change lead " + self().id() + ": it was converted. Revert that first.");
        }
        return self().toBuilder();
    }

    private RuleViolation violation(String rule, String message) {
        return new RuleViolation(rule, EntityRef.of(self().id()), message);
    }

    private Lead self() {
        return (Lead) this;
    }
}
