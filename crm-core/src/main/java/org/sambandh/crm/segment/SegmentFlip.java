package org.sambandh.crm.segment;

import com.google.common.hash.Hashing;
import com.google.common.io.BaseEncoding;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.common.SegmentFlipId;
import org.sambandh.crm.common.SegmentId;

/**
 * Until when the answer of a segment about a subject holds if no fact changes, whether the subject is a member or not.
 * {@link Segments#advanceTo} asks again when that instant comes. There is one at most for a segment and a subject, and
 * none where time alone changes nothing. Immutable.
 */
public final class SegmentFlip implements Entity<SegmentFlipId> {

    private static final int ID_LENGTH = 27;

    private final SegmentFlipId id;
    private final Revision revision;
    private final List<ExternalRef> externalRefs;
    private final SegmentId segment;
    private final EntityRef subject;
    private final Instant until;

    private SegmentFlip(Builder builder, SegmentId segment, EntityRef subject, Instant until) {
        this.id = builder.id;
        this.revision = builder.revision;
        this.externalRefs = List.copyOf(builder.externalRefs);
        this.segment = segment;
        this.subject = subject;
        this.until = until.truncatedTo(ChronoUnit.MICROS);
    }

    static SegmentFlip of(SegmentId segment, EntityRef subject, Instant until) {
        return builder(id(segment, subject))
                .segment(segment)
                .subject(subject)
                .until(until)
                .build();
    }

    /** The same for the same segment and subject, so that no store can keep two. */
    static SegmentFlipId id(SegmentId segment, EntityRef subject) {
        String key = segment.value() + "\n" + subject.kind() + "\n" + subject.id();
        byte[] hash = Hashing.sha256().hashString(key, StandardCharsets.UTF_8).asBytes();
        return new SegmentFlipId(
                BaseEncoding.base64Url().omitPadding().encode(hash).substring(0, ID_LENGTH));
    }

    /**
     * Returns a builder of one that was never stored.
     *
     * @param id its identity
     * @return the builder
     */
    public static Builder builder(SegmentFlipId id) {
        return new Builder(id);
    }

    /** {@return a builder that starts from this one} */
    public Builder toBuilder() {
        return new Builder(id)
                .revision(revision)
                .externalRefs(externalRefs)
                .segment(segment)
                .subject(subject)
                .until(until);
    }

    @Override
    public SegmentFlipId id() {
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

    /** {@return whose membership} */
    public EntityRef subject() {
        return subject;
    }

    /** {@return the instant at which the answer may change; before it, it does not} */
    public Instant until() {
        return until;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SegmentFlip that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "segmentFlip " + id + " " + revision;
    }

    /** Builds one. Not safe for concurrent use. */
    public static final class Builder {

        private final SegmentFlipId id;
        private Revision revision = Revision.NEW;
        private List<ExternalRef> externalRefs = List.of();
        private @Nullable SegmentId segment;
        private @Nullable EntityRef subject;
        private @Nullable Instant until;

        private Builder(SegmentFlipId id) {
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
         * Sets whose membership.
         *
         * @param value the subject
         * @return this
         */
        public Builder subject(EntityRef value) {
            this.subject = value;
            return this;
        }

        /**
         * Sets the instant at which the answer may change.
         *
         * @param value the instant
         * @return this
         */
        public Builder until(Instant value) {
            this.until = value;
            return this;
        }

        /**
         * Builds it.
         *
         * @return the flip
         * @throws Invalid if segment, subject or instant is missing
         */
        public SegmentFlip build() {
            if (segment == null || subject == null || until == null) {
                throw new Invalid("segmentFlip", "a segment, a subject and an instant are expected");
            }
            return new SegmentFlip(this, segment, subject, until);
        }
    }
}
