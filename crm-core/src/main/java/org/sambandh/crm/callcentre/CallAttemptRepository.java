package org.sambandh.crm.callcentre;

import org.sambandh.crm.common.CallAttemptId;
import org.sambandh.crm.store.Repository;

/** Keeps attempts to call. */
public interface CallAttemptRepository extends Repository<CallAttempt, CallAttemptId> {}
