package org.sambandh.crm.tck;

import static org.sambandh.crm.tck.Samples.id;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Currency;
import java.util.List;
import org.sambandh.crm.common.Brand;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.LeadId;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.OpportunityId;
import org.sambandh.crm.common.PipelineId;
import org.sambandh.crm.common.ProductId;
import org.sambandh.crm.common.Quantity;
import org.sambandh.crm.common.SnapshotId;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Tests;
import org.sambandh.crm.pipeline.Billing;
import org.sambandh.crm.pipeline.Closing;
import org.sambandh.crm.pipeline.DealHistory;
import org.sambandh.crm.pipeline.Discount;
import org.sambandh.crm.pipeline.ForecastCategory;
import org.sambandh.crm.pipeline.Line;
import org.sambandh.crm.pipeline.Opportunity;
import org.sambandh.crm.pipeline.OpportunityFields;
import org.sambandh.crm.pipeline.Outcome;
import org.sambandh.crm.pipeline.Pipeline;
import org.sambandh.crm.pipeline.PipelineSnapshot;
import org.sambandh.crm.pipeline.SnapshotRow;
import org.sambandh.crm.pipeline.Stage;
import org.sambandh.crm.pipeline.StageVisit;
import org.sambandh.crm.pipeline.Stakeholder;
import org.sambandh.crm.pipeline.VoidReason;

/** Deals, pipelines and their snapshots. */
final class DealSamples {

    private static final Instant OPENED = Instant.parse("2026-02-01T09:00:00.000001Z");
    private static final LocalDate OPENED_ON = LocalDate.of(2026, 2, 1);

    private DealSamples() {}

    static Opportunity opportunity(String id, int n) {
        CustomerId customer = new CustomerId(id("customer", n % 20));
        return Opportunity.builder(new OpportunityId(id))
                .externalRefs(Varied.refs("order", id, n))
                .name(Varied.text(n, 1))
                .customer(n % 5 == 2 ? customer : Varied.maybe(n, 2, customer))
                .pipeline(new PipelineId(id("pipeline", n % 2)))
                .stage(Varied.one(n, 3, "proposal", "qualify", "won"))
                .stageProbability(new BigDecimal(Varied.one(n, 4, "0.25", "0.6", "1", "0", "0.1234")))
                .probabilityByHand(Varied.maybe(n, 5, new BigDecimal("0.3333"), BigDecimal.ONE))
                .amount(n % 3 == 1 ? null : Varied.maybe(n, 6, Varied.money(n, 7)))
                .lines(n == 1 ? lines() : List.of())
                .expectedClose(Varied.dateOrNone(n, 8))
                .history(history(n))
                .owner(PartySamples.owner(n, 9))
                .stakeholders(Varied.some(
                        n,
                        10,
                        new Stakeholder(
                                new CustomerId(id("customer", n % 20 + 2)),
                                "decides",
                                true,
                                OPENED_ON,
                                LocalDate.of(2026, 12, 31)),
                        Stakeholder.of(new CustomerId(id("customer", n % 20 + 3)), "advises"),
                        Stakeholder.of(new CustomerId(id("customer", n % 20 + 3)), "pays")))
                .brand(Varied.maybe(n, 11, new Brand("north"), new Brand("south")))
                .lead(Varied.maybe(n, 12, new LeadId(id("lead", n % 10))))
                .attributes(Varied.attributes(n))
                .build();
    }

    private static List<Line> lines() {
        Currency rupees = Currency.getInstance("INR");
        ProductId mill = new ProductId("mill-1");
        return List.of(
                Line.of(mill, 3, Money.of("1000.10", "INR")).less(Discount.percent(new BigDecimal("12.5"))),
                new Line(
                        7,
                        null,
                        "Wartung 😀 & more",
                        new Quantity(new BigDecimal("2.125"), "hour"),
                        new BigDecimal("12.3456"),
                        rupees,
                        Discount.amount(new BigDecimal("0.5")),
                        Billing.recurring(Period.ofMonths(3), 12)),
                Line.unpriced(new ProductId("mill-2"), rupees));
    }

    private static DealHistory history(int n) {
        if (n == 0) {
            return DealHistory.UNKNOWN;
        }
        Instant moved = OPENED.plusSeconds(86_400L * (n % 20));
        Instant closed = moved.plusSeconds(3_600);
        LocalDate closedOn = OPENED_ON.plusDays(n % 20 + 1L);
        List<StageVisit> visits = List.of(
                new StageVisit("qualify", "Qualify", new BigDecimal("0.25"), OPENED, moved),
                new StageVisit("proposal", "Proposal", new BigDecimal("0.6"), moved, n % 2 == 0 ? closed : null));
        Closing lost = Closing.of(Outcome.lost("price", "Acme"), closedOn, closed);
        Closing reopened = new Closing(
                lost.outcome(), closedOn, closed, closedOn.plusDays(1), closed.plusSeconds(86_400), "they called");
        List<Closing> closings = switch (n % 5) {
            case 1 -> List.of(reopened);
            case 2 -> List.of(Closing.of(Outcome.won(), closedOn, closed));
            case 3 -> List.of(lost);
            case 4 -> List.of(Closing.of(Outcome.voided(VoidReason.DUPLICATE), closedOn, closed));
            default -> List.of();
        };
        return new DealHistory(OPENED_ON, OPENED, n % 4 == 0 ? null : OPENED_ON, visits, closings);
    }

    static Pipeline pipeline(String id, int n) {
        return Pipeline.builder(new PipelineId(id))
                .externalRefs(Varied.refs("pipeline", id, n))
                .name(Varied.text(n, 1))
                .stages(Varied.one(
                        n,
                        2,
                        List.of(
                                Stage.open("qualify", "Qualify", "0.25", ForecastCategory.PIPELINE)
                                        .thenOnly("proposal", "lost"),
                                Stage.open("proposal", "Proposal 😀", "0.6", ForecastCategory.COMMIT)
                                        .enteredWhen(Conditions.where(OpportunityFields.AMOUNT, Tests.present())),
                                Stage.won("won", "Won"),
                                Stage.lost("lost", "Lost")),
                        Pipeline.standard().stages()))
                .build();
    }

    /** There is one for a day at most, so the number is the day. */
    static PipelineSnapshot snapshot(String id, int n) {
        SnapshotRow full = new SnapshotRow(
                new OpportunityId(id("opportunity", n)),
                new PipelineId(id("pipeline", 1)),
                "proposal",
                Varied.money(n, 1),
                new BigDecimal("0.25"),
                Varied.date(n, 2),
                PartySamples.owner(1, 3));
        SnapshotRow bare = new SnapshotRow(
                new OpportunityId(id("opportunity", n + 1)),
                new PipelineId(id("pipeline", 0)),
                "qualify",
                null,
                BigDecimal.ZERO,
                null,
                null);
        return PipelineSnapshot.builder(new SnapshotId(id))
                .date(LocalDate.of(2024, 2, 28).plusDays(n))
                .recordedAt(Varied.instant(n, 4))
                .rows(Varied.some(n, 5, full, bare))
                .build();
    }
}
