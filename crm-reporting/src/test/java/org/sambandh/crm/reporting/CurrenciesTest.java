package org.sambandh.crm.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.CrmSession;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.customer.NewCustomer;
import org.sambandh.crm.pipeline.NewOpportunity;
import org.sambandh.crm.pipeline.Opportunity;
import org.sambandh.crm.pipeline.OpportunityFields;
import org.sambandh.crm.pipeline.Outcome;
import org.sambandh.crm.settings.DatedRate;
import org.sambandh.crm.settings.ExchangeRates;
import org.sambandh.crm.settings.RatePolicy;

class CurrenciesTest {

    private static final Currency INR = Money.currencyOf("INR");
    private static final Currency USD = Money.currencyOf("USD");
    private static final ExchangeRates RATES = ExchangeRates.of(
            INR,
            List.of(
                    new DatedRate(USD, new BigDecimal("80"), LocalDate.of(2026, 1, 1)),
                    new DatedRate(USD, new BigDecimal("84.5"), LocalDate.of(2026, 4, 1))));
    private static final Report<Opportunity> BY_STAGE = Report.of("amounts", Label.of("Amounts"), Opportunity.class)
            .by(Dimension.of(OpportunityFields.STAGE))
            .measuring(ReportMeasure.count("deals"))
            .measuring(ReportMeasure.sum("amount", OpportunityFields.AMOUNT))
            .drawnAs(Chart.Kind.BAR, "stage", "amount");

    private final CrmSession crm = new Watch("2026-11-23T06:00:00Z").session();

    @BeforeEach
    void deals() {
        CustomerId customer =
                crm.customers().register(NewCustomer.organization("Works")).id();
        NewOpportunity deal = NewOpportunity.named("deal").asItWas().customer(customer);
        won(deal.amount(Money.of("100.10", "USD")), "2026-03-31");
        won(deal.amount(Money.of("100.10", "USD")), "2026-04-01");
        won(deal.amount(Money.of("7", "JPY")), "2026-04-01");
        crm.opportunities().open(deal.stage("qualify").amount(Money.of("1000", "INR")));
        crm.opportunities().open(deal.stage("qualify").amount(Money.of("1", "USD")));
        crm.opportunities().open(deal.stage("qualify"));
    }

    private void won(NewOpportunity deal, String day) {
        crm.opportunities().open(deal.openedOn(LocalDate.of(2026, 2, 1)).closed(Outcome.won(), LocalDate.parse(day)));
    }

    private static CurrencyPolicy<Opportunity> onClose() {
        return new CurrencyPolicy.Converted<>(
                INR, RatePolicy.ON_CLOSE, List.of(OpportunityFields.CLOSED_ON, OpportunityFields.EXPECTED_CLOSE));
    }

    @Test
    void eachCurrencyHasAColumnTheTenantsOwnFirst() {
        ReportTable table = Reports.of(crm).run(BY_STAGE);
        assertThat(Tabled.columns(table)).containsExactly("stage", "deals", "amount.INR", "amount.JPY", "amount.USD");
        assertThat(table.columns().get(3).currency()).isEqualTo(Money.currencyOf("JPY"));
        assertThat(Tabled.rows(table))
                .containsExactly("qualify | 3 | 1000.00 | 0 | 1.00", "won | 3 | 0.00 | 7 | 200.20");
        assertThat(Tabled.total(table)).isEqualTo("Total | 6 | 1000.00 | 7 | 201.20");
        assertThat(Tabled.notes(table)).containsExactly("without amount: 1");
        assertThat(table.chart().series()).containsExactly("amount.INR", "amount.JPY", "amount.USD");
    }

    @Test
    void convertedOnCloseEachDealHasTheRateOfItsDayAndWhatHasNoneIsCounted() {
        ReportTable table = Reports.of(crm).withRates(RATES).run(BY_STAGE.in(onClose()));
        assertThat(Tabled.columns(table)).containsExactly("stage", "deals", "amount.INR");
        // 100.10 x 80 + 100.10 x 84.5; open deals without a day at the rates of today: 1000 + 84.5.
        assertThat(Tabled.rows(table)).containsExactly("qualify | 3 | 1084.50", "won | 3 | 16466.45");
        assertThat(Tabled.total(table)).isEqualTo("Total | 6 | 17550.95");
        assertThat(Tabled.notes(table))
                .containsExactly(
                        "converted to INR at the rates of the day of the close (ON_CLOSE)",
                        "without amount: 1",
                        "in JPY without a rate, left out: 1",
                        "without a day, converted at today's rates: 2");
    }

    @Test
    void onBookingAndAsOfAreOtherRightAnswersAndNameThemselves() {
        ReportTable booked = Reports.of(crm)
                .withRates(RATES)
                .run(BY_STAGE.in(new CurrencyPolicy.Converted<>(
                        INR, RatePolicy.ON_BOOKING, List.of(OpportunityFields.OPENED_AT))));
        assertThat(Tabled.rows(booked)).contains("won | 3 | 16016.00");
        assertThat(Tabled.notes(booked))
                .contains("converted to INR at the rates of the day of the booking (ON_BOOKING)");
        ReportTable asOf = Reports.of(crm)
                .withRates(RATES)
                .run(BY_STAGE.in(
                        new CurrencyPolicy.Converted<>(INR, RatePolicy.asOf(LocalDate.of(2026, 5, 1)), List.of())));
        assertThat(Tabled.rows(asOf)).contains("won | 3 | 16916.90");
        assertThat(Tabled.notes(asOf)).contains("converted to INR at the rates of 2026-05-01 (AS_OF)");
    }

    @Test
    void withoutAnyRatesTheReportCountsWhatItLeavesOut() {
        ReportTable table = Reports.of(crm).run(BY_STAGE.in(onClose()));
        assertThat(Tabled.rows(table)).containsExactly("qualify | 3 | 1000.00", "won | 3 | 0.00");
        assertThat(Tabled.notes(table))
                .contains("in USD without a rate, left out: 3", "in JPY without a rate, left out: 1");
    }

    @Test
    void anAverageIsMadeOfItsPartsAndIsNoDataOverNothing() {
        ReportTable table = Reports.of(crm)
                .run(Report.of("mean", Label.of("Mean"), Opportunity.class)
                        .by(Dimension.of(OpportunityFields.STAGE))
                        .measuring(new ReportMeasure.OfField<>(
                                "mean",
                                ReportMeasure.Kind.AVERAGE,
                                OpportunityFields.AMOUNT,
                                org.sambandh.crm.condition.Conditions.always(),
                                null)));
        assertThat(Tabled.columns(table)).containsExactly("stage", "mean.INR", "mean.JPY", "mean.USD");
        assertThat(Tabled.rows(table))
                .containsExactly("qualify | 1000.00 | NOTHING_MEASURED | 1.00", "won | NOTHING_MEASURED | 7 | 100.10");
        // 201.20 / 3, not the mean of 1.00 and 100.10.
        assertThat(Tabled.total(table)).isEqualTo("Total | 1000.00 | 7 | 67.07");
    }

    @Test
    void roundedRowsAddUpToTheTotalThatIsRoundedOnce() {
        CrmSession thirds = new Watch("2026-11-23T06:00:00Z").session();
        for (String stage : List.of("prospecting", "qualify", "engaging")) {
            thirds.opportunities()
                    .open(NewOpportunity.named("deal")
                            .stage(stage)
                            .amount(Money.of("0.01", "INR"))
                            .probability(new BigDecimal("0.5")));
        }
        ReportTable table = Reports.of(thirds)
                .run(Report.of("weighted", Label.of("Weighted"), Opportunity.class)
                        .by(Dimension.of(OpportunityFields.STAGE))
                        .measuring(ReportMeasure.weighted(
                                "weighted", OpportunityFields.AMOUNT, OpportunityFields.PROBABILITY)));
        // 0.005 each; 0.015 in all, which is 0.02: the minor units that are left go to the first rows.
        assertThat(Tabled.rows(table)).containsExactly("engaging | 0.01", "prospecting | 0.01", "qualify | 0.00");
        assertThat(Tabled.total(table)).isEqualTo("Total | 0.02");
    }

    @Test
    void aPolicyWithoutTheDaysItNeedsIsRefused() {
        assertThatThrownBy(() -> new CurrencyPolicy.Converted<Opportunity>(INR, RatePolicy.ON_CLOSE, List.of()))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> new CurrencyPolicy.Converted<>(
                        INR, RatePolicy.asOf(LocalDate.of(2026, 5, 1)), List.of(OpportunityFields.CLOSED_ON)))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() ->
                        new CurrencyPolicy.Converted<>(INR, RatePolicy.ON_CLOSE, List.of(OpportunityFields.STAGE)))
                .isInstanceOf(Invalid.class);
    }
}
