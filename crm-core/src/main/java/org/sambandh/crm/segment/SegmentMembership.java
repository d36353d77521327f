package org.sambandh.crm.segment;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.MembershipId;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.common.SegmentId;

/** One period during which a subject was, or is, a member of a segment: [since, until). Immutable. */
public final class SegmentMembership implements Entity<MembershipId> {

    private final MembershipId id;
    private final Revision revision;
    private final List<ExternalRef> externalRefs;
    private final SegmentId segment;
    private final EntityRef subject;
    private final Instant since;
    private final @Nullable Instant until;

    private SegmentMembership(Builder builder, SegmentId segment, EntityRef subject, Instant since) {
        this.id = builder.id;
        this.revision = builder.revision;
        this.externalRefs = List.copyOf(builder.externalRefs);
        this.segment = segment;
        this.subject = subject;
        this.since = since.truncatedTo(ChronoUnit.MICROS);
        this.until = builder.until == null ? null : builder.until.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Returns a builder of a period that was never stored.
     *
     * @param id its identity
     * @return the builder
     */
    public static Builder builder(MembershipId id) {
        return new Builder(id);
    }

    /** {@return a builder that starts from this one} */
    public Builder toBuilder() {
        return new Builder(id)
                .revision(revision)
                .externalRefs(externalRefs)
                .segment(segment)
                .subject(subject)
                .since(since)
                .until(until);
    }

    @Override
    public MembershipId id() {
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

    /** {@return of which segment} */
    public SegmentId segment() {
        return segment;
    }

    /** {@return who} */
    public EntityRef subject() {
        return subject;
    }

    /** {@return when it was entered} */
    public Instant since() {
        return since;
    }

    /** {@return when it was left; nothing while it lasts} */
    public Optional<Instant> until() {
        return Optional.ofNullable(until);
    }

    /** {@return whether it lasts} */
    public boolean isOpen() {
        return until == null;
    }

    SegmentMembership end(Instant at) {
        return toBuilder().until(at).build();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SegmentMembership that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "segmentMembership " + id + " " + revision;
    }

    /** Builds one. Not safe for concurrent use. */
    public static final class Builder {

        private final MembershipId id;
        private Revision revision = Revision.NEW;
        private List<ExternalRef> externalRefs = List.of();
        private @Nullable SegmentId segment;
        private @Nullable EntityRef subject;
        private @Nullable Instant since;
        private @Nullable Instant until;

        private Builder(MembershipId id) {
            this.id = id;
        }

        /**
         * Sets the revision.
         *
         * @param value given by the store
         * @return this
         */
        public Builder revision(Revision value) {
            this.revision = value;
            return this;
        }

        /**
         * Sets how other systems name it.
         *
         * @param value the references
         * @return this
         */
        public Builder externalRefs(List<ExternalRef> value) {
            this.externalRefs = value;
            return this;
        }

        /**
         * Sets of which segment.
         *
         * @param value the segment
         * @return this
         */
        public Builder segment(SegmentId value) {
            this.segment = value;
            return this;
        }

        /**
         * Sets who.
         *
         * @param value the subject
         * @return this
         */
        public Builder subject(EntityRef value) {
            this.subject = value;
            return this;
        }

        /**
         * Sets when it was entered.
         *
         * @param value the instant
         * @return this
         */
        public Builder since(Instant value) {
            this.since = value;
            return this;
        }

        /**
         * Sets when it was left.
         *
         * @param value the instant, null while it lasts
         * @return this
         */
        public Builder until(@Nullable Instant value) {
            this.until = value;
            return this;
        }

        /**
         * Builds it.
         *
         * @return the period
         * @throws Invalid if segment, subject or since is missing, or it ends before it begins
         */
        public SegmentMembership build() {
            if (segment == null || subject == null || since == null) {
                throw new Invalid("segmentMembership", "a segment, a subject and a beginning are expected");
            }
            if (until != null && until.isBefore(since)) {
                throw new Invalid("segmentMembership.until", "not before " + since + ", found " + until);
            }
            return new SegmentMembership(this, segment, subject, since);
        }
    }
}
