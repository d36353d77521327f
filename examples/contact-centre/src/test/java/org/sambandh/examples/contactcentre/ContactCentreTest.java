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
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sambandh.crm.common.Money;
import org.sambandh.examples.contactcentre.OrderRow.Kind;

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
        assertThat(result.shop()).isEqualTo(new ShopFigures(4_266, 18_437, Money.of("8520125.26", "GBP")));
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
                .contains("4,456 cancellations", "4,247, come to -476,540.05 GBP");
    }

    @Test
    void thePageShowsWhatTheStoreHolds() throws IOException {
        assertThat(result.page()).isEqualTo(folder.resolve("dashboard.html"));
        assertThat(Files.readString(result.page(), StandardCharsets.UTF_8))
                .contains("How service is going", "Service level by priority", "8,520,125.26", "United Kingdom");
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
