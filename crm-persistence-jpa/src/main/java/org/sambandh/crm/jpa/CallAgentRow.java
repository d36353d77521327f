package org.sambandh.crm.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A stored call agent. */
@Entity(name = "SambandhCallAgent")
@Table(name = "crm_call_agent")
class CallAgentRow extends Row {

    @Column(name = "active")
    @Nullable
    Boolean active;
}
