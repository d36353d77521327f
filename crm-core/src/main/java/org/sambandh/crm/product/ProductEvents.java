package org.sambandh.crm.product;

/** What is told about products and prices. */
public final class ProductEvents {

    /** A product was added. */
    public static final String ADDED = "product.added";

    /** Something about a product changed. */
    public static final String CHANGED = "product.changed";

    /** A price book was added. */
    public static final String BOOK_ADDED = "priceBook.added";

    /** Something about a price book changed. */
    public static final String BOOK_CHANGED = "priceBook.changed";

    /** A price was set. */
    public static final String PRICE_SET = "price.set";

    /** A price changed, or holds no longer. */
    public static final String PRICE_CHANGED = "price.changed";

    private ProductEvents() {}
}
