package org.sambandh.crm.lead;

import org.sambandh.crm.common.LeadId;
import org.sambandh.crm.store.Repository;

/** Keeps what is left of discarded enquiries. */
public interface DiscardedLeadRepository extends Repository<DiscardedLead, LeadId> {}
