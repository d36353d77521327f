package org.sambandh.crm.pipeline;

import org.sambandh.crm.common.OpportunityId;
import org.sambandh.crm.store.Repository;

/** Keeps deals. Found by customer, stage, outcome, owner and reference without reading them all. */
public interface OpportunityRepository extends Repository<Opportunity, OpportunityId> {}
