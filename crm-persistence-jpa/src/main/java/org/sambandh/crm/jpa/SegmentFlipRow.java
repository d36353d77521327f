package org.sambandh.crm.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stored segment flip. */
@Entity(name = "SambandhSegmentFlip")
@Table(name = "crm_segment_flip")
class SegmentFlipRow extends Row {

    @Column(name = "segment")
    @Nullable
    String segment;

    @Column(name = "kind")
    @Nullable
    String kind;

    @Column(name = "subject_id")
    @Nullable
    String subjectId;

    @Column(name = "until")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant until;
}
