package org.sambandh.crm.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stored interaction. */
@Entity(name = "SambandhInteraction")
@Table(name = "crm_interaction")
class InteractionRow extends Row {

    @Column(name = "channel")
    @Nullable
    String channel;

    @Column(name = "direction")
    @Nullable
    String direction;

    @Column(name = "occurred_at")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant occurredAt;

    @Column(name = "recorded_at")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant recordedAt;

    @Column(name = "on_behalf_of")
    @Nullable
    String onBehalfOf;

    @Column(name = "performed_by")
    @Nullable
    String performedBy;

    @Column(name = "disposition")
    @Nullable
    String disposition;

    @Column(name = "brand")
    @Nullable
    String brand;

    @Column(name = "subject_line")
    @Nullable
    String subjectLine;

    @Column(name = "duration_seconds", precision = 18)
    @Nullable
    BigDecimal durationSeconds;

    @Column(name = "thread")
    @Nullable
    String thread;

    @Column(name = "valid")
    @Nullable
    Boolean valid;

    @Column(name = "original")
    @Nullable
    String original;

    @Column(name = "superseded_by")
    @Nullable
    String supersededBy;

    @Column(name = "retraction_reason")
    @Nullable
    String retractionReason;
}
