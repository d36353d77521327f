package org.sambandh.crm.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stored lead. */
@Entity(name = "SambandhLead")
@Table(name = "crm_lead")
class LeadRow extends Row {

    @Column(name = "person")
    @Nullable
    String person;

    @Column(name = "organization")
    @Nullable
    String organization;

    @Column(name = "introduced_by")
    @Nullable
    String introducedBy;

    @Column(name = "status")
    @Nullable
    String status;

    @Column(name = "phase")
    @Nullable
    String phase;

    @Column(name = "status_reason")
    @Nullable
    String statusReason;

    @Column(name = "open")
    @Nullable
    Boolean open;

    @Column(name = "origin_source")
    @Nullable
    String originSource;

    @Column(name = "origin_medium")
    @Nullable
    String originMedium;

    @Column(name = "origin_campaign")
    @Nullable
    String originCampaign;

    @Column(name = "latest_source")
    @Nullable
    String latestSource;

    @Column(name = "latest_medium")
    @Nullable
    String latestMedium;

    @Column(name = "latest_campaign")
    @Nullable
    String latestCampaign;

    @Column(name = "product_of_interest")
    @Nullable
    String productOfInterest;

    @Column(name = "product_text")
    @Nullable
    String productText;

    @Column(name = "brand")
    @Nullable
    String brand;

    @Column(name = "received_at")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant receivedAt;

    @Column(name = "last_touch_at")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant lastTouchAt;

    @Column(name = "owner_user")
    @Nullable
    String ownerUser;

    @Column(name = "owner_team")
    @Nullable
    String ownerTeam;
}
