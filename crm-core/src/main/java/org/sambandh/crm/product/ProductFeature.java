package org.sambandh.crm.product;

import java.util.List;
import org.sambandh.crm.common.PriceBookId;
import org.sambandh.crm.common.PriceId;
import org.sambandh.crm.common.ProductId;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.store.EntityType;
import org.sambandh.crm.store.Feature;

/** Products, price books and prices, described to stores and catalogue. Nothing of it concerns a party. */
public final class ProductFeature implements Feature {

    private static final EntityType<Product, ProductId, ProductRepository> PRODUCT = new EntityType<>(
            Product.class,
            "product",
            ProductFields.ID,
            ProductRepository.class,
            Forwarding.Products::new,
            (product, revision) -> product.toBuilder().revision(revision).build(),
            List.of(ProductFields.EXTERNAL_REFS, ProductFields.CODE));

    private static final EntityType<PriceBook, PriceBookId, PriceBookRepository> BOOK = new EntityType<>(
            PriceBook.class,
            "priceBook",
            PriceFields.BOOK_ID,
            PriceBookRepository.class,
            Forwarding.PriceBooks::new,
            (book, revision) -> book.toBuilder().revision(revision).build(),
            List.of(PriceFields.BOOK_EXTERNAL_REFS));

    private static final EntityType<Price, PriceId, PriceRepository> PRICE = new EntityType<>(
            Price.class,
            "price",
            PriceFields.ID,
            PriceRepository.class,
            Forwarding.Prices::new,
            (price, revision) -> price.toBuilder().revision(revision).build(),
            List.of(PriceFields.EXTERNAL_REFS));

    /** Makes the feature. */
    public ProductFeature() {}

    @Override
    public String name() {
        return "product";
    }

    @Override
    public List<EntityType<?, ?, ?>> entities() {
        return List.of(PRODUCT, BOOK, PRICE);
    }

    @Override
    public void declare(Catalog.Builder catalog) {
        catalog.entity(Product.class, "product", ProductFields.ID, ProductFields.ALL)
                .entity(PriceBook.class, "priceBook", PriceFields.BOOK_ID, PriceFields.BOOK_ALL)
                .entity(Price.class, "price", PriceFields.ID, PriceFields.ALL);
    }

    @Override
    public void relate(Catalog.Builder catalog) {
        catalog.relation(PriceFields.PRICES);
    }
}
