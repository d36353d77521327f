package org.sambandh.crm.inmemory;

import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.store.Repository;

/** Keeps the holders of the tests. */
public interface HolderRepository extends Repository<Holder, CustomerId> {}
