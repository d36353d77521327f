package org.sambandh.crm.ticket;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.AssetId;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.ProductId;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.common.Text;
import org.sambandh.crm.field.Attributes;
import org.sambandh.crm.field.HasAttributes;
import org.sambandh.crm.product.WarrantyTerms;

/** Something that is installed at a customer. Immutable; equal by id. Its readings are only added to. */
public final class Asset implements Entity<AssetId>, HasAttributes<Asset> {

    private final AssetId id;
    private final Revision revision;
    private final String name;
    private final @Nullable ProductId product;
    private final @Nullable String serialNumber;
    private final boolean serialExclusive;
    private final @Nullable CustomerId customer;
    private final @Nullable LocalDate installedOn;
    private final @Nullable LocalDate retiredOn;
    private final @Nullable WarrantyTerms warranty;
    private final List<MeterReading> readings;
    private final List<ExternalRef> externalRefs;
    private final Attributes attributes;

    private Asset(Builder b) {
        id = b.id;
        revision = b.revision;
        name = Text.required("asset.name", TicketRules.needed("asset.name", b.name), 200);
        product = b.product;
        serialNumber = Text.orMissing("asset.serialNumber", b.serialNumber, 100);
        serialExclusive = b.serialExclusive;
        customer = b.customer;
        installedOn = TicketRules.day("asset.installedOn", b.installedOn);
        retiredOn = TicketRules.day("asset.retiredOn", b.retiredOn);
        warranty = b.warranty;
        readings = Meters.checked(b.readings);
        if (installedOn != null && retiredOn != null && retiredOn.isBefore(installedOn)) {
            throw new Invalid("asset.retiredOn", "not before " + installedOn + ", found " + retiredOn);
        }
        externalRefs = List.copyOf(new LinkedHashSet<>(b.externalRefs));
        attributes = b.attributes;
    }

    /**
     * Returns one to fill: for adapters.
     *
     * @param id its id
     * @return the builder
     */
    public static Builder builder(AssetId id) {
        return new Builder(id);
    }

    /** {@return a builder that holds everything of this one} */
    public Builder toBuilder() {
        Builder b = new Builder(id);
        b.revision = revision;
        b.name = name;
        b.product = product;
        b.serialNumber = serialNumber;
        b.serialExclusive = serialExclusive;
        b.customer = customer;
        b.installedOn = installedOn;
        b.retiredOn = retiredOn;
        b.warranty = warranty;
        b.readings = readings;
        b.externalRefs = externalRefs;
        b.attributes = attributes;
        return b;
    }

    @Override
    public AssetId id() {
        return id;
    }

    @Override
    public Revision revision() {
        return revision;
    }

    /** {@return what it is called; at most 200 characters} */
    public String name() {
        return name;
    }

    /** {@return which product it is} */
    public Optional<ProductId> product() {
        return Optional.ofNullable(product);
    }

    /** {@return its serial number as written; at most 100 characters} */
    public Optional<String> serialNumber() {
        return Optional.ofNullable(serialNumber);
    }

    /** {@return whether no other asset of the tenant may have the same serial number, ignoring case} */
    public boolean serialExclusive() {
        return serialExclusive;
    }

    /** {@return whose it is} */
    public Optional<CustomerId> customer() {
        return Optional.ofNullable(customer);
    }

    /** {@return the day from which it is in use, and under warranty} */
    public Optional<LocalDate> installedOn() {
        return Optional.ofNullable(installedOn);
    }

    /** {@return the first day on which it is no longer in use} */
    public Optional<LocalDate> retiredOn() {
        return Optional.ofNullable(retiredOn);
    }

    /** {@return the terms of its warranty; those of its product where there are none} */
    public Optional<WarrantyTerms> warranty() {
        return Optional.ofNullable(warranty);
    }

    /** {@return what its meters showed, numbered in the order of recording; at most 5,000} */
    public List<MeterReading> readings() {
        return readings;
    }

    @Override
    public List<ExternalRef> externalRefs() {
        return externalRefs;
    }

    @Override
    public Attributes attributes() {
        return attributes;
    }

    @Override
    public Asset withAttributes(Attributes newAttributes) {
        return toBuilder().attributes(newAttributes).build();
    }

    /** {@return the reference to it} */
    public EntityRef ref() {
        return new EntityRef("asset", id.value());
    }

    /**
     * Returns what a meter showed last.
     *
     * @param meter the meter
     * @param day up to this day
     * @return the valid reading of the latest day; nothing if there is none
     */
    public Optional<MeterReading> latestReading(String meter, LocalDate day) {
        return Meters.latest(readings, meter, day);
    }

    boolean sameAs(Asset other) {
        return state().equals(other.state());
    }

    private List<Object> state() {
        return List.of(
                name,
                product(),
                serialNumber(),
                serialExclusive,
                customer(),
                installedOn(),
                retiredOn(),
                warranty(),
                readings,
                externalRefs,
                attributes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Asset that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** {@return kind, id and revision} */
    @Override
    public String toString() {
        return "asset " + id + " (" + revision.value() + ")";
    }

    /** Fills one. Not safe for concurrent use. */
    public static final class Builder {

        private final AssetId id;
        private Revision revision = Revision.NEW;
        private @Nullable String name;
        private @Nullable ProductId product;
        private @Nullable String serialNumber;
        private boolean serialExclusive = true;
        private @Nullable CustomerId customer;
        private @Nullable LocalDate installedOn;
        private @Nullable LocalDate retiredOn;
        private @Nullable WarrantyTerms warranty;
        private List<MeterReading> readings = List.of();
        private List<ExternalRef> externalRefs = List.of();
        private Attributes attributes = Attributes.none();

        private Builder(AssetId id) {
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
         * Sets name.
         *
         * @param value what it is called
         * @return this
         */
        public Builder name(@Nullable String value) {
            name = value;
            return this;
        }

        /**
         * Sets product.
         *
         * @param value which product it is, or null
         * @return this
         */
        public Builder product(@Nullable ProductId value) {
            product = value;
            return this;
        }

        /**
         * Sets serialNumber.
         *
         * @param value its serial number as written, or null
         * @return this
         */
        public Builder serialNumber(@Nullable String value) {
            serialNumber = value;
            return this;
        }

        /**
         * Sets serialExclusive.
         *
         * @param value whether no other asset of the tenant may have the same serial number, ignoring case
         * @return this
         */
        public Builder serialExclusive(boolean value) {
            serialExclusive = value;
            return this;
        }

        /**
         * Sets customer.
         *
         * @param value whose it is, or null
         * @return this
         */
        public Builder customer(@Nullable CustomerId value) {
            customer = value;
            return this;
        }

        /**
         * Sets installedOn.
         *
         * @param value the day from which it is in use, and under warranty, or null
         * @return this
         */
        public Builder installedOn(@Nullable LocalDate value) {
            installedOn = value;
            return this;
        }

        /**
         * Sets retiredOn.
         *
         * @param value the first day on which it is no longer in use, or null
         * @return this
         */
        public Builder retiredOn(@Nullable LocalDate value) {
            retiredOn = value;
            return this;
        }

        /**
         * Sets warranty.
         *
         * @param value the terms of its warranty, or null
         * @return this
         */
        public Builder warranty(@Nullable WarrantyTerms value) {
            warranty = value;
            return this;
        }

        /**
         * Sets readings.
         *
         * @param value what its meters showed, numbered in the order of recording
         * @return this
         */
        public Builder readings(List<MeterReading> value) {
            readings = value;
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
         * @return what was filled
         * @throws org.sambandh.crm.common.Invalid if something needed is missing or out of its range
         */
        public Asset build() {
            return new Asset(this);
        }
    }
}
