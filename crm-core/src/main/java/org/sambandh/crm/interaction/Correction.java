package org.sambandh.crm.interaction;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.InteractionId;

/**
 * What an entry does to an earlier one: takes its place, or takes it back.
 *
 * @param supersedes the entry that no longer counts
 * @param original the first entry of the line, by which all corrections of one entry are found
 * @param reason why it was taken back; null for an entry that takes its place; at most 1,000 characters
 */
public record Correction(
        InteractionId supersedes,
        InteractionId original,
        @Nullable String reason) {

    /**
     * Checks and copies what it is given.
     *
     * @param supersedes the entry that no longer counts
     * @param original the first entry of the line, by which all corrections of one entry are found
     * @param reason why it was taken back; null for an entry that takes its place; at most 1,000 characters
     */
    public Correction {
        reason = InteractionRules.line("interaction.corrects.reason", reason, 1_000);
    }

    /** {@return whether it takes the earlier entry back and puts nothing in its place} */
    public boolean retracts() {
        return reason != null;
    }

    /** {@return why it was taken back; nothing for an entry that takes its place} */
    public Optional<String> retractionReason() {
        return Optional.ofNullable(reason);
    }

    Correction erased() {
        return new Correction(supersedes, original, reason == null ? null : "erased");
    }

    /** {@return the entries: the reason may be personal} */
    @Override
    public String toString() {
        return "Correction[" + supersedes + " of " + original + "]";
    }
}
