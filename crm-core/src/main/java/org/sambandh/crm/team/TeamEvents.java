package org.sambandh.crm.team;

/** The types of events about users and teams. */
public final class TeamEvents {

    /** A user was added. */
    public static final String USER_ADDED = "user.added";

    /** Something about a user changed. */
    public static final String USER_CHANGED = "user.changed";

    /** A team was opened. */
    public static final String TEAM_OPENED = "team.opened";

    /** Name or state of a team changed. */
    public static final String TEAM_CHANGED = "team.changed";

    /** Somebody joined a team; data names the {@code user}. */
    public static final String MEMBER_JOINED = "team.memberJoined";

    /** Somebody left a team; data names the {@code user}. */
    public static final String MEMBER_LEFT = "team.memberLeft";

    private TeamEvents() {}
}
