package org.sambandh.crm.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stored discarded lead. */
@Entity(name = "SambandhDiscardedLead")
@Table(name = "crm_discarded_lead")
class DiscardedLeadRow extends Row {

    @Column(name = "reason")
    @Nullable
    String reason;

    @Column(name = "origin_source")
    @Nullable
    String originSource;

    @Column(name = "received_at")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant receivedAt;

    @Column(name = "discarded_at")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant discardedAt;
}
