package org.sambandh.crm.purchase;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.ProductId;
import org.sambandh.crm.common.PurchaseId;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.CustomerFields;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.field.Relation;
import org.sambandh.crm.product.Product;
import org.sambandh.crm.product.ProductFields;
import org.sambandh.crm.store.EntityType;

/**
 * What can be asked of a purchase, and the relation that leads from a party to its purchases. Amounts stand as money, and
 * as plain numbers that conditions add up; who has several currencies asks for one by {@link #CURRENCY}.
 */
public final class PurchaseFields {

    private static final Class<Purchase> PURCHASE = Purchase.class;

    /** The type of its identity. */
    public static final FieldType<PurchaseId> ID_TYPE = FieldType.id(PurchaseId.class, PurchaseId::new);

    /** Its identity. */
    public static final Field.One<Purchase, PurchaseId> ID = Field.one(PURCHASE, "id", ID_TYPE, Purchase::id);

    /** Who bought. */
    public static final Field.Reference<Purchase, CustomerId, Customer> CUSTOMER = Field.reference(
                    PURCHASE, "customer", CustomerFields.ID_TYPE, Customer.class, p -> Optional.of(p.customer()))
            .asIndexed();

    /** Who bought; missing for an entry that counts no longer, so that joins and sums leave it out. */
    public static final Field.One<Purchase, CustomerId> BUYER = Field.one(
                    PURCHASE, "buyer", CustomerFields.ID_TYPE, PurchaseFields::buyer)
            .asIndexed();

    /** When. */
    public static final Field.One<Purchase, Instant> PURCHASED_AT = Field.one(
                    PURCHASE, "purchasedAt", FieldType.INSTANT, Purchase::purchasedAt)
            .asIndexed();

    /** On which day in the zone of the tenant. */
    public static final Field.One<Purchase, LocalDate> PURCHASED_ON = Field.one(
                    PURCHASE, "purchasedOn", FieldType.DATE, Purchase::purchasedOn)
            .asIndexed();

    /** The code of its currency. */
    public static final Field.One<Purchase, String> CURRENCY =
            Field.one(PURCHASE, "currency", FieldType.TEXT, p -> p.currency().getCurrencyCode());

    /** The gross revenue, net of tax. */
    public static final Field.One<Purchase, Money> TOTAL =
            Field.one(PURCHASE, "total", FieldType.MONEY, Purchase::total);

    /** What was given back for returns. */
    public static final Field.One<Purchase, Money> REFUNDED =
            Field.one(PURCHASE, "refunded", FieldType.MONEY, Purchase::refunded);

    /** The net revenue: total less refunds, by all returns known now. */
    public static final Field.One<Purchase, Money> NET_REVENUE =
            Field.one(PURCHASE, "netRevenue", FieldType.MONEY, Purchase::netRevenue);

    /** The gross revenue as a number. */
    public static final Field.One<Purchase, BigDecimal> TOTAL_VALUE =
            Field.one(PURCHASE, "totalValue", Amounts.NUMBER, p -> p.total().amount());

    /** The net revenue as a number. */
    public static final Field.One<Purchase, BigDecimal> NET_VALUE =
            Field.one(PURCHASE, "netValue", Amounts.NUMBER, p -> p.netRevenue().amount());

    /** The products bought. */
    public static final Field.Many<Purchase, ProductId> PRODUCTS = Field.many(
                    PURCHASE,
                    "products",
                    ProductFields.ID_TYPE,
                    p -> p.lines().stream()
                            .map(PurchaseLine::product)
                            .filter(Objects::nonNull)
                            .collect(Collectors.toCollection(LinkedHashSet::new)))
            .asIndexed();

    /** How it was paid. */
    public static final Field.One<Purchase, String> PAYMENT_METHOD = Field.optional(
                    PURCHASE, "paymentMethod", FieldType.TEXT, Purchase::paymentMethod)
            .asPersonal();

    /** What it was bought for. */
    public static final Field.One<Purchase, String> PURPOSE = Field.optional(
                    PURCHASE, "purpose", FieldType.TEXT, Purchase::purpose)
            .asPersonal();

    /** What was bought, in words. */
    public static final Field.Many<Purchase, String> TEXTS = Field.many(
                    PURCHASE,
                    "texts",
                    FieldType.TEXT,
                    p -> p.lines().stream()
                            .map(PurchaseLine::text)
                            .filter(Objects::nonNull)
                            .toList())
            .asPersonal();

    /** Whether it counts. */
    public static final Field.One<Purchase, Boolean> VALID =
            Field.one(PURCHASE, "valid", FieldType.BOOLEAN, Purchase::isValid);

    /** When we learned of it. */
    public static final Field.One<Purchase, Instant> RECORDED_AT =
            Field.one(PURCHASE, "recordedAt", FieldType.INSTANT, Purchase::recordedAt);

    /** The entry it takes the place of. */
    public static final Field.One<Purchase, PurchaseId> CORRECTS =
            Field.optional(PURCHASE, "corrects", ID_TYPE, Purchase::corrects);

    /** How other systems name it. */
    public static final Field.Many<Purchase, String> EXTERNAL_REFS = EntityType.externalRefs(PURCHASE);

    /** All of them but the id. */
    public static final List<Field<Purchase, ?>> ALL = List.of(
            CUSTOMER,
            BUYER,
            PURCHASED_AT,
            PURCHASED_ON,
            CURRENCY,
            TOTAL,
            REFUNDED,
            NET_REVENUE,
            TOTAL_VALUE,
            NET_VALUE,
            PRODUCTS,
            PAYMENT_METHOD,
            PURPOSE,
            TEXTS,
            VALID,
            RECORDED_AT,
            CORRECTS,
            EXTERNAL_REFS);

    /** The product of a line. */
    public static final Field.Reference<PurchaseLine, ProductId, Product> LINE_PRODUCT = Field.reference(
            PurchaseLine.class,
            "product",
            ProductFields.ID_TYPE,
            Product.class,
            line -> Optional.ofNullable(line.product()));

    /** How much, in the unit of the line. */
    public static final Field.One<PurchaseLine, BigDecimal> LINE_QUANTITY = Field.one(
            PurchaseLine.class,
            "quantity",
            FieldType.number(9),
            line -> line.quantity().amount());

    /** What a line came to, net of tax. */
    public static final Field.One<PurchaseLine, Money> LINE_TOTAL =
            Field.one(PurchaseLine.class, "total", FieldType.MONEY, PurchaseLine::total);

    /** How much of a line came back. */
    public static final Field.One<PurchaseLine, BigDecimal> LINE_RETURNED =
            Field.one(PurchaseLine.class, "returned", FieldType.number(9), PurchaseLine::returned);

    /** Whether any of a line came back. */
    public static final Field.One<PurchaseLine, Boolean> LINE_CAME_BACK = Field.one(
            PurchaseLine.class,
            "cameBack",
            FieldType.BOOLEAN,
            line -> line.returned().signum() > 0);

    /** What was given back for a line. */
    public static final Field.One<PurchaseLine, Money> LINE_REFUNDED =
            Field.one(PurchaseLine.class, "refunded", FieldType.MONEY, PurchaseLine::refunded);

    /** The lines of a purchase. */
    public static final Relation.Parts<Purchase, PurchaseLine> LINES =
            Relation.parts("lines", PURCHASE, PurchaseLine.class, Purchase::lines);

    /**
     * The purchases of a party that count, by when they were made. How many, how much and how long ago are counts and sums
     * over it: {@code sum(NET_VALUE, PURCHASES, where(CURRENCY, is("INR")), last(ofDays(90)), atLeast(1000))}.
     */
    public static final Relation.Join<Customer, Purchase> PURCHASES =
            Relation.join("purchases", CustomerFields.ID, BUYER).at(PURCHASED_AT);

    static final List<Field<PurchaseLine, ?>> LINE =
            List.of(LINE_PRODUCT, LINE_QUANTITY, LINE_TOTAL, LINE_RETURNED, LINE_CAME_BACK, LINE_REFUNDED);

    private PurchaseFields() {}

    private static @Nullable CustomerId buyer(Purchase purchase) {
        return purchase.isValid() ? purchase.customer() : null;
    }
}
