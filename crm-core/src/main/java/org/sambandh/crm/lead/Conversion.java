package org.sambandh.crm.lead;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.ConversionId;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.LeadId;
import org.sambandh.crm.common.OpportunityId;
import org.sambandh.crm.common.Revision;

/** What a conversion did, so that it can be told and reverted. Immutable; equal by id, which is that of its plan. */
public final class Conversion implements Entity<ConversionId> {

    private final ConversionId id;
    private final Revision revision;
    private final List<ExternalRef> externalRefs;
    private final LeadId lead;
    private final @Nullable CustomerId person;
    private final @Nullable CustomerId organization;
    private final @Nullable OpportunityId opportunity;
    private final List<ConversionStep> steps;
    private final LeadStatus statusBefore;
    private final @Nullable String reasonBefore;
    private final @Nullable CustomerId personBefore;
    private final @Nullable CustomerId organizationBefore;
    private final @Nullable Revision opportunityRevision;
    private final Instant committedAt;
    private final Actor committedBy;
    private final @Nullable Instant revertedAt;

    private Conversion(Builder b) {
        id = b.id;
        revision = b.revision;
        externalRefs = List.copyOf(b.externalRefs);
        lead = needed("conversion.lead", b.lead);
        person = b.person;
        organization = b.organization;
        opportunity = b.opportunity;
        steps = List.copyOf(b.steps);
        statusBefore = b.statusBefore;
        reasonBefore = b.reasonBefore;
        personBefore = b.personBefore;
        organizationBefore = b.organizationBefore;
        opportunityRevision = b.opportunityRevision;
        committedAt = needed("conversion.committedAt", b.committedAt).truncatedTo(ChronoUnit.MICROS);
        committedBy = needed("conversion.committedBy", b.committedBy);
        revertedAt = b.revertedAt == null ? null : b.revertedAt.truncatedTo(ChronoUnit.MICROS);
    }

    private static <V> V needed(String path, @Nullable V value) {
        if (value == null) {
            throw new Invalid(path, "is needed");
        }
        return value;
    }

    /**
     * Returns one to fill: for adapters.
     *
     * @param id its id
     * @return the builder
     */
    public static Builder builder(ConversionId id) {
        return new Builder(id);
    }

    /** {@return a builder with everything of this one} */
    public Builder toBuilder() {
        Builder b = new Builder(id);
        b.revision = revision;
        b.externalRefs = externalRefs;
        b.lead = lead;
        b.person = person;
        b.organization = organization;
        b.opportunity = opportunity;
        b.steps = steps;
        b.statusBefore = statusBefore;
        b.reasonBefore = reasonBefore;
        b.personBefore = personBefore;
        b.organizationBefore = organizationBefore;
        b.opportunityRevision = opportunityRevision;
        b.committedAt = committedAt;
        b.committedBy = committedBy;
        b.revertedAt = revertedAt;
        return b;
    }

    @Override
    public ConversionId id() {
        return id;
    }

    @Override
    public Revision revision() {
        return revision;
    }

    @Override
    public List<ExternalRef> externalRefs() {
        return externalRefs;
    }

    /** {@return the enquiry that was converted} */
    public LeadId lead() {
        return lead;
    }

    /** {@return the person it led to} */
    public Optional<CustomerId> person() {
        return Optional.ofNullable(person);
    }

    /** {@return the organisation it led to} */
    public Optional<CustomerId> organization() {
        return Optional.ofNullable(organization);
    }

    /** {@return the deal it led to} */
    public Optional<OpportunityId> opportunity() {
        return Optional.ofNullable(opportunity);
    }

    /** {@return everything that was created, linked and changed} */
    public List<ConversionStep> steps() {
        return steps;
    }

    /** {@return where the enquiry stood before} */
    public LeadStatus statusBefore() {
        return statusBefore;
    }

    /** {@return why the enquiry stood there} */
    public Optional<String> reasonBefore() {
        return Optional.ofNullable(reasonBefore);
    }

    /** {@return the person of the enquiry before} */
    public Optional<CustomerId> personBefore() {
        return Optional.ofNullable(personBefore);
    }

    /** {@return the organisation of the enquiry before} */
    public Optional<CustomerId> organizationBefore() {
        return Optional.ofNullable(organizationBefore);
    }

    /** {@return the deal as the conversion left it} */
    public Optional<Revision> opportunityRevision() {
        return Optional.ofNullable(opportunityRevision);
    }

    /** {@return when it was done} */
    public Instant committedAt() {
        return committedAt;
    }

    /** {@return who did it} */
    public Actor committedBy() {
        return committedBy;
    }

    /** {@return when it was reverted} */
    public Optional<Instant> revertedAt() {
        return Optional.ofNullable(revertedAt);
    }

    /** {@return whether it was reverted} */
    public boolean isReverted() {
        return revertedAt != null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Conversion that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** {@return kind, id and revision} */
    @Override
    public String toString() {
        return "conversion " + id + " (" + revision + ")";
    }

    /** Fills one from stored state. Not safe for concurrent use. */
    public static final class Builder {

        private final ConversionId id;
        private Revision revision = Revision.NEW;
        private List<ExternalRef> externalRefs = List.of();
        private @Nullable LeadId lead;
        private @Nullable CustomerId person;
        private @Nullable CustomerId organization;
        private @Nullable OpportunityId opportunity;
        private List<ConversionStep> steps = List.of();
        private LeadStatus statusBefore = LeadStatus.NEW;
        private @Nullable String reasonBefore;
        private @Nullable CustomerId personBefore;
        private @Nullable CustomerId organizationBefore;
        private @Nullable Revision opportunityRevision;
        private @Nullable Instant committedAt;
        private @Nullable Actor committedBy;
        private @Nullable Instant revertedAt;

        private Builder(ConversionId id) {
            this.id = id;
        }

        /**
         * Sets revision.
         *
         * @param value given by the store
         * @return this
         */
        public Builder revision(Revision value) {
            revision = value;
            return this;
        }

        /**
         * Sets externalRefs.
         *
         * @param value how other systems name it
         * @return this
         */
        public Builder externalRefs(List<ExternalRef> value) {
            externalRefs = value;
            return this;
        }

        /**
         * Sets lead.
         *
         * @param value the enquiry that was converted
         * @return this
         */
        public Builder lead(@Nullable LeadId value) {
            lead = value;
            return this;
        }

        /**
         * Sets person.
         *
         * @param value the person it led to, or null
         * @return this
         */
        public Builder person(@Nullable CustomerId value) {
            person = value;
            return this;
        }

        /**
         * Sets organization.
         *
         * @param value the organisation it led to, or null
         * @return this
         */
        public Builder organization(@Nullable CustomerId value) {
            organization = value;
            return this;
        }

        /**
         * Sets opportunity.
         *
         * @param value the deal it led to, or null
         * @return this
         */
        public Builder opportunity(@Nullable OpportunityId value) {
            opportunity = value;
            return this;
        }

        /**
         * Sets steps.
         *
         * @param value everything that was created, linked and changed
         * @return this
         */
        public Builder steps(List<ConversionStep> value) {
            steps = value;
            return this;
        }

        /**
         * Sets statusBefore.
         *
         * @param value where the enquiry stood before
         * @return this
         */
        public Builder statusBefore(LeadStatus value) {
            statusBefore = value;
            return this;
        }

        /**
         * Sets reasonBefore.
         *
         * @param value why the enquiry stood there, or null
         * @return this
         */
        public Builder reasonBefore(@Nullable String value) {
            reasonBefore = value;
            return this;
        }

        /**
         * Sets personBefore.
         *
         * @param value the person of the enquiry before, or null
         * @return this
         */
        public Builder personBefore(@Nullable CustomerId value) {
            personBefore = value;
            return this;
        }

        /**
         * Sets organizationBefore.
         *
         * @param value the organisation of the enquiry before, or null
         * @return this
         */
        public Builder organizationBefore(@Nullable CustomerId value) {
            organizationBefore = value;
            return this;
        }

        /**
         * Sets opportunityRevision.
         *
         * @param value the deal as the conversion left it, or null
         * @return this
         */
        public Builder opportunityRevision(@Nullable Revision value) {
            opportunityRevision = value;
            return this;
        }

        /**
         * Sets committedAt.
         *
         * @param value when it was done
         * @return this
         */
        public Builder committedAt(@Nullable Instant value) {
            committedAt = value;
            return this;
        }

        /**
         * Sets committedBy.
         *
         * @param value who did it
         * @return this
         */
        public Builder committedBy(@Nullable Actor value) {
            committedBy = value;
            return this;
        }

        /**
         * Sets revertedAt.
         *
         * @param value when it was reverted, or null
         * @return this
         */
        public Builder revertedAt(@Nullable Instant value) {
            revertedAt = value;
            return this;
        }

        /**
         * Returns it.
         *
         * @return the conversion
         * @throws org.sambandh.crm.common.Invalid if something needed is missing or out of its range
         */
        public Conversion build() {
            return new Conversion(this);
        }
    }
}
