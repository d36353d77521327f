package org.sambandh.crm.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The last position given to an event of a tenant. */
@Entity(name = "SambandhOutboxCounter")
@Table(name = "crm_outbox_counter")
class OutboxCounterRow {

    @Id
    @Column(name = "tenant", length = 36, updatable = false)
    String tenant = "";

    @Column(name = "last_position", nullable = false)
    long last;
}
