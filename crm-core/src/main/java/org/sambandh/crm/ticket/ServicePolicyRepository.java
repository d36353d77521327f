package org.sambandh.crm.ticket;

import org.sambandh.crm.common.ServicePolicyId;
import org.sambandh.crm.store.Repository;

/** Keeps what tenants promise. */
public interface ServicePolicyRepository extends Repository<ServicePolicy, ServicePolicyId> {}
