package org.sambandh.crm.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A stored service policy. */
@Entity(name = "SambandhServicePolicy")
@Table(name = "crm_service_policy")
class ServicePolicyRow extends Row {

    @Column(name = "name")
    @Nullable
    String name;
}
