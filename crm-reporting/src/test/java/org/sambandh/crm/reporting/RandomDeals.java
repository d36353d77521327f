package org.sambandh.crm.reporting;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.sambandh.crm.Crm;
import org.sambandh.crm.CrmSession;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.UserId;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Tests;
import org.sambandh.crm.customer.CustomerFields;
import org.sambandh.crm.customer.NewCustomer;
import org.sambandh.crm.pipeline.NewOpportunity;
import org.sambandh.crm.pipeline.Opportunity;
import org.sambandh.crm.pipeline.OpportunityFields;
import org.sambandh.crm.pipeline.Outcome;
import org.sambandh.crm.pipeline.OutcomeKind;
import org.sambandh.crm.pipeline.VoidReason;
import org.sambandh.crm.settings.FiscalCalendar;
import org.sambandh.crm.settings.RatePolicy;
import org.sambandh.crm.settings.TenantSettings;
import org.sambandh.crm.team.Ownership;

/** Deals, and reports over them, of every shape: the same for the same number. */
final class RandomDeals {

    private static final List<String> STAGES = List.of("prospecting", "qualify", "engaging", "proposal");
    private static final List<String> CURRENCIES = List.of("INR", "USD", "JPY", "KWD");

    private final Random random;

    RandomDeals(long seed) {
        this.random = new Random(seed);
    }

    CrmSession session(int deals) {
        TenantSettings settings = TenantSettings.of(ZoneId.of("Asia/Kolkata"), Money.currencyOf("INR"))
                .withFiscalCalendar(FiscalCalendar.startingIn(Month.APRIL));
        CrmSession crm = Crm.inMemory(settings, InstantSource.fixed(Instant.parse("2026-11-23T06:00:00Z")))
                .as(Actor.SYSTEM);
        crm.inTransaction(session -> {
            UserId asha = session.teams().addUser(new UserId("asha"), "Asha").id();
            UserId ravi = session.teams().addUser(new UserId("ravi"), "Ravi").id();
            List<CustomerId> customers = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                NewCustomer customer = NewCustomer.organization("Works " + i);
                customer = i == 0
                        ? customer
                        : customer.set(CustomerFields.INDUSTRY, i % 2 == 0 ? "steel" : "इस्पात")
                                .set(CustomerFields.EMPLOYEES, BigDecimal.valueOf(10L * i * i));
                customers.add(session.customers().register(customer).id());
            }
            for (int i = 0; i < deals; i++) {
                session.opportunities().open(deal(customers, List.of(asha, ravi)));
            }
            return deals;
        });
        return crm;
    }

    private NewOpportunity deal(List<CustomerId> customers, List<UserId> users) {
        NewOpportunity deal = NewOpportunity.named("deal")
                .asItWas()
                .customer(customers.get(random.nextInt(customers.size())))
                .openedOn(LocalDate.of(2026, 1, 1));
        if (random.nextInt(4) > 0) {
            deal = deal.owner(Ownership.of(users.get(random.nextInt(2))));
        }
        if (random.nextInt(4) > 0) {
            Money amount = Money.of(random.nextInt(1_000_000), CURRENCIES.get(random.nextInt(4)));
            deal = deal.amount(amount);
        }
        if (random.nextInt(3) == 0) {
            deal = deal.expectedClose(LocalDate.of(2026, 12, 1).plusDays(random.nextInt(90)));
        }
        LocalDate day = LocalDate.of(2026, 2, 1).plusDays(random.nextInt(200));
        return switch (random.nextInt(5)) {
            case 0 -> deal.closed(Outcome.won(), day);
            case 1 -> deal.closed(Outcome.lost("price"), day);
            case 2 -> deal.closed(Outcome.voided(VoidReason.TEST), day);
            default -> open(deal);
        };
    }

    private NewOpportunity open(NewOpportunity deal) {
        NewOpportunity open = deal.stage(STAGES.get(random.nextInt(STAGES.size())));
        return random.nextBoolean() ? open : open.probability(BigDecimal.valueOf(random.nextInt(10_001), 4));
    }

    Report<Opportunity> report() {
        Report<Opportunity> report = Report.of("random", Label.of("Random"), Opportunity.class);
        List<Dimension<Opportunity>> dimensions = new ArrayList<>(List.of(
                Dimension.of(OpportunityFields.STAGE),
                Dimension.of(OpportunityFields.OUTCOME),
                Dimension.of(OpportunityFields.OPEN),
                Dimension.of(OpportunityFields.OWNER_USER),
                Dimension.of(OpportunityFields.PROBABILITY),
                Dimension.of(OpportunityFields.CUSTOMER.to(CustomerFields.INDUSTRY)),
                Dimension.of(OpportunityFields.CLOSED_ON, bucket()),
                Dimension.of(OpportunityFields.OPENED_AT, bucket()),
                Dimension.of(OpportunityFields.EXPECTED_CLOSE),
                new Dimension.Bands<>(
                        "size",
                        OpportunityFields.CUSTOMER.to(CustomerFields.EMPLOYEES),
                        List.of(new BigDecimal("10.5"), new BigDecimal("40"), new BigDecimal("1e3")),
                        null),
                new Dimension.Groups<>(
                        "phase",
                        OpportunityFields.STAGE,
                        List.of(new Dimension.Group("early", Label.of("early"), List.of("prospecting", "qualify"))),
                        null)));
        for (int i = random.nextInt(4); i > 0; i--) {
            report = report.by(dimensions.remove(random.nextInt(dimensions.size())));
        }
        report = measured(report);
        if (random.nextBoolean()) {
            report = report.where(
                    Conditions.not(Conditions.where(OpportunityFields.OUTCOME, Tests.is(OutcomeKind.VOID))));
        }
        if (random.nextBoolean()) {
            report = report.sortedBy(
                    List.of("deals", "amount", "share", "mean").get(random.nextInt(4)), random.nextBoolean());
        }
        if (random.nextInt(3) == 0) {
            report = report.top(1 + random.nextInt(4));
        }
        return report.in(policy());
    }

    private TimeBucket bucket() {
        return TimeBucket.values()[random.nextInt(TimeBucket.values().length)];
    }

    private static Report<Opportunity> measured(Report<Opportunity> report) {
        var won = Conditions.where(OpportunityFields.OUTCOME, Tests.is(OutcomeKind.WON));
        return report.measuring(ReportMeasure.count("deals"))
                .measuring(ReportMeasure.count("won", won))
                .measuring(ReportMeasure.sum("amount", OpportunityFields.AMOUNT))
                .measuring(ReportMeasure.sum("wonAmount", OpportunityFields.AMOUNT, won))
                .measuring(ReportMeasure.sum("days", OpportunityFields.DAYS_TO_CLOSE))
                .measuring(ReportMeasure.weighted("weighted", OpportunityFields.AMOUNT, OpportunityFields.PROBABILITY))
                .measuring(of("mean", ReportMeasure.Kind.AVERAGE))
                .measuring(of("least", ReportMeasure.Kind.MIN))
                .measuring(of("most", ReportMeasure.Kind.MAX))
                .measuring(new ReportMeasure.OfField<>(
                        "latest", ReportMeasure.Kind.MAX, OpportunityFields.OPENED_AT, Conditions.always(), null))
                .measuring(new ReportMeasure.OfField<>(
                        "chance", ReportMeasure.Kind.AVERAGE, OpportunityFields.PROBABILITY, won, null))
                .measuring(new ReportMeasure.Distinct<>(
                        "customers", OpportunityFields.CUSTOMER, Conditions.always(), null))
                .measuring(new ReportMeasure.Distinct<>(
                        "closeDays", OpportunityFields.CLOSED_ON, Conditions.always(), null))
                .measuring(ReportMeasure.share("share", won, Conditions.always()))
                .measuring(new ReportMeasure.Share<>("value", won, Conditions.always(), OpportunityFields.AMOUNT, null))
                .measuring(new ReportMeasure.Ratio<>(
                        "perWon", ReportMeasure.count("a"), ReportMeasure.count("b", won), null));
    }

    private static ReportMeasure<Opportunity> of(String name, ReportMeasure.Kind kind) {
        return new ReportMeasure.OfField<>(name, kind, OpportunityFields.AMOUNT, Conditions.always(), null);
    }

    private CurrencyPolicy<Opportunity> policy() {
        var to = Money.currencyOf("INR");
        return switch (random.nextInt(4)) {
            case 0 ->
                new CurrencyPolicy.Converted<>(
                        to,
                        RatePolicy.ON_CLOSE,
                        List.of(OpportunityFields.CLOSED_ON, OpportunityFields.EXPECTED_CLOSE));
            case 1 -> new CurrencyPolicy.Converted<>(to, RatePolicy.ON_BOOKING, List.of(OpportunityFields.OPENED_AT));
            case 2 -> new CurrencyPolicy.Converted<>(to, RatePolicy.asOf(LocalDate.of(2026, 3, 31)), List.of());
            default -> new CurrencyPolicy.Each<>();
        };
    }
}
