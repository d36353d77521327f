package org.sambandh.crm.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A stored opportunity. */
@Entity(name = "SambandhOpportunity")
@Table(name = "crm_opportunity")
class OpportunityRow extends Row {

    @Column(name = "name")
    @Nullable
    String name;

    @Column(name = "customer")
    @Nullable
    String customer;

    @Column(name = "pipeline")
    @Nullable
    String pipeline;

    @Column(name = "stage")
    @Nullable
    String stage;

    @Column(name = "stage_entered_at")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant stageEnteredAt;

    @Column(name = "outcome")
    @Nullable
    String outcome;

    @Column(name = "open")
    @Nullable
    Boolean open;

    @Column(name = "amount", precision = 22, scale = 4)
    @Nullable
    BigDecimal amount;

    @Column(name = "amount_currency")
    @Nullable
    String amountCurrency;

    @Column(name = "amount_value", precision = 18, scale = 3)
    @Nullable
    BigDecimal amountValue;

    @Column(name = "currency")
    @Nullable
    String currency;

    @Column(name = "probability", precision = 18, scale = 4)
    @Nullable
    BigDecimal probability;

    @Column(name = "expected_close")
    @Nullable
    LocalDate expectedClose;

    @Column(name = "closed_on")
    @Nullable
    LocalDate closedOn;

    @Column(name = "opened_at")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant openedAt;

    @Column(name = "engaged_on")
    @Nullable
    LocalDate engagedOn;

    @Column(name = "days_to_close", precision = 18)
    @Nullable
    BigDecimal daysToClose;

    @Column(name = "owner_user")
    @Nullable
    String ownerUser;

    @Column(name = "owner_team")
    @Nullable
    String ownerTeam;

    @Column(name = "lost_reason")
    @Nullable
    String lostReason;

    @Column(name = "competitor")
    @Nullable
    String competitor;

    @Column(name = "void_reason")
    @Nullable
    String voidReason;

    @Column(name = "brand")
    @Nullable
    String brand;

    @Column(name = "lead")
    @Nullable
    String lead;
}
