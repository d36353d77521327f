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
import org.sambandh.crm.common.PurchaseReturnId;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.CustomerFields;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.field.Relation;
import org.sambandh.crm.product.ProductFields;
import org.sambandh.crm.store.EntityType;

/** What can be asked of a return, and the relations that lead to it. */
public final class ReturnFields {

    private static final Class<PurchaseReturn> RETURN = PurchaseReturn.class;

    /** Its identity. */
    public static final Field.One<PurchaseReturn, PurchaseReturnId> ID =
            Field.one(RETURN, "id", FieldType.id(PurchaseReturnId.class, PurchaseReturnId::new), PurchaseReturn::id);

    /** Who had bought. */
    public static final Field.Reference<PurchaseReturn, CustomerId, Customer> CUSTOMER = Field.reference(
                    RETURN, "customer", CustomerFields.ID_TYPE, Customer.class, r -> Optional.of(r.customer()))
            .asIndexed();

    /** Who had bought; missing for a return that counts no longer. */
    public static final Field.One<PurchaseReturn, CustomerId> BUYER = Field.one(
                    RETURN, "buyer", CustomerFields.ID_TYPE, ReturnFields::buyer)
            .asIndexed();

    /** The purchase. */
    public static final Field.Reference<PurchaseReturn, PurchaseId, Purchase> PURCHASE = Field.reference(
                    RETURN, "purchase", PurchaseFields.ID_TYPE, Purchase.class, r -> Optional.of(r.purchase()))
            .asIndexed();

    /** When. */
    public static final Field.One<PurchaseReturn, Instant> RETURNED_AT = Field.one(
                    RETURN, "returnedAt", FieldType.INSTANT, PurchaseReturn::returnedAt)
            .asIndexed();

    /** On which day in the zone of the tenant. */
    public static final Field.One<PurchaseReturn, LocalDate> RETURNED_ON =
            Field.one(RETURN, "returnedOn", FieldType.DATE, PurchaseReturn::returnedOn);

    /** The code of its currency. */
    public static final Field.One<PurchaseReturn, String> CURRENCY =
            Field.one(RETURN, "currency", FieldType.TEXT, r -> r.currency().getCurrencyCode());

    /** What was given back, net of tax. */
    public static final Field.One<PurchaseReturn, Money> TOTAL =
            Field.one(RETURN, "total", FieldType.MONEY, PurchaseReturn::total);

    /** What was given back, as a number. */
    public static final Field.One<PurchaseReturn, BigDecimal> TOTAL_VALUE =
            Field.one(RETURN, "totalValue", Amounts.NUMBER, r -> r.total().amount());

    /** The products that came back. */
    public static final Field.Many<PurchaseReturn, ProductId> PRODUCTS = Field.many(
                    RETURN,
                    "products",
                    ProductFields.ID_TYPE,
                    r -> r.lines().stream()
                            .map(ReturnLine::product)
                            .filter(Objects::nonNull)
                            .collect(Collectors.toCollection(LinkedHashSet::new)))
            .asIndexed();

    /** Why. */
    public static final Field.One<PurchaseReturn, String> REASON = Field.optional(
                    RETURN, "reason", FieldType.TEXT, PurchaseReturn::reason)
            .asPersonal();

    /** Whether it counts. */
    public static final Field.One<PurchaseReturn, Boolean> VALID =
            Field.one(RETURN, "valid", FieldType.BOOLEAN, PurchaseReturn::isValid);

    /** When we learned of it. */
    public static final Field.One<PurchaseReturn, Instant> RECORDED_AT =
            Field.one(RETURN, "recordedAt", FieldType.INSTANT, PurchaseReturn::recordedAt);

    /** How other systems name it. */
    public static final Field.Many<PurchaseReturn, String> EXTERNAL_REFS = EntityType.externalRefs(RETURN);

    /** All of them but the id. */
    public static final List<Field<PurchaseReturn, ?>> ALL = List.of(
            CUSTOMER,
            BUYER,
            PURCHASE,
            RETURNED_AT,
            RETURNED_ON,
            CURRENCY,
            TOTAL,
            TOTAL_VALUE,
            PRODUCTS,
            REASON,
            VALID,
            RECORDED_AT,
            EXTERNAL_REFS);

    /** The returns of a party that count, by when things came back. */
    public static final Relation.Join<Customer, PurchaseReturn> RETURNS =
            Relation.join("returns", CustomerFields.ID, BUYER).at(RETURNED_AT);

    /** The returns of a purchase, by when things came back; those that count no longer too. */
    public static final Relation.Join<Purchase, PurchaseReturn> OF_PURCHASE =
            Relation.join("returns", PurchaseFields.ID, PURCHASE).at(RETURNED_AT);

    private ReturnFields() {}

    private static @Nullable CustomerId buyer(PurchaseReturn given) {
        return given.isValid() ? given.customer() : null;
    }
}
