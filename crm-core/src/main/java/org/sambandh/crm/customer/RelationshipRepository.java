package org.sambandh.crm.customer;

import org.sambandh.crm.common.RelationshipId;
import org.sambandh.crm.store.Repository;

/** Keeps what parties are to each other. */
public interface RelationshipRepository extends Repository<Relationship, RelationshipId> {}
