package org.sambandh.crm.tck;

import org.sambandh.crm.common.TeamId;
import org.sambandh.crm.team.Team;

/** The contract of {@link org.sambandh.crm.team.TeamRepository}. */
public abstract class TeamRepositoryContract extends RepositoryContract<Team, TeamId> {

    /** Begins the contract. */
    protected TeamRepositoryContract() {
        super(Team.class);
    }

    @Override
    protected Team changed(Team entity) {
        return entity.toBuilder().name("changed").build();
    }

    @Override
    protected Team claiming(Team entity, int... keys) {
        return entity.toBuilder().externalRefs(Keys.refs(keys)).build();
    }
}
