package org.sambandh.crm.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stored call list. */
@Entity(name = "SambandhCallList")
@Table(name = "crm_call_list")
class CallListRow extends Row {

    @Column(name = "name")
    @Nullable
    String name;

    @Column(name = "campaign")
    @Nullable
    String campaign;

    @Column(name = "brand")
    @Nullable
    String brand;

    @Column(name = "max_attempts", precision = 18)
    @Nullable
    BigDecimal maxAttempts;

    @Column(name = "frozen_at")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant frozenAt;

    @Column(name = "closed")
    @Nullable
    Boolean closed;
}
