package org.sambandh.crm.team;

import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Text;
import org.sambandh.crm.common.UserId;
import org.sambandh.crm.common.Validity;

/**
 * One stay of a user in a team. Who leaves and comes back has two.
 *
 * @param user who
 * @param role as what
 * @param office where, for example {@code East}; null if it does not matter
 * @param validity the days of the stay
 */
public record TeamMember(UserId user, Role role, @Nullable String office, Validity validity) {

    /** What a user is in a team. */
    public enum Role {
        /** Leads the team. */
        MANAGER,
        /** Works in the team. */
        MEMBER
    }

    /**
     * Checks and copies what it is given.
     *
     * @param user who
     * @param role as what
     * @param office where, for example {@code East}; null if it does not matter
     * @param validity the days of the stay
     */
    public TeamMember {
        office = Text.orMissing("teamMember.office", office, 200);
    }

    /**
     * Returns a member without office and dates.
     *
     * @param user who
     * @return the member
     */
    public static TeamMember of(UserId user) {
        return new TeamMember(user, Role.MEMBER, null, Validity.ALWAYS);
    }

    /**
     * Returns a manager without office and dates.
     *
     * @param user who
     * @return the manager
     */
    public static TeamMember manager(UserId user) {
        return new TeamMember(user, Role.MANAGER, null, Validity.ALWAYS);
    }

    /**
     * Returns this stay at an office.
     *
     * @param newOffice where, or null
     * @return a changed copy
     */
    public TeamMember at(@Nullable String newOffice) {
        return new TeamMember(user, role, newOffice, validity);
    }

    /**
     * Returns this stay on certain days.
     *
     * @param days the days
     * @return a changed copy
     */
    public TeamMember during(Validity days) {
        return new TeamMember(user, role, office, days);
    }
}
