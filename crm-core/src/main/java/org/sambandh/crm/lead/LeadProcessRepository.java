package org.sambandh.crm.lead;

import org.sambandh.crm.common.LeadProcessId;
import org.sambandh.crm.store.Repository;

/** Keeps how tenants work on enquiries. */
public interface LeadProcessRepository extends Repository<LeadProcess, LeadProcessId> {}
