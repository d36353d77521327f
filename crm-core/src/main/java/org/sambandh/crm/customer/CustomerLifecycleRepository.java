package org.sambandh.crm.customer;

import org.sambandh.crm.common.LifecycleId;
import org.sambandh.crm.store.Repository;

/** Keeps the stages each tenant decided on. */
public interface CustomerLifecycleRepository extends Repository<CustomerLifecycle, LifecycleId> {}
