package org.sambandh.crm.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A stored user. */
@Entity(name = "SambandhUser")
@Table(name = "crm_user")
class UserRow extends Row {

    @Column(name = "display_name")
    @Nullable
    String displayName;

    @Column(name = "active")
    @Nullable
    Boolean active;

    @Column(name = "zone")
    @Nullable
    String zone;

    @Column(name = "manager")
    @Nullable
    String manager;
}
