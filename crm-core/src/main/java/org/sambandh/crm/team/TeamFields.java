package org.sambandh.crm.team;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.sambandh.crm.common.TeamId;
import org.sambandh.crm.common.UserId;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.field.Relation;
import org.sambandh.crm.store.EntityType;

/** The fields of teams and of the stays inside them. */
public final class TeamFields {

    /** Its identity. */
    public static final Field.One<Team, TeamId> ID =
            Field.one(Team.class, "id", FieldType.id(TeamId.class, TeamId::new), Team::id);

    /** Its name. */
    public static final Field.One<Team, String> NAME = Field.one(Team.class, "name", FieldType.TEXT, Team::name)
            .asIndexed()
            .writtenBy((team, name) -> team.rename(name == null ? "" : name));

    /** Whether it still exists. */
    public static final Field.One<Team, Boolean> ACTIVE = Field.one(
                    Team.class, "active", FieldType.BOOLEAN, Team::active)
            .writtenBy((team, active) -> active == null || active ? team.reopen() : team.close());

    /** Who is, was or will be a member. */
    public static final Field.Many<Team, UserId> USERS = Field.many(
                    Team.class,
                    "users",
                    FieldType.id(UserId.class, UserId::new),
                    team -> team.members().stream()
                            .map(TeamMember::user)
                            .distinct()
                            .toList())
            .asIndexed();

    /** The keys under which other systems know the team. */
    public static final Field.Many<Team, String> EXTERNAL_REFS = EntityType.externalRefs(Team.class);

    /** Who stays in the team. */
    public static final Field.One<TeamMember, UserId> MEMBER_USER =
            Field.one(TeamMember.class, "user", FieldType.id(UserId.class, UserId::new), TeamMember::user);

    /** As what. */
    public static final Field.One<TeamMember, TeamMember.Role> MEMBER_ROLE =
            Field.one(TeamMember.class, "role", FieldType.enumOf(TeamMember.Role.class), TeamMember::role);

    /** Where. */
    public static final Field.One<TeamMember, String> MEMBER_OFFICE =
            Field.one(TeamMember.class, "office", FieldType.TEXT, TeamMember::office);

    /** The first day of the stay. */
    public static final Field.One<TeamMember, LocalDate> MEMBER_FROM = Field.optional(
            TeamMember.class,
            "from",
            FieldType.DATE,
            m -> Optional.ofNullable(m.validity().from()));

    /** The first day after the stay. */
    public static final Field.One<TeamMember, LocalDate> MEMBER_UNTIL = Field.optional(
            TeamMember.class,
            "until",
            FieldType.DATE,
            m -> Optional.ofNullable(m.validity().until()));

    /** The stays inside a team. */
    public static final Relation.Parts<Team, TeamMember> MEMBERS =
            Relation.parts("members", Team.class, TeamMember.class, Team::members);

    /** All of a team but the id. */
    public static final List<Field<Team, ?>> ALL = List.of(NAME, ACTIVE, USERS, EXTERNAL_REFS);

    /** All of a stay. */
    public static final List<Field<TeamMember, ?>> MEMBER =
            List.of(MEMBER_USER, MEMBER_ROLE, MEMBER_OFFICE, MEMBER_FROM, MEMBER_UNTIL);

    private TeamFields() {}
}
