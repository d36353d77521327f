package org.sambandh.crm.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An event of the outbox, with its place in the order of the commits. */
@Entity(name = "SambandhEvent")
@Table(name = "crm_event")
class EventRow extends Row {

    @Column(name = "type")
    @Nullable
    String type_;

    @Column(name = "subject")
    @Nullable
    String subject;

    @Column(name = "at")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant at;

    /** Drawn while the counter of the tenant is locked, so that it grows in the order of the commits. */
    @Column(name = "position")
    long position;
}
