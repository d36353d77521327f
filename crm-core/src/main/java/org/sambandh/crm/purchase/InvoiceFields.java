package org.sambandh.crm.purchase;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.InvoiceId;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.PurchaseId;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.CustomerFields;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.field.Relation;
import org.sambandh.crm.store.EntityType;

/**
 * What can be asked of an invoice, and the relation that leads from a party to its invoices. What is open is what is open by
 * all that is known now; {@link Invoices#receivables} tells it as of a day.
 */
public final class InvoiceFields {

    private static final Class<Invoice> INVOICE = Invoice.class;

    /** Its identity. */
    public static final Field.One<Invoice, InvoiceId> ID =
            Field.one(INVOICE, "id", FieldType.id(InvoiceId.class, InvoiceId::new), Invoice::id);

    /** Who owes it. */
    public static final Field.Reference<Invoice, CustomerId, Customer> CUSTOMER = Field.reference(
                    INVOICE, "customer", CustomerFields.ID_TYPE, Customer.class, i -> Optional.of(i.customer()))
            .asIndexed();

    /** The purchase it is for. */
    public static final Field.Reference<Invoice, PurchaseId, Purchase> PURCHASE = Field.reference(
                    INVOICE, "purchase", PurchaseFields.ID_TYPE, Purchase.class, Invoice::purchase)
            .asIndexed();

    /** The first instant of the day of issue. */
    public static final Field.One<Invoice, Instant> ISSUED_AT =
            Field.one(INVOICE, "issuedAt", FieldType.INSTANT, Invoice::issuedAt);

    /** The day of issue. */
    public static final Field.One<Invoice, LocalDate> ISSUED_ON =
            Field.one(INVOICE, "issuedOn", FieldType.DATE, Invoice::issuedOn);

    /** The last day on which it is in time. */
    public static final Field.One<Invoice, LocalDate> DUE_ON =
            Field.one(INVOICE, "dueOn", FieldType.DATE, Invoice::dueOn).asIndexed();

    /** The code of its currency. */
    public static final Field.One<Invoice, String> CURRENCY = Field.one(
            INVOICE, "currency", FieldType.TEXT, i -> i.amount().currency().getCurrencyCode());

    /** What is to be paid, tax included. */
    public static final Field.One<Invoice, Money> AMOUNT =
            Field.one(INVOICE, "amount", FieldType.MONEY, Invoice::amount);

    /** What settled it. */
    public static final Field.One<Invoice, Money> SETTLED =
            Field.one(INVOICE, "settled", FieldType.MONEY, Invoice::settled);

    /** What is still to be paid. */
    public static final Field.One<Invoice, Money> OPEN_AMOUNT =
            Field.one(INVOICE, "openAmount", FieldType.MONEY, Invoice::open);

    /** What is to be paid, as a number. */
    public static final Field.One<Invoice, BigDecimal> AMOUNT_VALUE =
            Field.one(INVOICE, "amountValue", Amounts.NUMBER, i -> i.amount().amount());

    /** What is still to be paid, as a number. */
    public static final Field.One<Invoice, BigDecimal> OPEN_VALUE =
            Field.one(INVOICE, "openValue", Amounts.NUMBER, i -> i.open().amount());

    /** Whether something is still to be paid. */
    public static final Field.One<Invoice, Boolean> OPEN = Field.one(
                    INVOICE, "open", FieldType.BOOLEAN, i -> i.open().signum() > 0)
            .asIndexed();

    /** The day since which it has been settled. */
    public static final Field.One<Invoice, LocalDate> SETTLED_ON =
            Field.optional(INVOICE, "settledOn", FieldType.DATE, Invoice::settledOn);

    /** How many days it took to be paid: {@link Invoice#daysToPay}. */
    public static final Field.One<Invoice, BigDecimal> DAYS_TO_PAY = Field.optional(
            INVOICE, "daysToPay", FieldType.number(0), i -> i.daysToPay().map(BigDecimal::valueOf));

    /** How other systems name it. */
    public static final Field.Many<Invoice, String> EXTERNAL_REFS = EntityType.externalRefs(INVOICE);

    /** All of them but the id. */
    public static final List<Field<Invoice, ?>> ALL = List.of(
            CUSTOMER,
            PURCHASE,
            ISSUED_AT,
            ISSUED_ON,
            DUE_ON,
            CURRENCY,
            AMOUNT,
            SETTLED,
            OPEN_AMOUNT,
            AMOUNT_VALUE,
            OPEN_VALUE,
            OPEN,
            SETTLED_ON,
            DAYS_TO_PAY,
            EXTERNAL_REFS);

    /** The invoices of a party, by the day of issue. */
    public static final Relation.Join<Customer, Invoice> INVOICES =
            Relation.join("invoices", CustomerFields.ID, CUSTOMER).at(ISSUED_AT);

    private InvoiceFields() {}
}
