package org.sambandh.crm.lead;

import org.sambandh.crm.common.LeadId;
import org.sambandh.crm.store.Repository;

/** Keeps enquiries, open and closed. */
public interface LeadRepository extends Repository<Lead, LeadId> {}
