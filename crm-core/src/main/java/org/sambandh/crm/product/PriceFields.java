package org.sambandh.crm.product;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.sambandh.crm.common.PriceBookId;
import org.sambandh.crm.common.PriceId;
import org.sambandh.crm.common.ProductId;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.field.Relation;
import org.sambandh.crm.store.EntityType;

/** What can be asked of price books and of prices. */
public final class PriceFields {

    private static final FieldType<PriceBookId> BOOK_TYPE = FieldType.id(PriceBookId.class, PriceBookId::new);

    /** The identity of a price. */
    public static final Field.One<Price, PriceId> ID =
            Field.one(Price.class, "id", FieldType.id(PriceId.class, PriceId::new), Price::id);

    /** The book it stands in. */
    public static final Field.Reference<Price, PriceBookId, PriceBook> BOOK = Field.reference(
                    Price.class, "book", BOOK_TYPE, PriceBook.class, p -> Optional.of(p.book()))
            .asIndexed();

    /** The product. */
    public static final Field.Reference<Price, ProductId, Product> PRODUCT = Field.reference(
                    Price.class, "product", ProductFields.ID_TYPE, Product.class, p -> Optional.of(p.product()))
            .asIndexed();

    /** The code of its currency. */
    public static final Field.One<Price, String> CURRENCY =
            Field.one(Price.class, "currency", FieldType.TEXT, p -> p.currency().getCurrencyCode());

    /** The first day on which it holds; missing where it always held. */
    public static final Field.One<Price, LocalDate> VALID_FROM = Field.one(
            Price.class, "validFrom", FieldType.DATE, p -> p.validity().from());

    /** The first day on which it no longer holds; missing where nobody has decided. */
    public static final Field.One<Price, LocalDate> VALID_UNTIL = Field.one(
            Price.class, "validUntil", FieldType.DATE, p -> p.validity().until());

    /** The price by quantity, in words: {@code INR 12.5 from 10}. */
    public static final Field.Many<Price, String> BANDS = Field.many(
            Price.class,
            "bands",
            FieldType.TEXT,
            p -> p.bands().stream().map(PriceBand::toString).toList());

    /** How other systems name a price. */
    public static final Field.Many<Price, String> EXTERNAL_REFS = EntityType.externalRefs(Price.class);

    /** All fields of a price but the id. */
    public static final List<Field<Price, ?>> ALL =
            List.of(BOOK, PRODUCT, CURRENCY, VALID_FROM, VALID_UNTIL, BANDS, EXTERNAL_REFS);

    /** The identity of a book. */
    public static final Field.One<PriceBook, PriceBookId> BOOK_ID =
            Field.one(PriceBook.class, "id", BOOK_TYPE, PriceBook::id);

    /** What a book is called. */
    public static final Field.One<PriceBook, String> BOOK_NAME = Field.one(
                    PriceBook.class, "name", FieldType.TEXT, PriceBook::name)
            .writtenBy((b, v) -> b.toBuilder().name(v).build());

    /** Whether list prices are looked up in a book. */
    public static final Field.One<PriceBook, Boolean> BOOK_STANDARD = Field.one(
                    PriceBook.class, "standard", FieldType.BOOLEAN, PriceBook::standard)
            .asIndexed();

    /** Whether a book is out of use. */
    public static final Field.One<PriceBook, Boolean> BOOK_ARCHIVED =
            Field.one(PriceBook.class, "archived", FieldType.BOOLEAN, PriceBook::archived);

    /** How other systems name a book. */
    public static final Field.Many<PriceBook, String> BOOK_EXTERNAL_REFS = EntityType.externalRefs(PriceBook.class);

    /** All fields of a book but the id. */
    public static final List<Field<PriceBook, ?>> BOOK_ALL =
            List.of(BOOK_NAME, BOOK_STANDARD, BOOK_ARCHIVED, BOOK_EXTERNAL_REFS);

    /** The prices of a product, in all books. */
    public static final Relation.Join<Product, Price> PRICES = Relation.join("prices", ProductFields.ID, PRODUCT);

    private PriceFields() {}
}
