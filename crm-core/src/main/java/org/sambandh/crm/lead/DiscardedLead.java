package org.sambandh.crm.lead;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Brand;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.LeadId;
import org.sambandh.crm.common.Revision;

/** What is left of a discarded enquiry so that counts stay: no party, no text. Immutable; equal by id. */
public final class DiscardedLead implements Entity<LeadId> {

    private final LeadId id;
    private final Revision revision;
    private final DiscardReason reason;
    private final Origin origin;
    private final @Nullable Brand brand;
    private final Instant receivedAt;
    private final Instant discardedAt;

    private DiscardedLead(Builder b) {
        id = b.id;
        revision = b.revision;
        reason = needed("discardedLead.reason", b.reason);
        origin = b.origin;
        brand = b.brand;
        receivedAt = needed("discardedLead.receivedAt", b.receivedAt).truncatedTo(ChronoUnit.MICROS);
        discardedAt = needed("discardedLead.discardedAt", b.discardedAt).truncatedTo(ChronoUnit.MICROS);
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
    public static Builder builder(LeadId id) {
        return new Builder(id);
    }

    /** {@return a builder with everything of this one} */
    public Builder toBuilder() {
        Builder b = new Builder(id);
        b.revision = revision;
        b.reason = reason;
        b.origin = origin;
        b.brand = brand;
        b.receivedAt = receivedAt;
        b.discardedAt = discardedAt;
        return b;
    }

    @Override
    public LeadId id() {
        return id;
    }

    @Override
    public Revision revision() {
        return revision;
    }

    /** {@return why it was discarded} */
    public DiscardReason reason() {
        return reason;
    }

    /** {@return where it first came from, without the referrer} */
    public Origin origin() {
        return origin;
    }

    /** {@return under which name it was asked} */
    public Optional<Brand> brand() {
        return Optional.ofNullable(brand);
    }

    /** {@return when it arrived} */
    public Instant receivedAt() {
        return receivedAt;
    }

    /** {@return when it was discarded} */
    public Instant discardedAt() {
        return discardedAt;
    }

    /** {@return none: other systems do not name it} */
    @Override
    public List<ExternalRef> externalRefs() {
        return List.of();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DiscardedLead that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** {@return kind, id and revision} */
    @Override
    public String toString() {
        return "discardedLead " + id + " (" + revision + ")";
    }

    /** Fills one from stored state. Not safe for concurrent use. */
    public static final class Builder {

        private final LeadId id;
        private Revision revision = Revision.NEW;
        private @Nullable DiscardReason reason;
        private Origin origin = Origin.UNKNOWN;
        private @Nullable Brand brand;
        private @Nullable Instant receivedAt;
        private @Nullable Instant discardedAt;

        private Builder(LeadId id) {
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
         * Sets reason.
         *
         * @param value why it was discarded
         * @return this
         */
        public Builder reason(@Nullable DiscardReason value) {
            reason = value;
            return this;
        }

        /**
         * Sets origin.
         *
         * @param value where it first came from, without the referrer
         * @return this
         */
        public Builder origin(Origin value) {
            origin = value;
            return this;
        }

        /**
         * Sets brand.
         *
         * @param value under which name it was asked, or null
         * @return this
         */
        public Builder brand(@Nullable Brand value) {
            brand = value;
            return this;
        }

        /**
         * Sets receivedAt.
         *
         * @param value when it arrived
         * @return this
         */
        public Builder receivedAt(@Nullable Instant value) {
            receivedAt = value;
            return this;
        }

        /**
         * Sets discardedAt.
         *
         * @param value when it was discarded
         * @return this
         */
        public Builder discardedAt(@Nullable Instant value) {
            discardedAt = value;
            return this;
        }

        /**
         * Returns it.
         *
         * @return the discardedLead
         * @throws org.sambandh.crm.common.Invalid if something needed is missing or out of its range
         */
        public DiscardedLead build() {
            return new DiscardedLead(this);
        }
    }
}
