package org.sambandh.crm.lead;

import org.sambandh.crm.common.DuplicateCandidateId;
import org.sambandh.crm.store.Repository;

/** Keeps pairs of parties that may be one. */
public interface DuplicateCandidateRepository extends Repository<DuplicateCandidate, DuplicateCandidateId> {}
