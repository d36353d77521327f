package org.sambandh.crm.team;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.TeamId;
import org.sambandh.crm.common.UserId;

/**
 * Who answers for something: a user, a team, or a user on behalf of a team; at least one of them.
 *
 * @param user the user, or null if the whole team does
 * @param team the team, or null if the user does alone
 */
public record Ownership(@Nullable UserId user, @Nullable TeamId team) {

    /**
     * Checks and copies what it is given.
     *
     * @param user the user, or null if the whole team does
     * @param team the team, or null if the user does alone
     */
    public Ownership {
        if (user == null && team == null) {
            throw new Invalid("ownership", "a user or a team is needed; leave the ownership out if there is neither");
        }
    }

    /**
     * Returns the ownership of one user.
     *
     * @param user the user
     * @return the ownership
     */
    public static Ownership of(UserId user) {
        return new Ownership(user, null);
    }

    /**
     * Returns the ownership of a team.
     *
     * @param team the team
     * @return the ownership
     */
    public static Ownership of(TeamId team) {
        return new Ownership(null, team);
    }

    /**
     * Returns the ownership of a user or a team, if there is one.
     *
     * @param user the user, or null
     * @param team the team, or null
     * @return the ownership; nothing if both are null
     */
    public static Optional<Ownership> ofNullable(@Nullable UserId user, @Nullable TeamId team) {
        return user == null && team == null ? Optional.empty() : Optional.of(new Ownership(user, team));
    }
}
