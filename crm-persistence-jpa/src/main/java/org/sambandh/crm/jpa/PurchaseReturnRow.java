package org.sambandh.crm.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A stored purchase return. */
@Entity(name = "SambandhPurchaseReturn")
@Table(name = "crm_purchase_return")
class PurchaseReturnRow extends Row {

    @Column(name = "customer")
    @Nullable
    String customer;

    @Column(name = "buyer")
    @Nullable
    String buyer;

    @Column(name = "purchase")
    @Nullable
    String purchase;

    @Column(name = "returned_at")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant returnedAt;

    @Column(name = "returned_on")
    @Nullable
    LocalDate returnedOn;

    @Column(name = "currency")
    @Nullable
    String currency;

    @Column(name = "total", precision = 22, scale = 4)
    @Nullable
    BigDecimal total;

    @Column(name = "total_currency")
    @Nullable
    String totalCurrency;

    @Column(name = "total_value", precision = 18, scale = 4)
    @Nullable
    BigDecimal totalValue;

    @Column(name = "reason")
    @Nullable
    String reason;

    @Column(name = "valid")
    @Nullable
    Boolean valid;

    @Column(name = "recorded_at")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant recordedAt;
}
