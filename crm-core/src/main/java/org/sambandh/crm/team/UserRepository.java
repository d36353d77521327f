package org.sambandh.crm.team;

import org.sambandh.crm.common.UserId;
import org.sambandh.crm.store.Repository;

/** Keeps users. A host with a user table of its own replaces it and answers from there. */
public interface UserRepository extends Repository<User, UserId> {}
