package org.sambandh.crm.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A stored relationship. */
@Entity(name = "SambandhRelationship")
@Table(name = "crm_relationship")
class RelationshipRow extends Row {

    @Column(name = "type")
    @Nullable
    String type_;

    @Column(name = "from_")
    @Nullable
    String from_;

    @Column(name = "to_")
    @Nullable
    String to;

    @Column(name = "role_title")
    @Nullable
    String roleTitle;

    @Column(name = "valid_from")
    @Nullable
    LocalDate validFrom;

    @Column(name = "valid_until")
    @Nullable
    LocalDate validUntil;
}
