package org.sambandh.crm.product;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.ProductId;

/**
 * What is to be sold: {@code NewProduct.of("DR-1", "Drill").family("Tools").price(PriceBand.of(Money.of(500, "INR")))}.
 * Immutable; every method returns a changed copy.
 */
public final class NewProduct {

    private static final ProductId DRAFT = new ProductId("draft");

    private final Product draft;

    private NewProduct(Product draft) {
        this.draft = draft;
    }

    /**
     * Returns a product to describe further: sold by the piece, without price and warranty.
     *
     * @param code the code it is ordered by, at most 100 characters
     * @param name what it is called, at most 300 characters
     * @return the product
     */
    public static NewProduct of(String code, String name) {
        return new NewProduct(Product.builder(DRAFT).code(code).name(name).build());
    }

    /**
     * Sets which family it belongs to.
     *
     * @param family a code of the tenant's, or null
     * @return a changed copy
     */
    public NewProduct family(@Nullable String family) {
        return new NewProduct(draft.toBuilder().family(family).build());
    }

    /**
     * Sets the unit its prices are for.
     *
     * @param unit for example {@code kg}
     * @return a changed copy
     */
    public NewProduct unit(String unit) {
        return new NewProduct(draft.toBuilder().unit(unit).build());
    }

    /**
     * Adds a list price of its own.
     *
     * @param band from which quantity on, in which currency
     * @return a changed copy
     */
    public NewProduct price(PriceBand band) {
        List<PriceBand> more = new ArrayList<>(draft.prices());
        more.add(band);
        return new NewProduct(draft.toBuilder().prices(more).build());
    }

    /**
     * Sets what is promised with it.
     *
     * @param terms the warranty, or null for none
     * @return a changed copy
     */
    public NewProduct warranty(@Nullable WarrantyTerms terms) {
        return new NewProduct(draft.toBuilder().warranty(terms).build());
    }

    Product draft() {
        return draft;
    }

    /** {@return its code} */
    @Override
    public String toString() {
        return "NewProduct[" + draft.code() + "]";
    }
}
