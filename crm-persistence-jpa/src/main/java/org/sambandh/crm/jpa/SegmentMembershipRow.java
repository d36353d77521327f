package org.sambandh.crm.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stored segment membership. */
@Entity(name = "SambandhSegmentMembership")
@Table(name = "crm_segment_membership")
class SegmentMembershipRow extends Row {

    @Column(name = "segment")
    @Nullable
    String segment;

    @Column(name = "kind")
    @Nullable
    String kind;

    @Column(name = "subject_id")
    @Nullable
    String subjectId;

    @Column(name = "since")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant since;

    @Column(name = "until")
    @Convert(converter = InstantColumn.class)
    @Nullable
    Instant until;
}
