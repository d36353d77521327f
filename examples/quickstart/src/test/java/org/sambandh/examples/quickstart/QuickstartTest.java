package org.sambandh.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sambandh.examples.quickstart.Quickstart.USD;

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
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.exchange.AliasUse;
import org.sambandh.crm.exchange.ImportCounts;
import org.sambandh.crm.lead.ConversionStep;
import org.sambandh.crm.lead.IntakeResult;
import org.sambandh.crm.pipeline.WinLoss;

/** The figures of the data's own description and of worked example 3 of the domain rules, whatever keeps the data. */
abstract class QuickstartTest {

    private static final ByteArrayOutputStream PRINTED = new ByteArrayOutputStream();

    private static Result result;

    @TempDir
    private static Path folder;

    static void run(Options options) throws CannotRun {
        PRINTED.reset();
        result = new Quickstart(new PrintStream(PRINTED, true, StandardCharsets.UTF_8), false, folder).run(options);
    }

    private static String row(WinLoss group) {
        return group.won() + " / " + group.lost() + " / "
                + group.wonAmount(USD).amount().toBigIntegerExact();
    }

    @Test
    void everyRowOfTheFilesIsTakenIn() {
        Imported first = result.first();
        assertThat(first.accounts().rows()).isEqualTo(new ImportCounts(85, 0, 0));
        assertThat(first.accounts().linked()).isEqualTo(new ImportCounts(15, 0, 0));
        assertThat(first.sellers().rows()).isEqualTo(new ImportCounts(35, 0, 0));
        assertThat(first.sellers().linked()).isEqualTo(new ImportCounts(3, 0, 0));
        assertThat(first.managers()).isEqualTo(6);
        assertThat(first.deals().rows()).isEqualTo(new ImportCounts(8_800, 0, 0));
        assertThat(first.accounts().rejected()).isEmpty();
        assertThat(first.accounts().unlinked()).isEmpty();
        assertThat(first.sellers().rejected()).isEmpty();
        assertThat(first.deals().rejected()).isEmpty();
    }

    @Test
    void spellingFaultsAreRepairedAndCounted() {
        assertThat(result.first().accounts().aliasUses())
                .containsExactly(
                        new AliasUse("sector", "technolgy", "technology", 12),
                        new AliasUse("office_location", "Philipines", "Philippines", 1));
        assertThat(result.first().deals().aliasUses())
                .containsExactly(new AliasUse("product", "GTXPro", "GTX Pro", 1_480));
    }

    @Test
    void countsRatesAndValuesAreRight() {
        SalesFigures figures = result.figures();
        assertThat(figures.deals()).isEqualTo(8_800);
        assertThat(figures.all().won()).isEqualTo(4_238);
        assertThat(figures.all().lost()).isEqualTo(2_473);
        assertThat(Report.percent(figures.all())).isEqualTo(new BigDecimal("63.1501"));
        assertThat(figures.all().wonAmount(USD)).isEqualTo(Money.of(10_005_534, "USD"));
        assertThat(figures.withoutCustomer()).isEqualTo(1_425);
    }

    @Test
    void quartersAndFiscalQuartersAreRight() {
        assertThat(result.figures().quarters())
                .extractingFromEntries(e -> e.getKey() + ": " + row(e.getValue()))
                .containsExactly(
                        "2017 Q1: 531 / 116 / 1134672",
                        "2017 Q2: 1254 / 778 / 3086111",
                        "2017 Q3: 1257 / 790 / 2982255",
                        "2017 Q4: 1196 / 789 / 2802496");
        assertThat(result.figures().fiscalQuarters())
                .extractingFromEntries(e -> e.getKey() + ": " + row(e.getValue()))
                .containsExactly(
                        "FY 2016-17 Q4: 531 / 116 / 1134672",
                        "FY 2017-18 Q1: 1254 / 778 / 3086111",
                        "FY 2017-18 Q2: 1257 / 790 / 2982255",
                        "FY 2017-18 Q3: 1196 / 789 / 2802496");
    }

    @Test
    void officesAreRight() {
        Map<String, WinLoss> offices = result.figures().offices();
        assertThat(offices.keySet()).containsExactly("Central", "East", "West");
        assertThat(offices.values())
                .extracting(o -> o.won() + " / " + o.wonAmount(USD).amount().toBigIntegerExact())
                .containsExactly("1629 / 3346293", "1171 / 3090594", "1438 / 3568647");
    }

    @Test
    void daysToCloseAreRight() {
        assertThat(result.figures().daysToWin().mean()).contains(new BigDecimal("51.7820"));
        assertThat(result.figures().daysToWin().median()).contains(new BigDecimal("57"));
        assertThat(result.figures().daysToWin().max()).contains(138L);
        assertThat(result.figures().daysToLose().mean()).contains(new BigDecimal("41.4792"));
        assertThat(result.figures().daysToLose().median()).contains(new BigDecimal("14"));
    }

    @Test
    void theWeightedPipelineNeedsTheDeclaredRule() {
        SalesFigures figures = result.figures();
        assertThat(figures.weighted().weighted(USD)).isEqualByComparingTo("0");
        assertThat(figures.weighted().withoutAmount()).isEqualTo(2_089);
        assertThat(figures.weightedAtListPrice().weighted(USD)).isEqualByComparingTo("2053513.10");
        assertThat(figures.weightedAtListPrice().ruleUses()).isEqualTo(2_089);
        assertThat(figures.weightedAtListPrice().withoutAmount()).isZero();
    }

    @Test
    void anOpenDealWithoutACustomerCannotBeWon() {
        assertThat(result.refusal().rule()).isEqualTo("won-needs-customer");
        assertThat(result.refusal().sentence())
                .isEqualTo("Cannot close the deal as WON: it has no customer. Link one first.");
    }

    @Test
    void aSecondRunChangesNothing() {
        assertThat(result.second().inserts()).isZero();
        assertThat(result.second().updates()).isZero();
        assertThat(result.second().deals().rows()).isEqualTo(new ImportCounts(0, 0, 8_800));
        assertThat(result.eventsOfSecond()).isZero();
    }

    @Test
    void whatIsPrintedNamesTheFiguresInPlainAscii() {
        String printed = PRINTED.toString(StandardCharsets.UTF_8);
        assertThat(printed)
                .contains("won 4,238, lost 2,473: win rate 63.1501 %", "10,005,534", "2,053,513.10", "corrected 1,480")
                .contains("0 inserts, 0 updates, 0 events")
                .matches(text -> text.chars().allMatch(c -> c < 128 && c != '\r'));
    }

    @Test
    void theEnquiryIsGivenToThePersonAndTheAccountThatAreKnown() {
        assertThat(result.enquiry().intake()).isInstanceOf(IntakeResult.Attached.class);
        assertThat(result.enquiry().intake().reasons()).isNotEmpty();
    }

    @Test
    void theEnquiryMovesScoreAndSegment() {
        assertThat(result.enquiry().score().score().value()).isEqualByComparingTo("35");
        assertThat(result.enquiry().entered()).containsExactly("Asked on the web in the last 30 days");
    }

    @Test
    void theConversionDoesWhatItsPreviewSaysAndOnlyOnce() {
        assertThat(result.enquiry().preview().obstacles()).isEmpty();
        assertThat(result.enquiry().preview().steps())
                .extracting(ConversionStep::kind)
                .contains(ConversionStep.Kind.CREATED, ConversionStep.Kind.LINKED, ConversionStep.Kind.CHANGED);
        assertThat(result.enquiry().conversion().opportunity()).isPresent();
        assertThat(result.enquiry().again()).isEqualTo(result.enquiry().conversion());
        assertThat(result.enquiry().again().revision())
                .isEqualTo(result.enquiry().conversion().revision());
    }

    @Test
    void theDashboardSaysTheSameInFourFiles() throws IOException {
        assertThat(result.files())
                .extracting(file -> folder.relativize(file).toString())
                .containsExactly("dashboard.html", "dashboard.csv", "dashboard.json", "dashboard.xlsx");
        for (Path file : result.files()) {
            assertThat(PRINTED.toString(StandardCharsets.UTF_8)).contains(file.toString());
        }
        assertThat(Files.readString(folder.resolve("dashboard.html"))).contains("<svg", "$10,005,534", "$2,053,513.10");
        assertThat(Files.readString(folder.resolve("dashboard.csv")))
                .contains("\r\nTotal,4238,10005534.00\r\n", "\r\nTotal,2089,4966215.00,2053513.10\r\n");
        assertThat(Files.readString(folder.resolve("dashboard.json")))
                .contains("{\"amount\":\"10005534.00\",\"currency\":\"USD\"}", "2053513.10");
        try (InputStream file = Files.newInputStream(folder.resolve("dashboard.xlsx"));
                ReadableWorkbook book = new ReadableWorkbook(file)) {
            List<Row> won = book.getFirstSheet().read();
            assertThat(won.get(won.size() - 1).getCellAsNumber(2)).contains(new BigDecimal("10005534"));
        }
    }

    @Test
    void figuresAndPageAreTheSameOnEveryStoreToTheLastSign() throws CannotRun {
        assertThat(Dashboards.page(result)).isEqualTo(Dashboards.page(Dashboards.inMemory(folder)));
        assertThat(result.figures()).isEqualTo(Dashboards.inMemory(folder).figures());
    }
}
