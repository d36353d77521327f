package org.sambandh.crm.lead;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Brand;
import org.sambandh.crm.common.ConversionId;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.LeadId;
import org.sambandh.crm.common.ProductId;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.field.Attributes;
import org.sambandh.crm.field.HasAttributes;
import org.sambandh.crm.team.Ownership;

/** One enquiry by a party: what arrived, from whom, about what, and what came of it. Immutable; equal by id; changed by verbs
 * that return a copy and by {@link Leads}, which stores it. Converting copies nothing. */
public final class Lead implements Entity<LeadId>, HasAttributes<Lead>, LeadVerbs {

    /** The most touches of one lead; a further enquiry makes another lead. */
    public static final int MAX_TOUCHES = 1_000;

    private final LeadId id;
    private final Revision revision;
    private final List<ExternalRef> externalRefs;
    private final Stated stated;
    private final @Nullable CustomerId person;
    private final @Nullable CustomerId organization;
    private final @Nullable CustomerId introducedBy;
    private final List<Touch> touches;
    private final List<ConsentEvidence> consents;
    private final @Nullable Brand brand;
    private final @Nullable ProductId product;
    private final @Nullable String productText;
    private final LeadStatus status;
    private final @Nullable String statusReason;
    private final Qualification qualification;
    private final @Nullable Ownership ownership;
    private final @Nullable ConversionId conversion;
    private final Attributes attributes;

    private Lead(Builder b) {
        id = b.id;
        revision = b.revision;
        externalRefs = List.copyOf(b.externalRefs);
        stated = b.stated;
        person = b.person;
        organization = b.organization;
        introducedBy = b.introducedBy;
        touches = List.copyOf(b.touches);
        consents = List.copyOf(b.consents);
        brand = b.brand;
        product = b.product;
        productText = b.productText;
        status = b.status;
        statusReason = b.statusReason;
        qualification = b.qualification;
        ownership = b.ownership;
        conversion = b.conversion;
        attributes = b.attributes;
        LeadRules.text("lead.productText", productText, 300);
        LeadRules.text("lead.statusReason", statusReason, 300);
        if (person == null && organization == null) {
            throw new Invalid("lead", "a person or an organisation is needed");
        }
        if (touches.isEmpty() || touches.size() > MAX_TOUCHES) {
            throw new Invalid("lead.touches", "1 to " + MAX_TOUCHES + ", found " + touches.size());
        }
        if ((status.phase() == LeadPhase.CONVERTED) != (conversion != null)) {
            throw new Invalid("lead.conversion", "there exactly for a converted lead");
        }
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
        b.externalRefs = externalRefs;
        b.stated = stated;
        b.person = person;
        b.organization = organization;
        b.introducedBy = introducedBy;
        b.touches = touches;
        b.consents = consents;
        b.brand = brand;
        b.product = product;
        b.productText = productText;
        b.status = status;
        b.statusReason = statusReason;
        b.qualification = qualification;
        b.ownership = ownership;
        b.conversion = conversion;
        b.attributes = attributes;
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

    @Override
    public List<ExternalRef> externalRefs() {
        return externalRefs;
    }

    /** {@return what the enquiry says of who asks, kept for conversion} */
    public Stated stated() {
        return stated;
    }

    /** {@return the person who asks} */
    public Optional<CustomerId> person() {
        return Optional.ofNullable(person);
    }

    /** {@return the organisation that asks} */
    public Optional<CustomerId> organization() {
        return Optional.ofNullable(organization);
    }

    /** {@return who introduced them} */
    public Optional<CustomerId> introducedBy() {
        return Optional.ofNullable(introducedBy);
    }

    /** {@return every time it arrived, the first one first; 1 to 1,000} */
    public List<Touch> touches() {
        return touches;
    }

    /** {@return the consents given with it} */
    public List<ConsentEvidence> consents() {
        return consents;
    }

    /** {@return under which name it was asked} */
    public Optional<Brand> brand() {
        return Optional.ofNullable(brand);
    }

    /** {@return the product of interest} */
    public Optional<ProductId> product() {
        return Optional.ofNullable(product);
    }

    /** {@return the product of interest in words, at most 300 characters} */
    public Optional<String> productText() {
        return Optional.ofNullable(productText);
    }

    /** {@return where it stands} */
    public LeadStatus status() {
        return status;
    }

    /** {@return why it stands there, at most 300 characters} */
    public Optional<String> statusReason() {
        return Optional.ofNullable(statusReason);
    }

    /** {@return what was checked} */
    public Qualification qualification() {
        return qualification;
    }

    /** {@return who answers for it} */
    public Optional<Ownership> ownership() {
        return Optional.ofNullable(ownership);
    }

    /** {@return by what it was converted} */
    public Optional<ConversionId> conversion() {
        return Optional.ofNullable(conversion);
    }

    @Override
    public Attributes attributes() {
        return attributes;
    }

    @Override
    public Lead withAttributes(Attributes newAttributes) {
        return toBuilder().attributes(newAttributes).build();
    }

    /** {@return what arrived first, byte for byte; nothing once it was erased} */
    public Optional<String> captured() {
        return Optional.ofNullable(touches.get(0).captured());
    }

    /** {@return where it first came from} */
    public Origin firstOrigin() {
        return touches.get(0).origin();
    }

    /** {@return where it came from most lately} */
    public Origin latestOrigin() {
        return touches.get(touches.size() - 1).origin();
    }

    /** {@return when it first arrived} */
    public Instant receivedAt() {
        return touches.get(0).at();
    }

    /** {@return when it arrived most lately} */
    public Instant lastTouchAt() {
        return touches.get(touches.size() - 1).at();
    }

    /** {@return whether it is still worked on} */
    public boolean isOpen() {
        return status.phase().isOpen();
    }

    /** {@return the parties that ask: person, organisation or both} */
    public List<CustomerId> parties() {
        return LeadRules.present(person, organization);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Lead that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** {@return kind, id and revision} */
    @Override
    public String toString() {
        return "lead " + id + " (" + revision + ")";
    }

    /** Fills one from stored state. Not safe for concurrent use. */
    public static final class Builder {

        private final LeadId id;
        private Revision revision = Revision.NEW;
        private List<ExternalRef> externalRefs = List.of();
        private Stated stated = Stated.NOTHING;
        private @Nullable CustomerId person;
        private @Nullable CustomerId organization;
        private @Nullable CustomerId introducedBy;
        private List<Touch> touches = List.of();
        private List<ConsentEvidence> consents = List.of();
        private @Nullable Brand brand;
        private @Nullable ProductId product;
        private @Nullable String productText;
        private LeadStatus status = LeadStatus.NEW;
        private @Nullable String statusReason;
        private Qualification qualification = Qualification.NONE;
        private @Nullable Ownership ownership;
        private @Nullable ConversionId conversion;
        private Attributes attributes = Attributes.none();

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
         * Sets stated.
         *
         * @param value what the enquiry says of who asks, kept for conversion
         * @return this
         */
        public Builder stated(Stated value) {
            stated = value;
            return this;
        }

        /**
         * Sets person.
         *
         * @param value the person who asks, or null
         * @return this
         */
        public Builder person(@Nullable CustomerId value) {
            person = value;
            return this;
        }

        /**
         * Sets organization.
         *
         * @param value the organisation that asks, or null
         * @return this
         */
        public Builder organization(@Nullable CustomerId value) {
            organization = value;
            return this;
        }

        /**
         * Sets introducedBy.
         *
         * @param value who introduced them, or null
         * @return this
         */
        public Builder introducedBy(@Nullable CustomerId value) {
            introducedBy = value;
            return this;
        }

        /**
         * Sets touches.
         *
         * @param value every time it arrived, the first one first; 1 to 1,000
         * @return this
         */
        public Builder touches(List<Touch> value) {
            touches = value;
            return this;
        }

        /**
         * Sets consents.
         *
         * @param value the consents given with it
         * @return this
         */
        public Builder consents(List<ConsentEvidence> value) {
            consents = value;
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
         * Sets product.
         *
         * @param value the product of interest, or null
         * @return this
         */
        public Builder product(@Nullable ProductId value) {
            product = value;
            return this;
        }

        /**
         * Sets productText.
         *
         * @param value the product of interest in words, at most 300 characters, or null
         * @return this
         */
        public Builder productText(@Nullable String value) {
            productText = value;
            return this;
        }

        /**
         * Sets status.
         *
         * @param value where it stands
         * @return this
         */
        public Builder status(LeadStatus value) {
            status = value;
            return this;
        }

        /**
         * Sets statusReason.
         *
         * @param value why it stands there, at most 300 characters, or null
         * @return this
         */
        public Builder statusReason(@Nullable String value) {
            statusReason = value;
            return this;
        }

        /**
         * Sets qualification.
         *
         * @param value what was checked
         * @return this
         */
        public Builder qualification(Qualification value) {
            qualification = value;
            return this;
        }

        /**
         * Sets ownership.
         *
         * @param value who answers for it, or null
         * @return this
         */
        public Builder ownership(@Nullable Ownership value) {
            ownership = value;
            return this;
        }

        /**
         * Sets conversion.
         *
         * @param value by what it was converted, or null
         * @return this
         */
        public Builder conversion(@Nullable ConversionId value) {
            conversion = value;
            return this;
        }

        /**
         * Sets attributes.
         *
         * @param value the host's own properties
         * @return this
         */
        public Builder attributes(Attributes value) {
            attributes = value;
            return this;
        }

        /**
         * Returns it.
         *
         * @return the lead
         * @throws org.sambandh.crm.common.Invalid if something needed is missing or out of its range
         */
        public Lead build() {
            return new Lead(this);
        }
    }
}
