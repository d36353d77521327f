package org.sambandh.crm.callcentre;

import org.sambandh.crm.common.UserId;
import org.sambandh.crm.store.Repository;

/** Keeps what is known of users who call. */
public interface CallAgentRepository extends Repository<CallAgent, UserId> {}
