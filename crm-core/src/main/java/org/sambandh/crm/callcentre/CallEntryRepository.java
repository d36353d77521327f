package org.sambandh.crm.callcentre;

import org.sambandh.crm.common.CallEntryId;
import org.sambandh.crm.store.Repository;

/** Keeps the places of parties on lists of calls: one for each list and party. */
public interface CallEntryRepository extends Repository<CallEntry, CallEntryId> {}
