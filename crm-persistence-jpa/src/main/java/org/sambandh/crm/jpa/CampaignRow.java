package org.sambandh.crm.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A stored campaign. */
@Entity(name = "SambandhCampaign")
@Table(name = "crm_campaign")
class CampaignRow extends Row {

    @Column(name = "code")
    @Nullable
    String code;

    @Column(name = "name")
    @Nullable
    String name;

    @Column(name = "channel")
    @Nullable
    String channel;

    @Column(name = "brand")
    @Nullable
    String brand;

    @Column(name = "status")
    @Nullable
    String status;

    @Column(name = "budget", precision = 22, scale = 4)
    @Nullable
    BigDecimal budget;

    @Column(name = "budget_currency")
    @Nullable
    String budgetCurrency;

    @Column(name = "cost", precision = 22, scale = 4)
    @Nullable
    BigDecimal cost;

    @Column(name = "cost_currency")
    @Nullable
    String costCurrency;

    @Column(name = "cost_entries", precision = 18)
    @Nullable
    BigDecimal costEntries;

    @Column(name = "starts_on")
    @Nullable
    LocalDate startsOn;

    @Column(name = "ends_on")
    @Nullable
    LocalDate endsOn;

    @Column(name = "audience_frozen_at")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant audienceFrozenAt;
}
