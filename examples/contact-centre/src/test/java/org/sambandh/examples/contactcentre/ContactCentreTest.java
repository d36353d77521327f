package org.sambandh.examples.contactcentre;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.reporting.Cell;
import org.sambandh.crm.reporting.ReportTable;
import org.sambandh.examples.contactcentre.OrderRow.Kind;
import org.sambandh.examples.contactcentre.Takebacks.Fate;

/** The example on what it ships: the sample of the log, and all rows of the shop. */
class ContactCentreTest {

    private static final ByteArrayOutputStream PRINTED = new ByteArrayOutputStream();

    private static ContactCentre.Result result;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void run() {
        result = new ContactCentre(new PrintStream(PRINTED, true, StandardCharsets.UTF_8), folder).run(null);
    }

    /** Counted with another language from the same sample. */
    @Test
    void theSampleHasTheFiguresThatWereCountedElsewhere() {
        DeskFigures desk = result.desk();
        assertThat(result.ticketsWritten()).isEqualTo(835);
        assertThat(desk.tickets()).isEqualTo(835);
        assertThat(desk.inTime()).isEqualTo(549);
        assertThat(desk.share()).isEqualByComparingTo("65.7485");
        assertThat(desk.reopened()).isEqualTo(11);
        assertThat(desk.reassigned()).isEqualTo(371);
        assertThat(desk.neverSolved()).isEqualTo(61);
        assertThat(Priorities.rows(desk))
                .containsExactly(
                        "1: 7, 0.0000 %, 214.000, 334.917",
                        "2: 12, 0.0000 %, 16.100, 136.392",
                        "3: 789, 66.5399 %, 19.983, 143.783",
                        "4: 27, 88.8889 %, 6.025, 123.917");
    }

    @Test
    void theShopHasItsPublishedBuyersOrdersAndRevenue() {
        assertThat(result.shop())
                .isEqualTo(new ShopFigures(4_266, 18_437, Money.of("8520125.26", "GBP"), Money.of("12497.44", "GBP")));
        assertThat(result.delivery().written()).isEqualTo(18_437);
    }

    @Test
    void everyRowOfTheShopIsAnOrderOrIsToldWhyItIsNone() {
        assertThat(result.delivery().rows())
                .isEqualTo(Map.of(
                        Kind.ORDER, 18_437,
                        Kind.LATER, 1_088,
                        Kind.CANCELLATION, 4_456,
                        Kind.NOBODY, 4_833,
                        Kind.NOTHING, 2));
        assertThat(result.delivery().cancellations()).isEqualTo(4_247);
        assertThat(result.delivery().cancelled()).isEqualTo(Money.of("-476540.05", "GBP"));
    }

    /** Counted with another language from the same rows, by the same rule. */
    @Test
    void everyLineTakenBackIsAReturnOfOneLineOrIsToldWhyItIsNone() {
        Takebacks back = result.delivery().back();
        assertThat(result.delivery().lines()).isEqualTo(17_521);
        assertThat(back.lines())
                .isEqualTo(Map.of(
                        Fate.MATCHED, 367,
                        Fate.NEVER_BOUGHT, 53,
                        Fate.OTHER_PRICE, 28,
                        Fate.TOO_MUCH, 12));
        assertThat(back.amounts())
                .isEqualTo(Map.of(
                        Fate.MATCHED, Money.of("12497.44", "GBP"),
                        Fate.NEVER_BOUGHT, Money.of("13276.04", "GBP"),
                        Fate.OTHER_PRICE, Money.of("7839.67", "GBP"),
                        Fate.TOO_MUCH, Money.of("574.06", "GBP")));
        assertThat(result.delivery().returns()).isEqualTo(210);
    }

    /** Of the same count: of 144 lines of the heart 12 came back, of 17,521 lines 346. */
    @Test
    void theReturnRateOfAProductIsThatOfItsLines() {
        ReportTable table = result.dashboard().tables().stream()
                .filter(some -> some.name().equals("return-rate-by-product"))
                .findFirst()
                .orElseThrow();
        List<Cell> first = table.rows().get(0).cells();
        assertThat(((Cell.Named) first.get(0)).label().in(Locale.UK)).isEqualTo("WHITE HANGING HEART T-LIGHT HOLDER");
        assertThat(first.get(1)).isEqualTo(new Cell.Numeric(BigDecimal.valueOf(144)));
        assertThat(first.get(2)).isEqualTo(new Cell.Numeric(BigDecimal.valueOf(12)));
        assertThat(((Cell.Ratio) first.get(3)).value()).isEqualByComparingTo("0.083333");
        assertThat(((Cell.Ratio) table.totals().get(0).cells().get(3)).value()).isEqualByComparingTo("0.019748");
        assertThat(table.rows()).hasSize(11);
    }

    /** Counted with another language from the same sample. */
    @Test
    void theMorningShowsWhatWasOpenThenByStateAndAge() {
        ReportTable table = result.dashboard().tables().get(1);
        assertThat(table.name()).isEqualTo("tickets-by-state-and-age");
        assertThat(table.totals().get(0).cells().stream()
                        .skip(1)
                        .map(cell -> ((Cell.Numeric) cell).value().intValueExact()))
                .containsExactly(50, 1, 10, 11, 11, 17);
    }

    @Test
    void theSameFilesAgainWriteNothing() {
        assertThat(result.writtenAgain()).isZero();
    }

    @Test
    void theLinesPrintedSayTheFiguresAndWhatWasLeftOut() {
        assertThat(PRINTED.toString(StandardCharsets.UTF_8))
                .contains("(sample)")
                .contains("835 tickets, 65.7485 % of them solved in the time promised")
                .contains("4,266 buyers, 18,437 orders, 8,520,125.26 GBP")
                .contains("4,456 cancellations", "4,247, come to -476,540.05 GBP")
                .contains("17,521 lines of orders are known, and 460 lines taken back")
                .contains("   367,    12,497.44 GBP: returns of the latest line")
                .contains("returned: 12,497.44 GBP; what stays is 8,507,627.82 GBP");
    }

    @Test
    void thePageShowsWhatTheStoreHolds() throws IOException {
        assertThat(result.page()).isEqualTo(folder.resolve("dashboard.html"));
        assertThat(Files.readString(result.page(), StandardCharsets.UTF_8))
                .contains("How service is going", "Service level by priority", "8,520,125.26", "United Kingdom")
                .contains("Return rate by product", "WHITE HANGING HEART T-LIGHT HOLDER", "2 May 2016");
    }

    @Test
    void whatIsShippedNamesItsAuthorsAndItsLicenceAndIsSmall() throws IOException {
        try (InputStream readme = DataFiles.class.getResourceAsStream("/data/README.md")) {
            assertThat(readme).isNotNull();
            assertThat(new String(readme.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("CC BY 4.0", "Amaral", "Fantinato", "Peres", "Chen", "10.24432/C57S4H", "Changed:");
        }
        assertThat(Files.size(Path.of("src/main/resources/data/incidents_sample.csv.gz")))
                .isBetween(10_000L, 200_000L);
        assertThat(Files.size(Path.of("src/main/resources/data/online_retail_2010_lines_sample.csv.gz")))
                .isBetween(10_000L, 250_000L);
    }

    @Test
    void aFolderWithoutALogAndTooManyWordsAreRefusedInASentence() {
        assertThat(refused(folder.toString())).startsWith("There is no log ").contains("incidents_dev.csv.gz");
        assertThat(refused("a", "b")).startsWith("usage: ");
    }

    private static String refused(String... args) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        PrintStream told = new PrintStream(err, true, StandardCharsets.UTF_8);
        assertThat(ContactCentre.run(nowhere, told, folder, null, args)).isEqualTo(2);
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void halfWayBetweenTheTwoInTheMiddleIsTheMedianOfAnEvenNumber() {
        BigDecimal one = BigDecimal.ONE;
        BigDecimal four = BigDecimal.valueOf(4);
        var priority = new DeskFigures.Priority(2, 1, List.of(one, four), List.of(one, four, BigDecimal.TEN));
        assertThat(priority.medianToClose()).isEqualByComparingTo("2.5");
        assertThat(priority.medianToSolve()).isEqualByComparingTo("4");
    }
}
