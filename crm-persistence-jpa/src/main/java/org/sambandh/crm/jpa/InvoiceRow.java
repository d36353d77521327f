package org.sambandh.crm.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A stored invoice. */
@Entity(name = "SambandhInvoice")
@Table(name = "crm_invoice")
class InvoiceRow extends Row {

    @Column(name = "customer")
    @Nullable
    String customer;

    @Column(name = "purchase")
    @Nullable
    String purchase;

    @Column(name = "issued_at")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant issuedAt;

    @Column(name = "issued_on")
    @Nullable
    LocalDate issuedOn;

    @Column(name = "due_on")
    @Nullable
    LocalDate dueOn;

    @Column(name = "currency")
    @Nullable
    String currency;

    @Column(name = "amount", precision = 22, scale = 4)
    @Nullable
    BigDecimal amount;

    @Column(name = "amount_currency")
    @Nullable
    String amountCurrency;

    @Column(name = "settled", precision = 22, scale = 4)
    @Nullable
    BigDecimal settled;

    @Column(name = "settled_currency")
    @Nullable
    String settledCurrency;

    @Column(name = "open_amount", precision = 22, scale = 4)
    @Nullable
    BigDecimal openAmount;

    @Column(name = "open_amount_currency")
    @Nullable
    String openAmountCurrency;

    @Column(name = "amount_value", precision = 18, scale = 4)
    @Nullable
    BigDecimal amountValue;

    @Column(name = "open_value", precision = 18, scale = 4)
    @Nullable
    BigDecimal openValue;

    @Column(name = "open")
    @Nullable
    Boolean open;

    @Column(name = "settled_on")
    @Nullable
    LocalDate settledOn;

    @Column(name = "days_to_pay", precision = 18)
    @Nullable
    BigDecimal daysToPay;
}
