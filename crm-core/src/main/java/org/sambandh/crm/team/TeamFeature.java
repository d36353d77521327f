package org.sambandh.crm.team;

import java.util.List;
import org.sambandh.crm.common.TeamId;
import org.sambandh.crm.common.UserId;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.store.EntityType;
import org.sambandh.crm.store.Feature;
import org.sambandh.crm.store.ForwardingRepository;
import org.sambandh.crm.store.Repository;

/** Users and teams, described to stores and catalogue. Keeps nothing about parties. */
public final class TeamFeature implements Feature {

    private static final EntityType<User, UserId, UserRepository> USER = new EntityType<>(
            User.class,
            "user",
            UserFields.ID,
            UserRepository.class,
            ForwardingUserRepository::new,
            (user, revision) -> user.toBuilder().revision(revision).build(),
            List.of(UserFields.EXTERNAL_REFS));

    private static final EntityType<Team, TeamId, TeamRepository> TEAM = new EntityType<>(
            Team.class,
            "team",
            TeamFields.ID,
            TeamRepository.class,
            ForwardingTeamRepository::new,
            (team, revision) -> team.toBuilder().revision(revision).build(),
            List.of(TeamFields.EXTERNAL_REFS));

    /** Makes the feature. */
    public TeamFeature() {}

    @Override
    public String name() {
        return "team";
    }

    @Override
    public List<EntityType<?, ?, ?>> entities() {
        return List.of(USER, TEAM);
    }

    @Override
    public void declare(Catalog.Builder catalog) {
        catalog.entity(User.class, "user", UserFields.ID, UserFields.ALL);
        catalog.entity(Team.class, "team", TeamFields.ID, TeamFields.ALL);
        catalog.part(TeamMember.class, "teamMember", TeamFields.MEMBER);
    }

    @Override
    public void relate(Catalog.Builder catalog) {
        catalog.relation(TeamFields.MEMBERS);
    }

    private static final class ForwardingUserRepository extends ForwardingRepository<User, UserId>
            implements UserRepository {
        ForwardingUserRepository(Repository<User, UserId> inner) {
            super(inner);
        }
    }

    private static final class ForwardingTeamRepository extends ForwardingRepository<Team, TeamId>
            implements TeamRepository {
        ForwardingTeamRepository(Repository<Team, TeamId> inner) {
            super(inner);
        }
    }
}
