package org.sambandh.crm.product;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.ProductId;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.common.Text;

/**
 * Something that is sold: goods or a service. Immutable.
 *
 * <p>Its own prices are list prices that always hold; prices with dates stand in a {@link PriceBook}. What is no longer
 * sold is not active: it is still named by what was sold before.
 */
public final class Product implements Entity<ProductId> {

    private final ProductId id;
    private final Revision revision;
    private final String code;
    private final String name;
    private final @Nullable String family;
    private final String unit;
    private final boolean active;
    private final List<PriceBand> prices;
    private final @Nullable WarrantyTerms warranty;
    private final List<ExternalRef> externalRefs;

    private Product(Builder b) {
        id = b.id;
        revision = b.revision;
        code = Text.required("product.code", Needed.of("product.code", b.code), 100);
        name = Text.required("product.name", Needed.of("product.name", b.name), 300);
        family = Text.orMissing("product.family", b.family, 100);
        unit = Text.required("product.unit", b.unit, 40);
        active = b.active;
        prices = Bands.ordered("product.prices", b.prices);
        warranty = b.warranty;
        externalRefs = List.copyOf(new LinkedHashSet<>(b.externalRefs));
    }

    /**
     * Returns a builder of one to fill: code, name are needed.
     *
     * @param id its id
     * @return the builder
     */
    public static Builder builder(ProductId id) {
        return new Builder(id);
    }

    /** {@return a builder that holds everything of this} */
    public Builder toBuilder() {
        Builder b = new Builder(id);
        b.revision = revision;
        b.code = code;
        b.name = name;
        b.family = family;
        b.unit = unit;
        b.active = active;
        b.prices = prices;
        b.warranty = warranty;
        b.externalRefs = externalRefs;
        return b;
    }

    @Override
    public ProductId id() {
        return id;
    }

    @Override
    public Revision revision() {
        return revision;
    }

    /** {@return the code it is ordered by; at most 100 characters, unique per tenant} */
    public String code() {
        return code;
    }

    /** {@return what it is called; at most 300 characters} */
    public String name() {
        return name;
    }

    /**
     * {@return which family of products it belongs to; a code of the tenant's of at most 100 characters}
     */
    public Optional<String> family() {
        return Optional.ofNullable(family);
    }

    /** {@return the unit its prices are for: {@code piece}, {@code kg}; at most 40 characters} */
    public String unit() {
        return unit;
    }

    /** {@return whether it is sold} */
    public boolean active() {
        return active;
    }

    /**
     * {@return its own list prices, by currency and quantity; empty where only price books have some}
     */
    public List<PriceBand> prices() {
        return prices;
    }

    /** {@return what we promise with it; missing where we promise nothing} */
    public Optional<WarrantyTerms> warranty() {
        return Optional.ofNullable(warranty);
    }

    @Override
    public List<ExternalRef> externalRefs() {
        return externalRefs;
    }

    /**
     * Returns this product under another name.
     *
     * @param newName at most 300 characters
     * @return a changed copy
     */
    public Product rename(String newName) {
        return toBuilder().name(newName).build();
    }

    /** {@return this product, sold no longer} */
    public Product retire() {
        return toBuilder().active(false).build();
    }

    /** {@return this product, sold again} */
    public Product reinstate() {
        return toBuilder().active(true).build();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Product that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** {@return kind, id and revision} */
    @Override
    public String toString() {
        return "product " + id + " revision " + revision.value();
    }

    /** Fills a product. Not safe for concurrent use. */
    public static final class Builder {

        private final ProductId id;
        private Revision revision = Revision.NEW;
        private @Nullable String code;
        private @Nullable String name;
        private @Nullable String family;
        private String unit = "piece";
        private boolean active = true;
        private List<PriceBand> prices = List.of();
        private @Nullable WarrantyTerms warranty;
        private List<ExternalRef> externalRefs = List.of();

        private Builder(ProductId id) {
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
         * Sets code.
         *
         * @param value the code it is ordered by
         * @return this
         */
        public Builder code(@Nullable String value) {
            code = value;
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
         * Sets family.
         *
         * @param value which family of products it belongs to, or null
         * @return this
         */
        public Builder family(@Nullable String value) {
            family = value;
            return this;
        }

        /**
         * Sets unit.
         *
         * @param value the unit its prices are for: {@code piece}, {@code kg}
         * @return this
         */
        public Builder unit(String value) {
            unit = value;
            return this;
        }

        /**
         * Sets active.
         *
         * @param value whether it is sold
         * @return this
         */
        public Builder active(boolean value) {
            active = value;
            return this;
        }

        /**
         * Sets prices.
         *
         * @param value its own list prices, by currency and quantity
         * @return this
         */
        public Builder prices(List<PriceBand> value) {
            prices = value;
            return this;
        }

        /**
         * Sets warranty.
         *
         * @param value what we promise with it, or null
         * @return this
         */
        public Builder warranty(@Nullable WarrantyTerms value) {
            warranty = value;
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
         * Returns what was filled in.
         *
         * @return the product
         * @throws org.sambandh.crm.common.Invalid if something needed is missing or out of its range
         */
        public Product build() {
            return new Product(this);
        }
    }
}
