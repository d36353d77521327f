package org.sambandh.crm.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stored campaign member. */
@Entity(name = "SambandhCampaignMember")
@Table(name = "crm_campaign_member")
class CampaignMemberRow extends Row {

    @Column(name = "campaign")
    @Nullable
    String campaign;

    @Column(name = "party")
    @Nullable
    String party;

    @Column(name = "key_")
    @Nullable
    String key_;

    @Column(name = "status")
    @Nullable
    String status;

    @Column(name = "targeted_at")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant targetedAt;

    @Column(name = "sent_at")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant sentAt;

    @Column(name = "delivered_at")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant deliveredAt;

    @Column(name = "opened_at")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant openedAt;

    @Column(name = "responded_at")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant respondedAt;

    @Column(name = "bounced_at")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant bouncedAt;

    @Column(name = "unsubscribed_at")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant unsubscribedAt;

    @Column(name = "segment")
    @Nullable
    String segment;

    @Column(name = "lead")
    @Nullable
    String lead;
}
