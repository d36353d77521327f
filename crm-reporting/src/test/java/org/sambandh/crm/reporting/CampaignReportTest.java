package org.sambandh.crm.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.CrmSession;
import org.sambandh.crm.campaign.Attribution;
import org.sambandh.crm.campaign.Campaign;
import org.sambandh.crm.campaign.CampaignFields;
import org.sambandh.crm.campaign.CampaignResults;
import org.sambandh.crm.campaign.NewCampaign;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Tests;
import org.sambandh.crm.interaction.Channel;
import org.sambandh.crm.settings.DatedRate;
import org.sambandh.crm.settings.ExchangeRates;
import org.sambandh.crm.settings.RatePolicy;

/** What came of campaigns, as the service tells it, and as a table. */
class CampaignReportTest {

    private static final Year YEAR = Year.lived();
    private static final ExchangeRates RATES = ExchangeRates.of(
            Money.currencyOf("INR"),
            List.of(new DatedRate(Money.currencyOf("GBP"), new BigDecimal("100"), LocalDate.of(2020, 1, 1))));

    private static List<Campaign> campaigns() {
        return YEAR.crm.campaigns().find(Conditions.<Campaign>always(), 100, null).items().stream()
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .toList();
    }

    private static Cell cell(ReportTable table, int row, String column) {
        return table.rows().get(row).cells().get(Tabled.columns(table).indexOf(column));
    }

    private static long number(ReportTable table, int row, String column) {
        return ((Cell.Numeric) cell(table, row, column)).value().longValueExact();
    }

    private static void sameAs(CampaignResults results, Campaign campaign, ReportTable table, int row) {
        assertThat(cell(table, row, "campaign"))
                .isEqualTo(new Cell.Named(campaign.id().value(), Label.of(campaign.name())));
        assertThat(number(table, row, "sent")).isEqualTo(results.counts().sent());
        assertThat(number(table, row, "responses")).isEqualTo(results.counts().responses());
        assertThat(number(table, row, "enquiries")).isEqualTo(results.enquiries());
        assertThat(amounts(table, row, "budget"))
                .isEqualTo(campaign.budget().map(List::of).orElse(List.of()));
        assertThat(amounts(table, row, "cost")).isEqualTo(results.cost() == null ? List.of() : List.of(results.cost()));
        assertThat(amounts(table, row, "budget").size())
                .isEqualTo(campaign.budget().isPresent() ? 1 : 0);
        sameAs(results.firstTouch(), table, row, "firstTouch");
        sameAs(results.lastTouch(), table, row, "lastTouch");
    }

    private static void sameAs(Attribution touch, ReportTable table, int row, String name) {
        assertThat(number(table, row, name + ".enquiries")).isEqualTo(touch.enquiries());
        assertThat(number(table, row, name + ".opportunities")).isEqualTo(touch.opportunities());
        List<Money> won = new ArrayList<>(amounts(table, row, name + ".won"));
        won.removeIf(amount -> amount.signum() == 0);
        assertThat(won).containsExactlyInAnyOrderElementsOf(touch.won());
        Cell roi = cell(table, row, name + ".roi");
        assertThat(roi instanceof Cell.Ratio ratio ? ratio.value() : null).isEqualTo(touch.returnOnInvestment());
        assertThat(amounts(table, row, name + ".costPerEnquiry"))
                .isEqualTo(touch.costPerEnquiry() == null ? List.of() : List.of(touch.costPerEnquiry()));
    }

    /** All amounts of a row in the columns of one measure. */
    private static List<Money> amounts(ReportTable table, int row, String measure) {
        List<Money> amounts = new ArrayList<>();
        for (String column : Tabled.columns(table)) {
            if (column.startsWith(measure + ".") && cell(table, row, column) instanceof Cell.Amount amount) {
                amounts.add(amount.money());
            }
        }
        return amounts;
    }

    @Test
    void everyFigureIsThatOfTheService() {
        ReportTable table = Reports.of(YEAR.crm).run(StandardReports.campaignResults());
        List<Campaign> campaigns = campaigns();
        assertThat(campaigns).hasSize(3);
        for (int row = 0; row < campaigns.size(); row++) {
            Campaign campaign = campaigns.get(row);
            sameAs(YEAR.crm.campaigns().results(campaign.id()), campaign, table, row);
        }
    }

    @Test
    void wonAmountsAreConvertedToTheCurrencyOfEachCampaignsCostsWhereThatIsWanted() {
        ReportTable table = Reports.of(YEAR.crm)
                .withRates(RATES)
                .run(StandardReports.campaignResults().converted(RatePolicy.ON_CLOSE));
        List<Campaign> campaigns = campaigns();
        for (int row = 0; row < campaigns.size(); row++) {
            Campaign campaign = campaigns.get(row);
            sameAs(YEAR.crm.campaigns().results(campaign.id(), RATES, RatePolicy.ON_CLOSE), campaign, table, row);
        }
        assertThat(Tabled.text(cell(table, 1, "firstTouch.won.GBP"))).isEqualTo("790.00");
        assertThat(Tabled.notes(table)).anyMatch(note -> note.contains("ON_CLOSE"));
    }

    @Test
    void theTableIsReadableAndLeavesOutOfTheTotalWhatDoesNotAddUp() {
        ReportTable table = Reports.of(YEAR.crm).run(StandardReports.campaignResults());
        assertThat(Tabled.columns(table))
                .containsExactly(
                        "campaign",
                        "sent",
                        "responses",
                        "responseRate",
                        "enquiries",
                        "budget.INR",
                        "budget.GBP",
                        "cost.INR",
                        "cost.GBP",
                        "firstTouch.enquiries",
                        "firstTouch.opportunities",
                        "firstTouch.won.INR",
                        "firstTouch.won.GBP",
                        "firstTouch.roi",
                        "firstTouch.costPerEnquiry.INR",
                        "firstTouch.costPerEnquiry.GBP",
                        "lastTouch.enquiries",
                        "lastTouch.opportunities",
                        "lastTouch.won.INR",
                        "lastTouch.won.GBP",
                        "lastTouch.roi",
                        "lastTouch.costPerEnquiry.INR",
                        "lastTouch.costPerEnquiry.GBP");
        assertThat(Tabled.rows(table).get(0))
                .startsWith("Diwali | 3 | 2 | 0.666667 (0.207660 to 0.938508) | 2 | 10000.00 | NOTHING_MEASURED"
                        + " | 4000.00 | NOTHING_MEASURED | 2 | 4 | 9000.00 | 0.00 | 1.2500 | 2000.00 | ");
        assertThat(Tabled.total(table))
                .startsWith("Total | 5 | 4 | 0.800000 (")
                .contains("| NOT_APPLICABLE | 10000.00 | 500.00 | 4000.00 | 300.00 | 3 | 6 | 18000.00 | 700.00"
                        + " | NOT_APPLICABLE | NOT_APPLICABLE");
        assertThat(Tabled.notes(table)).anyMatch(note -> note.equals("won deals without an amount, first touch: 1"));
    }

    @Test
    void aConditionSaysWhichCampaignsAndNoneAtAllAreATableWithoutRows() {
        CampaignReport report =
                StandardReports.campaignResults().where(Conditions.where(CampaignFields.CODE, Tests.is("fair")));
        assertThat(Tabled.rows(Reports.of(YEAR.crm).run(report)))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("Fair");
        ReportTable none =
                Reports.of(YEAR.crm).run(report.where(Conditions.where(CampaignFields.CODE, Tests.is("none"))));
        assertThat(none.rows()).isEmpty();
        assertThat(Tabled.columns(none)).contains("firstTouch.won.INR");
    }

    @Test
    void moreCampaignsThanAReaderLooksAtAreRefusedUntilAConditionSaysWhich() {
        CrmSession crm = new Watch("2026-04-01T03:30:00Z").session();
        crm.inTransaction(unit -> {
            for (int i = 0; i <= 1_000; i++) {
                unit.campaigns().plan(NewCampaign.of("c" + i, "Campaign", Channel.EMAIL));
            }
            return null;
        });
        CampaignReport report = StandardReports.campaignResults();
        assertThatThrownBy(() -> Reports.of(crm).run(report))
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.path()).isEqualTo("report.filter"));
        Condition<Campaign> most = Conditions.not(Conditions.where(CampaignFields.CODE, Tests.is("c0")));
        assertThat(Reports.of(crm).run(report.where(most)).rows()).hasSize(1_000);
    }

    @Test
    void itIsStoredAsJsonAndReadBackTheSame() {
        ReportJson json = ReportJson.with(YEAR.crm.catalog());
        CampaignReport plain = StandardReports.campaignResults();
        for (Tabulation report : List.of(
                plain,
                plain.where(Conditions.where(CampaignFields.CODE, Tests.is("fair"))),
                plain.converted(RatePolicy.ON_CLOSE),
                plain.converted(RatePolicy.asOf(LocalDate.of(2026, 3, 31))))) {
            assertThat(json.read(json.write(report))).isEqualTo(report);
        }
        String text = json.write(plain);
        assertThatThrownBy(() -> json.read(text.replace("\"campaign\"", "\"lead\"")))
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.path()).isEqualTo("$.results"));
        assertThatThrownBy(() -> json.read(text.replace("true", "false"))).isInstanceOf(Invalid.class);
    }
}
