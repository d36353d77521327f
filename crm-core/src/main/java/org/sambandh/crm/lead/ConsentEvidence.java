package org.sambandh.crm.lead;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Text;

/**
 * What shows that somebody agreed to something with an enquiry. Evidence is never rewritten; it goes with the enquiry.
 *
 * @param purpose what was agreed to, a code of the tenant's: {@code newsletter}; at most 100 characters
 * @param wording the words that were agreed to, at most 10,000 characters; null once they were erased
 * @param at when
 * @param proof what proves it, for example an address or a form's key; at most 1,000 characters, or null
 */
public record ConsentEvidence(
        String purpose,
        @Nullable String wording,
        Instant at,
        @Nullable String proof) {

    /**
     * Checks and copies what it is given.
     *
     * @param purpose what was agreed to, a code of the tenant's: {@code newsletter}; at most 100 characters
     * @param wording the words that were agreed to, at most 10,000 characters; null once they were erased
     * @param at when
     * @param proof what proves it, for example an address or a form's key; at most 1,000 characters, or null
     */
    public ConsentEvidence {
        purpose = Text.required("consent.purpose", purpose, 100);
        wording = LeadRules.text("consent.wording", Text.orMissing("consent.wording", wording), 10_000);
        proof = LeadRules.text("consent.proof", Text.orMissing("consent.proof", proof), 1_000);
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /** {@return purpose and time: the rest may be personal} */
    @Override
    public String toString() {
        return "ConsentEvidence[" + purpose + ", " + at + "]";
    }
}
