package org.sambandh.crm.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stored conversion. */
@Entity(name = "SambandhConversion")
@Table(name = "crm_conversion")
class ConversionRow extends Row {

    @Column(name = "lead")
    @Nullable
    String lead;

    @Column(name = "opportunity")
    @Nullable
    String opportunity;

    @Column(name = "committed_at")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant committedAt;

    @Column(name = "reverted_at")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant revertedAt;
}
