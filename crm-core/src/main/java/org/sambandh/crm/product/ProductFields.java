package org.sambandh.crm.product;

import java.math.BigDecimal;
import java.util.List;
import org.sambandh.crm.common.ProductId;
import org.sambandh.crm.common.Quantity;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.store.EntityType;

/** What can be asked of a product. */
public final class ProductFields {

    /** The type of its identity. */
    public static final FieldType<ProductId> ID_TYPE = FieldType.id(ProductId.class, ProductId::new);

    /** Its identity. */
    public static final Field.One<Product, ProductId> ID = Field.one(Product.class, "id", ID_TYPE, Product::id);

    /** The code it is ordered by; unique per tenant. */
    public static final Field.One<Product, String> CODE = Field.one(
                    Product.class, "code", FieldType.TEXT, Product::code)
            .asIndexed()
            .writtenBy((p, v) -> p.toBuilder().code(v).build());

    /** What it is called. */
    public static final Field.One<Product, String> NAME = Field.one(
                    Product.class, "name", FieldType.TEXT, Product::name)
            .writtenBy((p, v) -> p.toBuilder().name(v).build());

    /** Which family of products it belongs to. */
    public static final Field.One<Product, String> FAMILY = Field.optional(
                    Product.class, "family", FieldType.TEXT, Product::family)
            .asIndexed()
            .writtenBy((p, v) -> p.toBuilder().family(v).build());

    /** The unit its prices are for. */
    public static final Field.One<Product, String> UNIT =
            Field.one(Product.class, "unit", FieldType.TEXT, Product::unit);

    /** Whether it is sold. */
    public static final Field.One<Product, Boolean> ACTIVE = Field.one(
                    Product.class, "active", FieldType.BOOLEAN, Product::active)
            .writtenBy((p, v) -> p.toBuilder().active(v == null || v).build());

    /** Its own list prices, in words: {@code INR 12.5 from 10}. */
    public static final Field.Many<Product, String> LIST_PRICES = Field.many(
            Product.class,
            "listPrices",
            FieldType.TEXT,
            p -> p.prices().stream().map(PriceBand::toString).toList());

    /** How many months of warranty it has. */
    public static final Field.One<Product, BigDecimal> WARRANTY_MONTHS = Field.optional(
            Product.class,
            "warrantyMonths",
            FieldType.number(0),
            p -> p.warranty().map(WarrantyTerms::months).map(BigDecimal::valueOf));

    /** Up to which reading of its meter it has a warranty, in {@link #WARRANTY_METER_UNIT}. */
    public static final Field.One<Product, BigDecimal> WARRANTY_METER = Field.optional(
            Product.class,
            "warrantyMeter",
            FieldType.number(9),
            p -> p.warranty().map(WarrantyTerms::meter).map(Quantity::amount));

    /** The unit of its meter. */
    public static final Field.One<Product, String> WARRANTY_METER_UNIT = Field.optional(
            Product.class,
            "warrantyMeterUnit",
            FieldType.TEXT,
            p -> p.warranty().map(WarrantyTerms::meter).map(Quantity::unit));

    /** How other systems name it. */
    public static final Field.Many<Product, String> EXTERNAL_REFS = EntityType.externalRefs(Product.class);

    /** All of them but the id. */
    public static final List<Field<Product, ?>> ALL = List.of(
            CODE,
            NAME,
            FAMILY,
            UNIT,
            ACTIVE,
            LIST_PRICES,
            WARRANTY_MONTHS,
            WARRANTY_METER,
            WARRANTY_METER_UNIT,
            EXTERNAL_REFS);

    private ProductFields() {}
}
