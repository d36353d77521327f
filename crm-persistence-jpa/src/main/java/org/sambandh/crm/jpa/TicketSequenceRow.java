package org.sambandh.crm.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A stored ticket sequence. */
@Entity(name = "SambandhTicketSequence")
@Table(name = "crm_ticket_sequence")
class TicketSequenceRow extends Row {

    @Column(name = "last", precision = 18)
    @Nullable
    BigDecimal last;
}
