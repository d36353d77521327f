package org.sambandh.crm.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sambandh.crm.Crm;
import org.sambandh.crm.CrmSession;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.settings.TenantSettings;

class HostileFilesTest {

    private static final String HEADER = "account,born,parent\n";

    private static final String ACCOUNTS = """
            {"target": "ORGANIZATION",
             "key": {"column": "account", "system": "erp", "type": "account"},
             "columns": [
               {"column": "account", "field": "name"},
               {"column": "born", "field": "industry"},
               {"column": "parent", "relation": "subsidiary_of"}]}
            """;

    private static final String USERS = """
            {"target": "TEAM_MEMBER",
             "key": {"column": "user", "system": "erp", "type": "user"},
             "columns": [
               {"column": "user", "field": "displayName"},
               {"column": "team", "field": "team", "refer": {"system": "erp", "type": "team"}},
               {"column": "office", "field": "office"}]}
            """;

    private final CrmSession crm = Crm.inMemory(
                    TenantSettings.of(ZoneOffset.UTC, Money.currencyOf("USD")), InstantSource.system())
            .as(Actor.importOf("test"));

    private ImportReport bringIn(String mapping, String... texts) {
        Deque<String> left = new ArrayDeque<>(List.of(texts));
        return crm.imports()
                .run(
                        ImportMapping.read(mapping),
                        () -> CsvSource.of(left.size() > 1 ? left.pop() : left.getFirst())
                                .open());
    }

    private int events() {
        return crm.changes().since(null, 10_000).size();
    }

    @Test
    void aFileWithAnotherHeaderTheSecondTimeIsRefusedBeforeAnythingIsWritten() {
        assertThatThrownBy(() -> bringIn(ACCOUNTS, HEADER + "A,steel,\n", "parent,born,account\nA,steel,B\n"))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("nothing was written");
        assertThat(events()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", HEADER, HEADER + "A,steel,\nB,steel,\n", HEADER + "B,steel,\n"})
    void aFileWithOtherRowsTheSecondTimeIsSaid(String second) {
        assertThatThrownBy(() -> bringIn(ACCOUNTS, HEADER + "A,steel,\n", second))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("changed");
    }

    @Test
    void aReferenceThatCanBeNoKeyMakesItsRowBeRefusedAndNoOther() {
        String key = "p".repeat(201);

        ImportReport accounts = bringIn(ACCOUNTS, HEADER + "A,steel," + key + "\nB,steel,\n");
        assertThat(accounts.rejected()).extracting(RowIssue::line).containsExactly(2L);
        assertThat(accounts.rows().created()).isEqualTo(1);

        ImportReport users = bringIn(USERS, "user,team,office\nU," + key + ",\nV,T,\n");
        assertThat(users.rejected()).extracting(RowIssue::line).containsExactly(2L);
        assertThat(users.linked().created()).isEqualTo(1);
    }

    @Test
    void aTeamThatIsRefusedIsListedAndTheOthersAreWritten() {
        ImportReport report = bringIn(USERS, "user,team,office\nU,T," + "o".repeat(5_000) + "\nV,S,\n");

        assertThat(report.rows().created()).isEqualTo(2);
        assertThat(report.unlinked()).extracting(RowIssue::column).containsExactly("team");
        assertThat(report.linked().created()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dd/MM/yyyy",
                "HH:mm",
                "dd/MM",
                "nonsense",
                "dd/MM/uuuu''''''''''''''''''''''''''''''''''''''''''"
            })
    void aPatternNoDateCanBeReadWithIsRefusedInTheMapping(String pattern) {
        String mapping =
                ACCOUNTS.replace("\"field\": \"industry\"", "\"field\": \"industry\", \"date\": \"" + pattern + "\"");

        assertThatThrownBy(() -> ImportMapping.read(mapping))
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.path()).isEqualTo("$.columns[1].date"));
    }

    @Test
    void bracketsInAPatternDoNotExhaustTheStack() {
        String mapping = ACCOUNTS.replace(
                "\"field\": \"industry\"", "\"field\": \"industry\", \"date\": \"" + "[".repeat(100_000) + "\"");

        assertThatThrownBy(() -> ImportMapping.read(mapping)).isInstanceOf(Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e9999999999999", "1e999999999", "1e-999999999"})
    void aFactorWithoutEndIsRefused(String factor) {
        String mapping = ACCOUNTS.replace(
                "\"field\": \"industry\"", "\"field\": \"industry\", \"number\": {\"factor\": " + factor + "}");

        assertThatThrownBy(() -> ImportMapping.read(mapping)).isInstanceOf(Invalid.class);
    }

    @Test
    void aFileInTwoBytesACharacterIsRefused() {
        byte[] wide = (HEADER + "A,steel,\n").getBytes(StandardCharsets.UTF_16LE);

        assertThatThrownBy(() -> crm.imports().run(ImportMapping.read(ACCOUNTS), CsvSource.of(wide)))
                .isInstanceOf(Invalid.class);
        assertThat(events()).isZero();
    }
}
