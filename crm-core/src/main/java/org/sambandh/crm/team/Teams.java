package org.sambandh.crm.team;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.common.TeamId;
import org.sambandh.crm.common.UserId;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Tests;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Unit;
import org.sambandh.crm.store.Units;
import org.sambandh.crm.store.Upserted;

/** Users and teams. Each call is one transaction; one that changes nothing writes nothing and records no event. */
public final class Teams {

    private final Units units;

    /**
     * Makes the service.
     *
     * @param units gives it units of work
     */
    public Teams(Units units) {
        this.units = units;
    }

    /**
     * Adds a user.
     *
     * @param user never stored before
     * @return the user as stored
     * @throws org.sambandh.crm.common.DuplicateKey if the id or an external reference is taken
     * @throws RuleViolation {@code manager-cycle} if the user would report to itself over others
     * @throws NotFound if the manager is unknown
     */
    public User addUser(User user) {
        return units.run(unit ->
                store(unit, null, user.toBuilder().revision(Revision.NEW).build()));
    }

    /**
     * Adds an active user with nothing but a name.
     *
     * @param id the host's id
     * @param displayName how colleagues see the name
     * @return the user as stored
     * @throws org.sambandh.crm.common.DuplicateKey if the id is taken
     */
    public User addUser(UserId id, String displayName) {
        return addUser(User.builder(id).displayName(displayName).build());
    }

    /**
     * Returns a user.
     *
     * @param id the host's id
     * @return the user
     * @throws NotFound if there is none
     */
    public User user(UserId id) {
        return units.run(unit -> load(unit, id));
    }

    /**
     * Returns some of the users.
     *
     * @param condition what must hold
     * @return the first 100, by id
     */
    public Page<User> users(Condition<User> condition) {
        return units.run(unit -> unit.get(UserRepository.class).find(Query.of(condition, unit.moment())));
    }

    /**
     * Changes a user by a verb.
     *
     * @param id the host's id
     * @param verb returns a changed copy
     * @return the user as stored
     * @throws NotFound if there is none, or the new manager is unknown
     * @throws RuleViolation {@code manager-cycle} if the user would report to itself over others
     */
    public User changeUser(UserId id, UnaryOperator<User> verb) {
        return units.run(unit -> {
            User before = load(unit, id);
            return store(unit, before, verb.apply(before));
        });
    }

    /**
     * Adds or changes a user whom another system names.
     *
     * @param ref how the other system names the user
     * @param content what is known now; its id counts only where the user is new
     * @return created, updated, or unchanged: then nothing was written
     */
    public Upserted<User> upsertUser(ExternalRef ref, User content) {
        return units.run(unit -> {
            Optional<User> known = byRef(unit, ref);
            List<ExternalRef> refs = with(content.externalRefs(), ref);
            if (known.isEmpty()) {
                User fresh = content.toBuilder()
                        .revision(Revision.NEW)
                        .externalRefs(refs)
                        .build();
                return new Upserted.Created<>(store(unit, null, fresh));
            }
            User before = known.get();
            User after = User.builder(before.id())
                    .revision(before.revision())
                    .externalRefs(union(before.externalRefs(), refs))
                    .displayName(content.displayName())
                    .active(content.active())
                    .zone(content.zone().orElse(null))
                    .manager(content.manager().orElse(null))
                    .build();
            return after.sameAs(before)
                    ? new Upserted.Unchanged<>(before)
                    : new Upserted.Updated<>(store(unit, before, after));
        });
    }

    /**
     * Opens a team without members.
     *
     * @param name its name
     * @return the team as stored
     */
    public Team openTeam(String name) {
        return units.run(unit -> {
            Team team = Team.builder(unit.newId(TeamId.class, TeamId::new))
                    .name(name)
                    .build();
            return store(unit, null, team, TeamEvents.TEAM_OPENED, Map.of());
        });
    }

    /**
     * Returns a team.
     *
     * @param id its id
     * @return the team
     * @throws NotFound if there is none
     */
    public Team team(TeamId id) {
        return units.run(unit -> load(unit, id));
    }

    /**
     * Returns some of the teams.
     *
     * @param condition what must hold
     * @return the first 100, by id
     */
    public Page<Team> teams(Condition<Team> condition) {
        return units.run(unit -> unit.get(TeamRepository.class).find(Query.of(condition, unit.moment())));
    }

    /**
     * Returns the teams of a user on a day.
     *
     * @param user the user
     * @param day the day
     * @return the teams, by id; empty if the user is in none
     */
    public List<Team> teamsOf(UserId user, LocalDate day) {
        return units.run(unit -> {
            Condition<Team> ever = Conditions.where(TeamFields.USERS, Tests.is(user));
            Query<Team> query = Query.of(ever, unit.moment()).limit(1_000);
            return unit.get(TeamRepository.class).find(query).items().stream()
                    .filter(team ->
                            team.membersOn(day).stream().anyMatch(m -> m.user().equals(user)))
                    .toList();
        });
    }

    /**
     * Changes a team by a verb: {@code team -> team.rename("North")}.
     *
     * @param id its id
     * @param verb returns a changed copy
     * @return the team as stored
     * @throws NotFound if there is none
     */
    public Team changeTeam(TeamId id, UnaryOperator<Team> verb) {
        return units.run(unit -> {
            Team before = load(unit, id);
            return store(unit, before, verb.apply(before), TeamEvents.TEAM_CHANGED, Map.of());
        });
    }

    /**
     * Lets a user join a team.
     *
     * @param id the team
     * @param member who, as what, when
     * @return the team as stored
     * @throws NotFound if there is no such team or user
     * @throws RuleViolation {@code team-member-twice} if the user is a member on one of these days already;
     *     {@code user-inactive} if the user left
     */
    public Team join(TeamId id, TeamMember member) {
        return units.run(unit -> {
            Team before = load(unit, id);
            if (!load(unit, member.user()).active()) {
                throw new RuleViolation(
                        "user-inactive",
                        new EntityRef("user", member.user().value()),
                        "Somebody who left cannot join team " + id + ". Activate the user first.");
            }
            return store(unit, before, before.join(member), TeamEvents.MEMBER_JOINED, who(member.user()));
        });
    }

    /**
     * Lets a user leave a team.
     *
     * @param id the team
     * @param user who leaves; no member is no error
     * @param day the first day on which they are no longer a member
     * @return the team as stored
     * @throws NotFound if there is no such team
     */
    public Team leave(TeamId id, UserId user, LocalDate day) {
        return units.run(unit -> {
            Team before = load(unit, id);
            return store(unit, before, before.leave(user, day), TeamEvents.MEMBER_LEFT, who(user));
        });
    }

    /**
     * Opens or changes a team that another system names.
     *
     * @param ref how the other system names the team
     * @param name its name
     * @param members every stay of every member
     * @return created, updated, or unchanged: then nothing was written
     */
    public Upserted<Team> upsertTeam(ExternalRef ref, String name, List<TeamMember> members) {
        return units.run(unit -> {
            members.forEach(member -> load(unit, member.user()));
            Condition<Team> named = Conditions.where(TeamFields.EXTERNAL_REFS, Tests.is(ref.key()));
            Query<Team> query = Query.of(named, unit.moment());
            List<Team> known = unit.get(TeamRepository.class).find(query).items();
            if (known.isEmpty()) {
                Team fresh = Team.builder(unit.newId(TeamId.class, TeamId::new))
                        .externalRefs(List.of(ref))
                        .name(name)
                        .members(members)
                        .build();
                return new Upserted.Created<>(store(unit, null, fresh, TeamEvents.TEAM_OPENED, Map.of()));
            }
            Team before = known.get(0);
            Team after = before.toBuilder().name(name).members(members).build();
            return after.sameAs(before)
                    ? new Upserted.Unchanged<>(before)
                    : new Upserted.Updated<>(store(unit, before, after, TeamEvents.TEAM_CHANGED, Map.of()));
        });
    }

    private static Map<String, String> who(UserId user) {
        return Map.of("user", user.value());
    }

    private static User load(Unit unit, UserId id) {
        return unit.get(UserRepository.class)
                .findById(id)
                .orElseThrow(() -> new NotFound(new EntityRef("user", id.value())));
    }

    private static Team load(Unit unit, TeamId id) {
        return unit.get(TeamRepository.class)
                .findById(id)
                .orElseThrow(() -> new NotFound(new EntityRef("team", id.value())));
    }

    private static Optional<User> byRef(Unit unit, ExternalRef ref) {
        Condition<User> named = Conditions.where(UserFields.EXTERNAL_REFS, Tests.is(ref.key()));
        return unit.get(UserRepository.class).find(Query.of(named, unit.moment())).items().stream()
                .findFirst();
    }

    private static User store(Unit unit, @Nullable User before, User after) {
        if (before != null && before.sameAs(after)) {
            return before;
        }
        checkManagers(unit, after);
        User stored = unit.get(UserRepository.class).save(List.of(after)).get(0);
        String type = before == null ? TeamEvents.USER_ADDED : TeamEvents.USER_CHANGED;
        unit.record(type, User.class, before, stored, List.of(), Map.of());
        return stored;
    }

    private static void checkManagers(Unit unit, User user) {
        Set<UserId> seen = new HashSet<>(Set.of(user.id()));
        UserId next = user.manager().orElse(null);
        while (next != null) {
            if (!seen.add(next)) {
                throw new RuleViolation(
                        "manager-cycle",
                        new EntityRef("user", user.id().value()),
                        "The user would report to itself over " + next + ". Choose another manager.");
            }
            next = load(unit, next).manager().orElse(null);
        }
    }

    private static Team store(Unit unit, @Nullable Team before, Team after, String type, Map<String, String> data) {
        if (before != null && before.sameAs(after)) {
            return before;
        }
        Team stored = unit.get(TeamRepository.class).save(List.of(after)).get(0);
        unit.record(type, Team.class, before, stored, List.of(), data);
        return stored;
    }

    private static List<ExternalRef> with(List<ExternalRef> refs, ExternalRef ref) {
        return union(refs, List.of(ref));
    }

    private static List<ExternalRef> union(List<ExternalRef> one, List<ExternalRef> other) {
        List<ExternalRef> all = new ArrayList<>(one);
        other.stream().filter(ref -> !all.contains(ref)).forEach(all::add);
        return all;
    }
}
