package org.sambandh.crm.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A stored segment. */
@Entity(name = "SambandhSegment")
@Table(name = "crm_segment")
class SegmentRow extends Row {

    @Column(name = "name")
    @Nullable
    String name;

    @Column(name = "subject")
    @Nullable
    String subject;

    @Column(name = "kind")
    @Nullable
    String kind;

    @Column(name = "rule")
    @Nullable
    String rule;

    @Column(name = "archived")
    @Nullable
    Boolean archived;
}
