package org.sambandh.crm.lead;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.DuplicateCandidateId;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.LeadId;
import org.sambandh.crm.common.Revision;

/** Two parties that may be one, and why. Kept until somebody decides. Immutable; equal by id. */
public final class DuplicateCandidate implements Entity<DuplicateCandidateId> {

    private final DuplicateCandidateId id;
    private final Revision revision;
    private final List<ExternalRef> externalRefs;
    private final CustomerId first;
    private final CustomerId second;
    private final List<String> reasons;
    private final CandidateStatus status;
    private final @Nullable LeadId lead;
    private final Instant foundAt;
    private final @Nullable Instant decidedAt;
    private final @Nullable Actor decidedBy;

    private DuplicateCandidate(Builder b) {
        id = b.id;
        revision = b.revision;
        externalRefs = List.copyOf(b.externalRefs);
        first = needed("duplicateCandidate.first", b.first);
        second = needed("duplicateCandidate.second", b.second);
        reasons = List.copyOf(b.reasons);
        status = b.status;
        lead = b.lead;
        foundAt = needed("duplicateCandidate.foundAt", b.foundAt).truncatedTo(ChronoUnit.MICROS);
        decidedAt = b.decidedAt == null ? null : b.decidedAt.truncatedTo(ChronoUnit.MICROS);
        decidedBy = b.decidedBy;
        if (first.value().compareTo(second.value()) >= 0) {
            throw new Invalid("duplicateCandidate.second", "another party, with the higher id");
        }
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
    public static Builder builder(DuplicateCandidateId id) {
        return new Builder(id);
    }

    /** {@return a builder with everything of this one} */
    public Builder toBuilder() {
        Builder b = new Builder(id);
        b.revision = revision;
        b.externalRefs = externalRefs;
        b.first = first;
        b.second = second;
        b.reasons = reasons;
        b.status = status;
        b.lead = lead;
        b.foundAt = foundAt;
        b.decidedAt = decidedAt;
        b.decidedBy = decidedBy;
        return b;
    }

    @Override
    public DuplicateCandidateId id() {
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

    /** {@return one of the two, the lower id} */
    public CustomerId first() {
        return first;
    }

    /** {@return the other} */
    public CustomerId second() {
        return second;
    }

    /** {@return why they may be one, in words without personal data} */
    public List<String> reasons() {
        return reasons;
    }

    /** {@return what was decided} */
    public CandidateStatus status() {
        return status;
    }

    /** {@return the enquiry by which it was noticed} */
    public Optional<LeadId> lead() {
        return Optional.ofNullable(lead);
    }

    /** {@return when it was noticed} */
    public Instant foundAt() {
        return foundAt;
    }

    /** {@return when it was decided} */
    public Optional<Instant> decidedAt() {
        return Optional.ofNullable(decidedAt);
    }

    /** {@return who decided} */
    public Optional<Actor> decidedBy() {
        return Optional.ofNullable(decidedBy);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DuplicateCandidate that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** {@return kind, id and revision} */
    @Override
    public String toString() {
        return "duplicateCandidate " + id + " (" + revision + ")";
    }

    /** Fills one from stored state. Not safe for concurrent use. */
    public static final class Builder {

        private final DuplicateCandidateId id;
        private Revision revision = Revision.NEW;
        private List<ExternalRef> externalRefs = List.of();
        private @Nullable CustomerId first;
        private @Nullable CustomerId second;
        private List<String> reasons = List.of();
        private CandidateStatus status = CandidateStatus.OPEN;
        private @Nullable LeadId lead;
        private @Nullable Instant foundAt;
        private @Nullable Instant decidedAt;
        private @Nullable Actor decidedBy;

        private Builder(DuplicateCandidateId id) {
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
         * Sets first.
         *
         * @param value one of the two, the lower id
         * @return this
         */
        public Builder first(@Nullable CustomerId value) {
            first = value;
            return this;
        }

        /**
         * Sets second.
         *
         * @param value the other
         * @return this
         */
        public Builder second(@Nullable CustomerId value) {
            second = value;
            return this;
        }

        /**
         * Sets reasons.
         *
         * @param value why they may be one, in words without personal data
         * @return this
         */
        public Builder reasons(List<String> value) {
            reasons = value;
            return this;
        }

        /**
         * Sets status.
         *
         * @param value what was decided
         * @return this
         */
        public Builder status(CandidateStatus value) {
            status = value;
            return this;
        }

        /**
         * Sets lead.
         *
         * @param value the enquiry by which it was noticed, or null
         * @return this
         */
        public Builder lead(@Nullable LeadId value) {
            lead = value;
            return this;
        }

        /**
         * Sets foundAt.
         *
         * @param value when it was noticed
         * @return this
         */
        public Builder foundAt(@Nullable Instant value) {
            foundAt = value;
            return this;
        }

        /**
         * Sets decidedAt.
         *
         * @param value when it was decided, or null
         * @return this
         */
        public Builder decidedAt(@Nullable Instant value) {
            decidedAt = value;
            return this;
        }

        /**
         * Sets decidedBy.
         *
         * @param value who decided, or null
         * @return this
         */
        public Builder decidedBy(@Nullable Actor value) {
            decidedBy = value;
            return this;
        }

        /**
         * Returns it.
         *
         * @return the duplicateCandidate
         * @throws org.sambandh.crm.common.Invalid if something needed is missing or out of its range
         */
        public DuplicateCandidate build() {
            return new DuplicateCandidate(this);
        }
    }
}
