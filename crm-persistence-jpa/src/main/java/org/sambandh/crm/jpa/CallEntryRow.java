package org.sambandh.crm.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stored call entry. */
@Entity(name = "SambandhCallEntry")
@Table(name = "crm_call_entry")
class CallEntryRow extends Row {

    @Column(name = "list")
    @Nullable
    String list;

    @Column(name = "party")
    @Nullable
    String party;

    @Column(name = "key_")
    @Nullable
    String key_;

    @Column(name = "number")
    @Nullable
    String number;

    @Column(name = "state")
    @Nullable
    String state;

    @Column(name = "open")
    @Nullable
    Boolean open;

    @Column(name = "enlisted_at")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant enlistedAt;

    @Column(name = "attempts", precision = 18)
    @Nullable
    BigDecimal attempts;

    @Column(name = "not_before")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant notBefore;

    @Column(name = "call_back_at")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant callBackAt;

    @Column(name = "last_attempt_at")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant lastAttemptAt;

    @Column(name = "claimed_by")
    @Nullable
    String claimedBy;

    @Column(name = "claimed_until")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant claimedUntil;

    @Column(name = "converted")
    @Nullable
    Boolean converted;
}
