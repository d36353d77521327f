package org.sambandh.crm.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A stored purchase. */
@Entity(name = "SambandhPurchase")
@Table(name = "crm_purchase")
class PurchaseRow extends Row {

    @Column(name = "customer")
    @Nullable
    String customer;

    @Column(name = "buyer")
    @Nullable
    String buyer;

    @Column(name = "purchased_at")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant purchasedAt;

    @Column(name = "purchased_on")
    @Nullable
    LocalDate purchasedOn;

    @Column(name = "currency")
    @Nullable
    String currency;

    @Column(name = "total", precision = 22, scale = 4)
    @Nullable
    BigDecimal total;

    @Column(name = "total_currency")
    @Nullable
    String totalCurrency;

    @Column(name = "refunded", precision = 22, scale = 4)
    @Nullable
    BigDecimal refunded;

    @Column(name = "refunded_currency")
    @Nullable
    String refundedCurrency;

    @Column(name = "net_revenue", precision = 22, scale = 4)
    @Nullable
    BigDecimal netRevenue;

    @Column(name = "net_revenue_currency")
    @Nullable
    String netRevenueCurrency;

    @Column(name = "total_value", precision = 18, scale = 4)
    @Nullable
    BigDecimal totalValue;

    @Column(name = "net_value", precision = 18, scale = 4)
    @Nullable
    BigDecimal netValue;

    @Column(name = "payment_method")
    @Nullable
    String paymentMethod;

    @Column(name = "purpose")
    @Nullable
    String purpose;

    @Column(name = "valid")
    @Nullable
    Boolean valid;

    @Column(name = "recorded_at")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant recordedAt;

    @Column(name = "corrects")
    @Nullable
    String corrects;
}
