package org.sambandh.crm.jpa;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A stored lifecycle. */
@Entity(name = "SambandhCustomerLifecycle")
@Table(name = "crm_lifecycle")
class CustomerLifecycleRow extends Row {}
