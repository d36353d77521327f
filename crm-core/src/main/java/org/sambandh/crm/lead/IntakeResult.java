package org.sambandh.crm.lead;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.LeadId;

/** What became of an enquiry that arrived. Its reasons are sentences for people, without personal data. */
public sealed interface IntakeResult permits IntakeResult.Taken, IntakeResult.Refused {

    /** {@return why it was answered so, at least one sentence} */
    List<String> reasons();

    /** What the answers have in common that led to a lead. */
    sealed interface Taken extends IntakeResult permits Attached, Registered, Ambiguous {

        /** {@return the lead} */
        LeadId lead();

        /** {@return the person it is given to, or null} */
        @Nullable
        CustomerId person();

        /** {@return the organisation it is given to, or null} */
        @Nullable
        CustomerId organization();

        /** {@return whether it was a further touch of a lead that was there} */
        boolean touched();

        /** {@return known parties that could be meant too} */
        List<CustomerId> candidates();
    }

    /**
     * Everybody the enquiry names was known.
     *
     * @param lead the lead
     * @param person the person it is given to, or null
     * @param organization the organisation it is given to, or null
     * @param touched whether it was a further touch of a lead that was there
     * @param reasons why
     */
    record Attached(
            LeadId lead,
            @Nullable CustomerId person,
            @Nullable CustomerId organization,
            boolean touched,
            List<String> reasons)
            implements Taken {

        /**
         * Checks and copies what it is given.
         *
         * @param lead the lead
         * @param person the person it is given to, or null
         * @param organization the organisation it is given to, or null
         * @param touched whether it was a further touch of a lead that was there
         * @param reasons why
         */
        public Attached {
            reasons = List.copyOf(reasons);
        }

        @Override
        public List<CustomerId> candidates() {
            return List.of();
        }
    }

    /**
     * Somebody the enquiry names was not known, and is registered provisionally.
     *
     * @param lead the lead
     * @param person the person it is given to, or null
     * @param organization the organisation it is given to, or null
     * @param touched whether it was a further touch of a lead that was there
     * @param candidates known parties with which a duplicate candidate is kept
     * @param reasons why
     */
    record Registered(
            LeadId lead,
            @Nullable CustomerId person,
            @Nullable CustomerId organization,
            boolean touched,
            List<CustomerId> candidates,
            List<String> reasons)
            implements Taken {

        /**
         * Checks and copies what it is given.
         *
         * @param lead the lead
         * @param person the person it is given to, or null
         * @param organization the organisation it is given to, or null
         * @param touched whether it was a further touch of a lead that was there
         * @param candidates known parties with which a duplicate candidate is kept
         * @param reasons why
         */
        public Registered {
            candidates = List.copyOf(candidates);
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * Several known parties could be meant. The lead is given to one that is registered provisionally, until somebody
     * decides and reattaches it.
     *
     * @param lead the lead
     * @param person the person it is given to, or null
     * @param organization the organisation it is given to, or null
     * @param touched whether it was a further touch of a lead that was there
     * @param candidates who could be meant; a duplicate candidate is kept with each
     * @param reasons why
     */
    record Ambiguous(
            LeadId lead,
            @Nullable CustomerId person,
            @Nullable CustomerId organization,
            boolean touched,
            List<CustomerId> candidates,
            List<String> reasons)
            implements Taken {

        /**
         * Checks and copies what it is given.
         *
         * @param lead the lead
         * @param person the person it is given to, or null
         * @param organization the organisation it is given to, or null
         * @param touched whether it was a further touch of a lead that was there
         * @param candidates who could be meant; a duplicate candidate is kept with each
         * @param reasons why
         */
        public Ambiguous {
            candidates = List.copyOf(candidates);
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * Nothing in it identifies anybody: nothing was written.
     *
     * @param reasons why
     */
    record Refused(List<String> reasons) implements IntakeResult {

        /**
         * Checks and copies what it is given.
         *
         * @param reasons why
         */
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }
}
