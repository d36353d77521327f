package org.sambandh.crm.callcentre;

import org.sambandh.crm.common.CallListId;
import org.sambandh.crm.store.Repository;

/** Keeps lists of calls. */
public interface CallListRepository extends Repository<CallList, CallListId> {}
