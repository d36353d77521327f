package org.sambandh.crm.pipeline;

import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Text;

/** How a deal stands, with the reasons. */
public sealed interface Outcome permits Outcome.Open, Outcome.Won, Outcome.Lost, Outcome.Voided {

    /** {@return how it stands, without the reasons} */
    OutcomeKind kind();

    /** {@return whether the deal is still worked on} */
    default boolean isOpen() {
        return kind() == OutcomeKind.OPEN;
    }

    /** {@return still worked on} */
    static Outcome open() {
        return new Open();
    }

    /** {@return the customer bought} */
    static Outcome won() {
        return new Won();
    }

    /**
     * Returns that the customer did not buy.
     *
     * @param reason the code of the reason, or null if nobody knows
     * @return the outcome, without a competitor
     */
    static Outcome lost(@Nullable String reason) {
        return new Lost(reason, null);
    }

    /**
     * Returns that the customer bought elsewhere.
     *
     * @param reason the code of the reason, or null if nobody knows
     * @param competitor who won instead, or null if nobody knows
     * @return the outcome
     */
    static Outcome lost(@Nullable String reason, @Nullable String competitor) {
        return new Lost(reason, competitor);
    }

    /**
     * Returns that it never was a deal.
     *
     * @param reason why
     * @return the outcome
     */
    static Outcome voided(VoidReason reason) {
        return new Voided(reason);
    }

    /** Still worked on. */
    record Open() implements Outcome {
        @Override
        public OutcomeKind kind() {
            return OutcomeKind.OPEN;
        }
    }

    /** The customer bought. */
    record Won() implements Outcome {
        @Override
        public OutcomeKind kind() {
            return OutcomeKind.WON;
        }
    }

    /**
     * The customer did not buy. The deal keeps its amount.
     *
     * @param reason the tenant's code of the reason, for example {@code price}; null if nobody knows
     * @param competitor who won instead; null if nobody did or nobody knows
     */
    record Lost(@Nullable String reason, @Nullable String competitor) implements Outcome {

        /**
         * Checks the texts; blank ones are missing.
         *
         * @param reason the tenant's code of the reason, for example {@code price}; null if nobody knows
         * @param competitor who won instead; null if nobody did or nobody knows
         */
        public Lost {
            reason = Text.orMissing("outcome.reason", reason, 2_000);
            competitor = Text.orMissing("outcome.competitor", competitor, 300);
        }

        @Override
        public OutcomeKind kind() {
            return OutcomeKind.LOST;
        }
    }

    /**
     * It never was a deal.
     *
     * @param reason why
     */
    record Voided(VoidReason reason) implements Outcome {
        @Override
        public OutcomeKind kind() {
            return OutcomeKind.VOID;
        }
    }
}
