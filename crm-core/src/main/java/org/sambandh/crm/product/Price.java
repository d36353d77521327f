package org.sambandh.crm.product;

import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.PriceBookId;
import org.sambandh.crm.common.PriceId;
import org.sambandh.crm.common.ProductId;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.common.Validity;

/**
 * What one product costs in one book, in one currency, on some days, by quantity. Immutable. On any day a product has one
 * price at most in a book and currency.
 */
public final class Price implements Entity<PriceId> {

    private final PriceId id;
    private final Revision revision;
    private final PriceBookId book;
    private final ProductId product;
    private final Validity validity;
    private final List<PriceBand> bands;
    private final List<ExternalRef> externalRefs;

    private Price(Builder b) {
        id = b.id;
        revision = b.revision;
        book = Needed.of("price.book", b.book);
        product = Needed.of("price.product", b.product);
        validity = b.validity;
        bands = Bands.ordered("price.bands", b.bands);
        externalRefs = List.copyOf(new LinkedHashSet<>(b.externalRefs));

        if (bands.stream().map(PriceBand::currency).distinct().count() != 1) {
            throw new Invalid("price.bands", "at least one, all in one currency");
        }
    }

    /**
     * Returns a builder of one to fill: book, product are needed.
     *
     * @param id its id
     * @return the builder
     */
    public static Builder builder(PriceId id) {
        return new Builder(id);
    }

    /** {@return a builder that holds everything of this} */
    public Builder toBuilder() {
        Builder b = new Builder(id);
        b.revision = revision;
        b.book = book;
        b.product = product;
        b.validity = validity;
        b.bands = bands;
        b.externalRefs = externalRefs;
        return b;
    }

    @Override
    public PriceId id() {
        return id;
    }

    @Override
    public Revision revision() {
        return revision;
    }

    /** {@return the book it stands in} */
    public PriceBookId book() {
        return book;
    }

    /** {@return the product} */
    public ProductId product() {
        return product;
    }

    /** {@return the days on which it holds} */
    public Validity validity() {
        return validity;
    }

    /**
     * {@return the price by quantity, the smallest quantity first; at least one, all in one currency}
     */
    public List<PriceBand> bands() {
        return bands;
    }

    @Override
    public List<ExternalRef> externalRefs() {
        return externalRefs;
    }

    /** {@return the currency of all its bands} */
    public Currency currency() {
        return bands.get(0).currency();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Price that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** {@return kind, id and revision} */
    @Override
    public String toString() {
        return "price " + id + " revision " + revision.value();
    }

    /** Fills a price. Not safe for concurrent use. */
    public static final class Builder {

        private final PriceId id;
        private Revision revision = Revision.NEW;
        private @Nullable PriceBookId book;
        private @Nullable ProductId product;
        private Validity validity = Validity.ALWAYS;
        private List<PriceBand> bands = List.of();
        private List<ExternalRef> externalRefs = List.of();

        private Builder(PriceId id) {
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
         * Sets book.
         *
         * @param value the book it stands in
         * @return this
         */
        public Builder book(@Nullable PriceBookId value) {
            book = value;
            return this;
        }

        /**
         * Sets product.
         *
         * @param value the product
         * @return this
         */
        public Builder product(@Nullable ProductId value) {
            product = value;
            return this;
        }

        /**
         * Sets validity.
         *
         * @param value the days on which it holds
         * @return this
         */
        public Builder validity(Validity value) {
            validity = value;
            return this;
        }

        /**
         * Sets bands.
         *
         * @param value the price by quantity, the smallest quantity first
         * @return this
         */
        public Builder bands(List<PriceBand> value) {
            bands = value;
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
         * @return the price
         * @throws org.sambandh.crm.common.Invalid if something needed is missing or out of its range
         */
        public Price build() {
            return new Price(this);
        }
    }
}
