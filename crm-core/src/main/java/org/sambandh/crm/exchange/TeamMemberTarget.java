package org.sambandh.crm.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CrmException;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.StoreFailure;
import org.sambandh.crm.common.UserId;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.store.Unit;
import org.sambandh.crm.store.Units;
import org.sambandh.crm.team.Team;
import org.sambandh.crm.team.TeamMember;
import org.sambandh.crm.team.Teams;
import org.sambandh.crm.team.User;
import org.sambandh.crm.team.UserFields;

/** Rows become users; managers they name become users too; teams get the members they are named by. */
final class TeamMemberTarget extends RowTarget {

    private static final String TEAM = "team";
    private static final String OFFICE = "office";

    private final Map<String, NamedTeam> teams = new LinkedHashMap<>();

    private record Stay(
            ExternalRef user,
            TeamMember.Role role,
            @Nullable String office) {}

    private record NamedTeam(long line, String column, ExternalRef ref, String name, Map<String, Stay> stays) {}

    @Override
    @Nullable
    FieldType<?> special(String name) {
        return null;
    }

    @Override
    boolean isSpecial(String name) {
        return name.equals(TEAM) || name.equals(OFFICE);
    }

    @Override
    Class<?> subject() {
        return User.class;
    }

    @Override
    void check(List<RowRule> rules) {
        super.check(rules);
        boolean named = rules.stream().anyMatch(r -> UserFields.DISPLAY_NAME.equals(r.field()));
        if (!named) {
            throw new Invalid("$.columns", "a user needs a column for displayName");
        }
        for (RowRule rule : rules) {
            if (rule.is(TEAM) && rule.rule().refer() == null) {
                throw new Invalid(rule.rule().column(), "a team needs \"refer\": its system and type elsewhere");
            }
        }
    }

    @Override
    List<RowResult> write(Unit unit, List<Row> rows) {
        List<RowResult> results = new ArrayList<>();
        for (Row row : rows) {
            results.add(new RowResult.Written(row.line(), write(unit, row)));
        }
        return results;
    }

    private RowResult.Outcome write(Unit unit, Row row) {
        Teams service = new Teams(Units.joining(unit));
        User known = byRef(unit, User.class, row.key());
        User filled = known != null
                ? known
                : User.builder(unit.newId(UserId.class, UserId::new))
                        .displayName(row.key().value())
                        .build();
        for (Map.Entry<RowRule, Object> value : plain(row)) {
            filled = set(filled, Objects.requireNonNull(value.getKey().field()), value.getValue());
        }
        for (Map.Entry<RowRule, Object> value : row.values().entrySet()) {
            RefRule refer = value.getKey().rule().refer();
            if (refer != null && UserFields.MANAGER.equals(value.getKey().field())) {
                String name = value.getValue().toString();
                User manager = byRef(unit, User.class, refer.of(name));
                if (manager == null) {
                    User fresh = User.builder(unit.newId(UserId.class, UserId::new))
                            .displayName(name)
                            .build();
                    manager = service.upsertUser(refer.of(name), fresh).entity();
                }
                filled = filled.reportTo(manager.id());
            }
        }
        return outcome(service.upsertUser(row.key(), filled));
    }

    @Override
    void written(Row row) {
        String office = null;
        ExternalRef manager = null;
        for (Map.Entry<RowRule, Object> value : row.values().entrySet()) {
            RefRule refer = value.getKey().rule().refer();
            if (value.getKey().is(OFFICE)) {
                office = value.getValue().toString();
            } else if (refer != null && UserFields.MANAGER.equals(value.getKey().field())) {
                manager = refer.of(value.getValue().toString());
            }
        }
        for (Map.Entry<RowRule, Object> value : row.values().entrySet()) {
            RefRule refer = value.getKey().rule().refer();
            if (value.getKey().is(TEAM) && refer != null) {
                String name = value.getValue().toString();
                String column = value.getKey().rule().column();
                NamedTeam team = teams.computeIfAbsent(
                        name, n -> new NamedTeam(row.line(), column, refer.of(n), n, new LinkedHashMap<>()));
                if (manager != null) {
                    team.stays().put(manager.key(), new Stay(manager, TeamMember.Role.MANAGER, office));
                }
                team.stays().putIfAbsent(row.key().key(), new Stay(row.key(), TeamMember.Role.MEMBER, office));
            }
        }
    }

    @Override
    void finish(Units units, BiConsumer<Long, RowResult.Outcome> linked, List<RowIssue> unlinked) {
        for (NamedTeam team : teams.values()) {
            try {
                linked.accept(
                        team.line(),
                        units.run(unit -> outcome(new Teams(Units.joining(unit))
                                .upsertTeam(team.ref(), team.name(), members(unit, team)))));
            } catch (StoreFailure e) {
                throw e;
            } catch (CrmException e) {
                unlinked.add(new RowIssue(team.line(), team.column(), String.valueOf(e.getMessage()), null));
            }
        }
    }

    /** The members of the file beside those the team has already. */
    private static List<TeamMember> members(Unit unit, NamedTeam named) {
        Team known = byRef(unit, Team.class, named.ref());
        Map<UserId, TeamMember> members = new LinkedHashMap<>();
        if (known != null) {
            known.members().forEach(m -> members.put(m.user(), m));
        }
        for (Stay stay : named.stays().values()) {
            User user = Objects.requireNonNull(byRef(unit, User.class, stay.user()), "written before");
            TeamMember before = members.get(user.id());
            TeamMember plain =
                    stay.role() == TeamMember.Role.MANAGER ? TeamMember.manager(user.id()) : TeamMember.of(user.id());
            TeamMember dated = before == null ? plain : plain.during(before.validity());
            members.put(user.id(), dated.at(stay.office()));
        }
        return List.copyOf(members.values());
    }
}
