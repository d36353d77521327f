package org.sambandh.crm.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stored call attempt. */
@Entity(name = "SambandhCallAttempt")
@Table(name = "crm_call_attempt")
class CallAttemptRow extends Row {

    @Column(name = "list")
    @Nullable
    String list;

    @Column(name = "entry")
    @Nullable
    String entry_;

    @Column(name = "party")
    @Nullable
    String party;

    @Column(name = "agent")
    @Nullable
    String agent;

    @Column(name = "at")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant at;

    @Column(name = "handle_seconds", precision = 18, scale = 6)
    @Nullable
    BigDecimal handleSeconds;

    @Column(name = "disposition")
    @Nullable
    String disposition;

    @Column(name = "outcome")
    @Nullable
    String outcome;

    @Column(name = "converted")
    @Nullable
    Boolean converted;

    @Column(name = "interaction")
    @Nullable
    String interaction;
}
