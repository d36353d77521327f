package org.sambandh.crm.inmemory;

import org.sambandh.crm.common.TaskId;
import org.sambandh.crm.store.Repository;

/** Keeps the accounts of the tests. */
public interface AccountRepository extends Repository<Account, TaskId> {}
