package org.sambandh.crm.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stored segment edition. */
@Entity(name = "SambandhSegmentEdition")
@Table(name = "crm_segment_edition")
class SegmentEditionRow extends Row {

    @Column(name = "stamp")
    @Nullable
    String stamp;

    @Column(name = "next_flip")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant nextFlip;
}
