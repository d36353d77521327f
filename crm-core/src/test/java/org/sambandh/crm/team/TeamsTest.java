package org.sambandh.crm.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.is;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.DuplicateKey;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.common.TeamId;
import org.sambandh.crm.common.UserId;
import org.sambandh.crm.common.Validity;
import org.sambandh.crm.customer.Desk;
import org.sambandh.crm.store.Upserted;

class TeamsTest {

    private static final UserId ASHA = new UserId("asha");
    private static final UserId ROHAN = new UserId("rohan");
    private static final LocalDate Y2025 = LocalDate.parse("2025-01-01");
    private static final LocalDate Y2026 = LocalDate.parse("2026-01-01");

    private final Desk desk = new Desk();
    private final Teams teams = desk.teams();

    @Test
    void usersAreKeptUnderTheHostsId() {
        User asha = teams.addUser(User.builder(ASHA)
                .displayName("Asha Rao")
                .zone(ZoneId.of("Asia/Kolkata"))
                .build());
        assertThat(teams.user(ASHA).zone()).contains(ZoneId.of("Asia/Kolkata"));
        assertThat(asha.active()).isTrue();
        assertThat(asha.toString()).doesNotContain("Rao");
        assertThatThrownBy(() -> teams.addUser(ASHA, "Other")).isInstanceOf(DuplicateKey.class);
        assertThatThrownBy(() -> teams.user(ROHAN)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> new Teams(desk.units(Desk.OTHER)).user(ASHA)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> teams.addUser(ROHAN, " ")).isInstanceOf(Invalid.class);
    }

    @Test
    void aManagerMustExistAndNobodyReportsToItself() {
        teams.addUser(ASHA, "Asha");
        teams.addUser(User.builder(ROHAN).displayName("Rohan").manager(ASHA).build());
        assertThat(teams.users(where(UserFields.MANAGER, is(ASHA))).items()).containsExactly(teams.user(ROHAN));
        assertThatThrownBy(() -> teams.changeUser(ASHA, u -> u.reportTo(ROHAN)))
                .isInstanceOfSatisfying(
                        RuleViolation.class, e -> assertThat(e.rule()).isEqualTo("manager-cycle"));
        assertThatThrownBy(() -> teams.changeUser(ASHA, u -> u.reportTo(ASHA))).isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> teams.changeUser(ASHA, u -> u.reportTo(new UserId("nobody"))))
                .isInstanceOf(NotFound.class);
        assertThat(teams.user(ASHA).manager()).isEmpty();
    }

    @Test
    void membershipIsDatedAndHasRoleAndOffice() {
        teams.addUser(ASHA, "Asha");
        teams.addUser(ROHAN, "Rohan");
        TeamId east = teams.openTeam("East").id();
        teams.join(east, TeamMember.manager(ASHA).at("Kolkata").during(Validity.from(Y2025)));
        teams.join(east, TeamMember.of(ROHAN).during(Validity.from(Y2025)));
        teams.leave(east, ROHAN, Y2026);

        Team team = teams.team(east);
        assertThat(team.membersOn(Y2025)).extracting(TeamMember::user).containsExactly(ASHA, ROHAN);
        assertThat(team.membersOn(Y2026)).extracting(TeamMember::user).containsExactly(ASHA);
        assertThat(team.members().get(0).role()).isEqualTo(TeamMember.Role.MANAGER);
        assertThat(team.members().get(0).office()).isEqualTo("Kolkata");
        assertThat(teams.teamsOf(ROHAN, Y2025)).containsExactly(team);
        assertThat(teams.teamsOf(ROHAN, Y2026)).isEmpty();
        teams.join(east, TeamMember.of(ROHAN).during(Validity.from(Y2026)));
        assertThat(teams.teamsOf(ROHAN, Y2026)).hasSize(1);
        assertThat(desk.told())
                .containsExactly(
                        TeamEvents.USER_ADDED,
                        TeamEvents.USER_ADDED,
                        TeamEvents.TEAM_OPENED,
                        TeamEvents.MEMBER_JOINED,
                        TeamEvents.MEMBER_JOINED,
                        TeamEvents.MEMBER_LEFT,
                        TeamEvents.MEMBER_JOINED);
    }

    @Test
    void nobodyIsAMemberTwiceOnOneDayAndWhoLeftTheHostCannotJoin() {
        teams.addUser(ASHA, "Asha");
        TeamId east = teams.openTeam("East").id();
        teams.join(east, TeamMember.of(ASHA));
        assertThatThrownBy(() -> teams.join(east, TeamMember.manager(ASHA).during(Validity.from(Y2026))))
                .isInstanceOfSatisfying(
                        RuleViolation.class, e -> assertThat(e.rule()).isEqualTo("team-member-twice"));
        teams.addUser(ROHAN, "Rohan");
        teams.changeUser(ROHAN, User::deactivate);
        assertThatThrownBy(() -> teams.join(east, TeamMember.of(ROHAN)))
                .isInstanceOfSatisfying(
                        RuleViolation.class, e -> assertThat(e.rule()).isEqualTo("user-inactive"));
        assertThatThrownBy(() -> teams.join(east, TeamMember.of(new UserId("nobody"))))
                .isInstanceOf(NotFound.class);
        assertThat(teams.team(east).members()).hasSize(1);
    }

    @Test
    void aStayThatHasNotBegunIsRemovedWhenTheUserLeaves() {
        teams.addUser(ASHA, "Asha");
        TeamId east = teams.openTeam("East").id();
        teams.join(east, TeamMember.of(ASHA).during(Validity.from(Y2026)));
        assertThat(teams.leave(east, ASHA, Y2025).members()).isEmpty();
        desk.told();
        teams.leave(east, ASHA, Y2025);
        assertThat(desk.told()).isEmpty();
    }

    @Test
    void upsertingUsersAndTeamsTwiceWritesOnce() {
        ExternalRef agent = new ExternalRef("csv", "agent", "Asha Rao");
        ExternalRef office = new ExternalRef("csv", "office", "East");
        User said = User.builder(ASHA).displayName("Asha Rao").build();
        assertThat(teams.upsertUser(agent, said)).isInstanceOf(Upserted.Created.class);
        assertThat(teams.upsertTeam(office, "East", List.of(TeamMember.of(ASHA))))
                .isInstanceOf(Upserted.Created.class);
        desk.told();
        assertThat(teams.upsertUser(agent, said)).isInstanceOf(Upserted.Unchanged.class);
        assertThat(teams.upsertTeam(office, "East", List.of(TeamMember.of(ASHA))))
                .isInstanceOf(Upserted.Unchanged.class);
        assertThat(desk.told()).isEmpty();
        assertThat(teams.upsertUser(agent, said.rename("Asha Sharma"))).isInstanceOf(Upserted.Updated.class);
        assertThat(teams.upsertTeam(office, "East", List.of(TeamMember.manager(ASHA))))
                .isInstanceOf(Upserted.Updated.class);
        assertThat(teams.user(ASHA).displayName()).isEqualTo("Asha Sharma");
        assertThat(teams.teams(where(TeamFields.NAME, is("East"))).items()).hasSize(1);
    }

    @Test
    void teamsAreRenamedClosedAndReopened() {
        TeamId east = teams.openTeam("East").id();
        assertThat(teams.changeTeam(east, t -> t.rename("North").close()).active())
                .isFalse();
        assertThat(teams.changeTeam(east, Team::reopen).name()).isEqualTo("North");
        assertThatThrownBy(() -> teams.team(new TeamId("none"))).isInstanceOf(NotFound.class);
    }

    @Test
    void anOwnershipNamesAtLeastAUserOrATeam() {
        assertThatThrownBy(() -> new Ownership(null, null)).isInstanceOf(Invalid.class);
        assertThat(Ownership.of(ASHA).team()).isNull();
        assertThat(Ownership.of(new TeamId("t")).user()).isNull();
        assertThat(Ownership.ofNullable(null, null)).isEmpty();
        assertThat(Ownership.ofNullable(ASHA, null)).contains(Ownership.of(ASHA));
    }
}
