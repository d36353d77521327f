package org.sambandh.crm.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stored credit. */
@Entity(name = "SambandhCredit")
@Table(name = "crm_credit")
class CreditRow extends Row {

    @Column(name = "customer")
    @Nullable
    String customer;

    @Column(name = "on_hold")
    @Nullable
    Boolean onHold;

    @Column(name = "held_since")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant heldSince;

    @Column(name = "hold_reason")
    @Nullable
    String holdReason;
}
