package org.sambandh.crm.segment;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.common.SegmentEditionId;
import org.sambandh.crm.common.Text;

/**
 * What is known about all segments of a tenant together: a stamp that changes with every definition, so that what was
 * prepared from the definitions is used only while they stand, and an instant before which no {@link SegmentFlip} is
 * due. One row for each tenant that has segments; who changes nothing reads no more than this. Immutable.
 */
public final class SegmentEdition implements Entity<SegmentEditionId> {

    /** The id of the one edition of a tenant. */
    public static final SegmentEditionId DEFAULT = new SegmentEditionId("default");

    private final SegmentEditionId id;
    private final Revision revision;
    private final List<ExternalRef> externalRefs;
    private final String stamp;
    private final @Nullable Instant nextFlip;

    private SegmentEdition(Builder builder) {
        this.id = builder.id;
        this.revision = builder.revision;
        this.externalRefs = List.copyOf(builder.externalRefs);
        this.stamp = Text.required("segmentEdition.stamp", builder.stamp, 60);
        this.nextFlip = builder.nextFlip == null ? null : builder.nextFlip.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Returns a builder of one that was never stored.
     *
     * @param id its identity
     * @return the builder
     */
    public static Builder builder(SegmentEditionId id) {
        return new Builder(id);
    }

    /** {@return a builder that starts from this one} */
    public Builder toBuilder() {
        return new Builder(id)
                .revision(revision)
                .externalRefs(externalRefs)
                .stamp(stamp)
                .nextFlip(nextFlip);
    }

    @Override
    public SegmentEditionId id() {
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

    /** {@return a text that no edition before had; changes with every definition} */
    public String stamp() {
        return stamp;
    }

    /** {@return an instant before which no flip is due; nothing where none is awaited} */
    public Optional<Instant> nextFlip() {
        return Optional.ofNullable(nextFlip);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SegmentEdition that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "segmentEdition " + id + " " + revision;
    }

    /** Builds one. Not safe for concurrent use. */
    public static final class Builder {

        private final SegmentEditionId id;
        private Revision revision = Revision.NEW;
        private List<ExternalRef> externalRefs = List.of();
        private String stamp = "";
        private @Nullable Instant nextFlip;

        private Builder(SegmentEditionId id) {
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
         * Sets the stamp.
         *
         * @param value a text that no edition before had, at most 60 characters
         * @return this
         */
        public Builder stamp(String value) {
            this.stamp = value;
            return this;
        }

        /**
         * Sets the instant before which no flip is due.
         *
         * @param value the instant, null where none is awaited
         * @return this
         */
        public Builder nextFlip(@Nullable Instant value) {
            this.nextFlip = value;
            return this;
        }

        /**
         * Builds it.
         *
         * @return the edition
         * @throws org.sambandh.crm.common.Invalid if the stamp is missing or too long
         */
        public SegmentEdition build() {
            return new SegmentEdition(this);
        }
    }
}
