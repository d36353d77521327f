package org.sambandh.crm.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A stored team. */
@Entity(name = "SambandhTeam")
@Table(name = "crm_team")
class TeamRow extends Row {

    @Column(name = "name")
    @Nullable
    String name;

    @Column(name = "active")
    @Nullable
    Boolean active;
}
