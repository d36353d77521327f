package org.sambandh.crm.callcentre;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CallEntryId;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Text;
import org.sambandh.crm.common.UserId;

/**
 * How an attempt to call ended: {@code CallReport.of(entry, agent, "call-back").callBackAt(tomorrow).handled(ofMinutes(3))}.
 *
 * @param entry whose place on the list
 * @param agent who called
 * @param disposition a code of the list
 * @param at when the call began; null if it ended now, so that it began the handle time ago, or when
 *     its turn came if that is later
 * @param handleTime how long the agent was busy with it, 0 to 24 hours
 * @param callBackAt when a call was promised, to the second; there exactly where the code means {@link CallOutcome#CALL_BACK}
 * @param converted whether it reached what the list is for; only where the party was spoken to
 * @param note what was said, at most 10,000 characters, or null
 * @param externalRef how the telephone system names the call, so that a second report of it is known; or null
 */
public record CallReport(
        CallEntryId entry,
        UserId agent,
        String disposition,
        @Nullable Instant at,
        Duration handleTime,
        @Nullable Instant callBackAt,
        boolean converted,
        @Nullable String note,
        @Nullable ExternalRef externalRef) {

    /**
     * Checks and copies what it is given.
     *
     * @param entry whose place on the list
     * @param agent who called
     * @param disposition a code of the list
     * @param at when the call began; null if it ended now, so that it began the handle time ago, or when
     *     its turn came if that is later
     * @param handleTime how long the agent was busy with it, 0 to 24 hours
     * @param callBackAt when a call was promised, to the second; there exactly where the code means {@link CallOutcome#CALL_BACK}
     * @param converted whether it reached what the list is for; only where the party was spoken to
     * @param note what was said, at most 10,000 characters, or null
     * @param externalRef how the telephone system names the call, so that a second report of it is known; or null
     */
    public CallReport {
        disposition = Text.required("call.disposition", disposition, 60);
        note = Text.orMissing("call.note", note, 10_000);
    }

    /**
     * Returns a report of a call that ended now.
     *
     * @param entry whose place on the list
     * @param agent who called
     * @param disposition a code of the list
     * @return the report
     */
    public static CallReport of(CallEntryId entry, UserId agent, String disposition) {
        return new CallReport(entry, agent, disposition, null, Duration.ZERO, null, false, null, null);
    }

    /**
     * Returns this report of a call that began at a moment.
     *
     * @param moment when
     * @return the report
     */
    public CallReport at(Instant moment) {
        return new CallReport(entry, agent, disposition, moment, handleTime, callBackAt, converted, note, externalRef);
    }

    /**
     * Returns this report of a call that took some time.
     *
     * @param time how long the agent was busy with it
     * @return the report
     */
    public CallReport handled(Duration time) {
        return new CallReport(entry, agent, disposition, at, time, callBackAt, converted, note, externalRef);
    }

    /**
     * Returns this report with a promise to call again.
     *
     * @param moment when, to the second
     * @return the report
     */
    public CallReport callBackAt(Instant moment) {
        return new CallReport(entry, agent, disposition, at, handleTime, moment, converted, note, externalRef);
    }

    /** {@return this report of a call that reached what the list is for} */
    public CallReport withConversion() {
        return new CallReport(entry, agent, disposition, at, handleTime, callBackAt, true, note, externalRef);
    }

    /**
     * Returns this report with what was said.
     *
     * @param text at most 10,000 characters
     * @return the report
     */
    public CallReport note(String text) {
        return new CallReport(entry, agent, disposition, at, handleTime, callBackAt, converted, text, externalRef);
    }

    /**
     * Returns this report with the name the telephone system gives the call.
     *
     * @param ref system, type and value
     * @return the report
     */
    public CallReport externalRef(ExternalRef ref) {
        return new CallReport(entry, agent, disposition, at, handleTime, callBackAt, converted, note, ref);
    }

    /** {@return the entry only: the note is personal} */
    @Override
    public String toString() {
        return "CallReport[" + entry + "]";
    }
}
