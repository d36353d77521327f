package org.sambandh.crm.team;

import org.sambandh.crm.common.TeamId;
import org.sambandh.crm.store.Repository;

/** Keeps teams with their members. */
public interface TeamRepository extends Repository<Team, TeamId> {}
