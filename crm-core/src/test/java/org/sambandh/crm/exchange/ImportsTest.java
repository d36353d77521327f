package org.sambandh.crm.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sambandh.crm.Crm;
import org.sambandh.crm.CrmSession;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.TenantId;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.CustomerFields;
import org.sambandh.crm.customer.RelationshipType;
import org.sambandh.crm.customer.Scope;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.pipeline.Opportunity;
import org.sambandh.crm.settings.TenantSettings;

class ImportsTest {

    private static final Field.One<Customer, String> TIER = Field.attribute(Customer.class, "tier", FieldType.TEXT);
    private static final Instant NOW = Instant.parse("2026-11-23T04:30:00Z");
    private static final String HEADER = "account,sector,revenue,country,parent,note\n";

    private final Crm library =
            Crm.inMemory(TenantSettings.of(ZoneOffset.UTC, Money.currencyOf("USD")), InstantSource.fixed(NOW), TIER);
    private final CrmSession crm = library.as(Actor.importOf("test"));
    private final ImportMapping accounts = ImportMapping.read("""
            {"target": "ORGANIZATION",
             "key": {"column": "account", "system": "erp", "type": "account"},
             "columns": [
               {"column": "account", "field": "name", "required": true},
               {"column": "sector", "field": "industry", "aliases": {"technolgy": "technology", "stel": "steel"},
                "allowed": ["technology", "steel"]},
               {"column": "revenue", "field": "revenue", "number": {"factor": 1000000, "currency": "USD"}},
               {"column": "country", "field": "mainCountry", "codes": {"India": "IN", "Kenya": "KE"}},
               {"column": "parent", "relation": "subsidiary_of"}],
             "constants": {"tier": "gold"},
             "ignored": ["note"]}
            """);

    private ImportReport bringIn(String rows) {
        return crm.imports().run(accounts, CsvSource.of(HEADER + rows));
    }

    private Customer party(String key) {
        return crm.customers().findByRef(new ExternalRef("erp", "account", key)).orElseThrow();
    }

    private long all() {
        return crm.customers().count(Conditions.always(), Scope.STANDARD);
    }

    private int events() {
        return crm.changes().since(null, 1_000).size();
    }

    @Test
    void columnsBecomeFieldsOfOursAndOfTheHost() {
        ImportReport report = bringIn("Mill,technolgy,1100.04,India,,x\n");
        assertThat(report.rows()).isEqualTo(new ImportCounts(1, 0, 0));
        Customer mill = party("Mill");
        assertThat(CustomerFields.INDUSTRY.get(mill)).isEqualTo("technology");
        assertThat(CustomerFields.REVENUE.get(mill)).isEqualTo(Money.of("1100040000.00", "USD"));
        assertThat(CustomerFields.MAIN_COUNTRY.get(mill)).isEqualTo("IN");
        assertThat(TIER.get(mill)).isEqualTo("gold");
    }

    @Test
    void aliasesAreCountedAndUnusedOnesListed() {
        ImportReport report = bringIn("Mill,technolgy,,,,\nForge,technolgy,,,,\nYard,steel,,,,\n");
        assertThat(report.aliasUses())
                .containsExactly(
                        new AliasUse("sector", "technolgy", "technology", 2),
                        new AliasUse("sector", "stel", "steel", 0));
    }

    @Test
    void parentsAreRelatedWhereverTheyStandInTheFile() {
        ImportReport report = bringIn("Mill,,,,Group,\nGroup,,,,,\n");
        assertThat(report.linked()).isEqualTo(new ImportCounts(1, 0, 0));
        assertThat(crm.relationships()
                        .parentsOf(party("Mill").id(), RelationshipType.SUBSIDIARY_OF, LocalDate.parse("2026-11-23")))
                .containsExactly(party("Group"));
    }

    @Test
    void aCycleOrAnUnknownParentIsListedAndTheRowStays() {
        ImportReport report = bringIn("A,,,,B,\nB,,,,A,\nC,,,,Nobody,\n");
        assertThat(report.rows().created()).isEqualTo(3);
        assertThat(report.linked().created()).isEqualTo(1);
        assertThat(report.unlinked()).extracting(RowIssue::line).containsExactly(3L, 4L);
        assertThat(report.unlinked()).extracting(RowIssue::column).containsOnly("parent");
        assertThat(report.unlinked().get(0).reason()).contains("relation-cycle");
    }

    @Test
    void theSameFileAgainWritesNothingAndRecordsNothing() {
        String rows = "Mill,technolgy,1,India,Group,\nGroup,,,,,\n";
        bringIn(rows);
        int before = events();
        ImportReport again = bringIn(rows);
        assertThat(again.changedAnything()).isFalse();
        assertThat(again.rows()).isEqualTo(new ImportCounts(0, 0, 2));
        assertThat(again.linked()).isEqualTo(new ImportCounts(0, 0, 1));
        assertThat(events()).isEqualTo(before);
    }

    @Test
    void whatChangedIsUpdatedAndABlankLeavesWhatIsKnown() {
        bringIn("Mill,steel,1,India,,\n");
        ImportReport report = bringIn("Mill,,2,,,\n");
        assertThat(report.rows()).isEqualTo(new ImportCounts(0, 1, 0));
        assertThat(CustomerFields.INDUSTRY.get(party("Mill"))).isEqualTo("steel");
        assertThat(CustomerFields.REVENUE.get(party("Mill"))).isEqualTo(Money.of(2_000_000, "USD"));
    }

    @Test
    void badRowsAreListedWithLineColumnAndReasonAndTheOthersAreWritten() {
        List<Long> told = new ArrayList<>();
        String rows = "Good,steel,1,India,,\n" // line 2
                + ",steel,1,India,,\n" // the name is required
                + "Odd,stone,1,India,,\n" // not in the closed list
                + "Far,steel,1,Atlantis,,\n" // no code
                + "Rich,steel,much,India,,\n" // no number
                + "Fine,steel,0.0000000019,India,,\n" // more decimals than a dollar has
                + "Short,steel\n"
                + "Long,steel,1,India,,,,\n"
                + "Last,steel,1,Kenya,,\n";
        ImportReport report =
                crm.imports().run(accounts, CsvSource.of(HEADER + rows), (result, total) -> told.add(total));
        assertThat(report.rowsRead()).isEqualTo(9);
        assertThat(report.rows().created()).isEqualTo(2);
        assertThat(report.rejected())
                .extracting(i -> i.line() + " " + i.column())
                .containsExactly("3 account", "4 sector", "5 country", "6 revenue", "7 revenue", "8 ", "9 ");
        assertThat(report.rejected().get(1).found()).isEqualTo("stone");
        assertThat(report.rejected().get(1).toString()).doesNotContain("stone");
        assertThat(all()).isEqualTo(2);
        assertThat(told).hasSize(9).containsOnly(9L);
    }

    @Test
    void aRowThatTheServiceRefusesLeavesNothingAndTheRestOfItsChunkIsWritten() {
        ImportMapping deals = ImportMapping.read("""
                {"target": "OPPORTUNITY", "key": {"column": "id", "system": "erp", "type": "deal"},
                 "columns": [
                   {"column": "id", "field": "name"},
                   {"column": "account", "field": "customer", "refer": {"system": "erp", "type": "account"}},
                   {"column": "stage", "field": "stage"},
                   {"column": "engaged", "field": "engagedOn", "date": "dd/MM/uuuu"},
                   {"column": "closed", "field": "closedOn"},
                   {"column": "value", "field": "amount", "number": {"currency": "USD"}}]}
                """);
        bringIn("Mill,,,,,\n");
        ImportReport report = crm.imports()
                .run(
                        deals,
                        CsvSource.of("id,account,stage,engaged,closed,value\n"
                                + "1,Mill,won,10/01/2026,2026-02-01,100\n"
                                + "2,Mill,nowhere,10/01/2026,,100\n"
                                + "3,Mill,won,10/03/2026,2026-02-01,100\n"
                                + "4,Mill,won,10/01/2026,2026-02-01,-5\n"
                                + "5,,won,10/01/2026,2026-02-01,100\n"
                                + "6,Nobody,won,10/01/2026,2026-02-01,100\n"
                                + "7,Mill,engaging,31/02/2026,,100\n"
                                + "8,Mill,engaging,28/02/2026,,100\n"));
        assertThat(report.rejected()).extracting(RowIssue::line).containsExactly(3L, 4L, 5L, 6L, 7L, 8L);
        assertThat(report.rows()).isEqualTo(new ImportCounts(2, 0, 0));
        assertThat(crm.opportunities().figures(Conditions.always()).size()).isEqualTo(2);
        Opportunity first = crm.opportunities()
                .findByRef(new ExternalRef("erp", "deal", "1"))
                .orElseThrow();
        assertThat(first.history().engagedOn()).isEqualTo(LocalDate.parse("2026-01-10"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mill,\"steel,1,India,,\n", "Mill,\"st\"eel,1,India,,\n"})
    void aFileThatIsCutOffInsideAQuoteIsRefusedBeforeAnythingIsWritten(String end) {
        assertThatThrownBy(() -> bringIn("Good,steel,1,India,,\n" + end))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        e -> assertThat(e.getMessage()).contains("quote").doesNotContain("Mill"));
        assertThat(all()).isZero();
    }

    @Test
    void aFileInAnotherEncodingIsRefusedBeforeAnythingIsWritten() {
        StringBuilder rows = new StringBuilder(HEADER);
        for (int i = 0; i < 2_000; i++) {
            rows.append("Mill ").append(i).append(",steel,1,India,,\n");
        }
        byte[] latin1 = rows.append("M\u00fchle,steel,1,India,,\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> crm.imports().run(accounts, CsvSource.of(latin1)))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("UTF-8");
        assertThat(all()).isZero();
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstColumn() {
        String csv = "\uFEFF\"account\",sector,revenue,country,parent,note\r\nMill,steel,1,India,,\r\n";
        assertThat(crm.imports().run(accounts, CsvSource.of(csv)).rows().created())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "account,sector\n", "account,sector,revenue,country,parent,note,more\n", "a,a\n"})
    void aHeaderThatDoesNotFitTheMappingIsRefused(String header) {
        assertThatThrownBy(() -> crm.imports().run(accounts, CsvSource.of(header)))
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.path()).startsWith("csv"));
    }

    @Test
    void aRowBeyondTheLimitsIsRefusedBeforeAnythingIsWritten() {
        assertThatThrownBy(() -> bringIn("Good,steel,1,India,,\nMill,steel,1,India,," + "x".repeat(200_000) + "\n"))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("limit");
        assertThat(all()).isZero();
    }

    @Test
    void anotherTenantsRecordIsAsUnknownAsNone() {
        bringIn("Group,,,,,\n");
        CrmSession other = library.as(new TenantId("other"), Actor.importOf("test"));
        ImportReport report = other.imports().run(accounts, CsvSource.of(HEADER + "Mill,,,,Group,\nYard,,,,Nobody,\n"));
        assertThat(report.unlinked()).extracting(RowIssue::reason).hasSize(2);
        assertThat(report.unlinked().get(0).reason())
                .isEqualTo(report.unlinked().get(1).reason());
    }

    @Test
    void membersOfATeamAreBroughtInWithTheirManagersAndOthersStayInIt() {
        ImportMapping sellers = ImportMapping.read("""
                {"target": "TEAM_MEMBER", "key": {"column": "agent", "system": "erp", "type": "seller"},
                 "columns": [
                   {"column": "agent", "field": "displayName"},
                   {"column": "manager", "field": "manager", "refer": {"system": "erp", "type": "seller"}},
                   {"column": "office", "field": "team", "refer": {"system": "erp", "type": "office"}},
                   {"column": "office", "field": "office"}]}
                """);
        String one = "agent,manager,office\nAnna,Dustin,Central\nCecily,Dustin,Central\n";
        ImportReport first = crm.imports().run(sellers, CsvSource.of(one));
        assertThat(first.rows().created()).isEqualTo(2);
        assertThat(first.linked().created()).isEqualTo(1);
        int before = events();
        assertThat(crm.imports().run(sellers, CsvSource.of(one)).changedAnything())
                .isFalse();
        assertThat(events()).isEqualTo(before);
        crm.imports().run(sellers, CsvSource.of("agent,manager,office\nLajuana,Dustin,Central\n"));
        assertThat(crm.teams().teams(Conditions.always()).items().get(0).members())
                .hasSize(4)
                .allMatch(m -> "Central".equals(m.office()));
    }
}
