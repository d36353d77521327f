package org.sambandh.crm.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sambandh.crm.pipeline.TestDeals.USD;
import static org.sambandh.crm.pipeline.TestDeals.inr;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.ProductId;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.store.Upserted;

class OpportunityImportTest {

    private static final ExternalRef REF = new ExternalRef("erp", "quote", "Q-1");

    private final Desk desk = new Desk();
    private final CustomerId steelworks = desk.customer("Steelworks");

    private NewOpportunity past() {
        return NewOpportunity.named("Mill")
                .asItWas()
                .customer(steelworks)
                .stage("engaging")
                .engagedOn(LocalDate.parse("2026-01-10"))
                .visited("engaging", LocalDate.parse("2026-01-10"))
                .amount(inr("100"))
                .externalRef(REF);
    }

    @Test
    void theSameContentAgainWritesNothingAndRecordsNothing() {
        Upserted<Opportunity> first = desk.deals().upsert(REF, past());
        int events = desk.events().size();
        Upserted<Opportunity> second = desk.on("2026-04-02").deals().upsert(REF, past());
        assertThat(first).isInstanceOf(Upserted.Created.class);
        assertThat(second).isInstanceOf(Upserted.Unchanged.class);
        assertThat(second.entity().revision()).isEqualTo(first.entity().revision());
        assertThat(desk.events()).hasSize(events);
    }

    @Test
    void otherContentChangesTheDealAndWhatIsNotSaidStays() {
        desk.deals().upsert(REF, past());
        Upserted<Opportunity> changed =
                desk.deals().upsert(REF, NewOpportunity.named("Mill").amount(inr("200")));
        assertThat(changed).isInstanceOf(Upserted.Updated.class);
        assertThat(changed.entity().amount()).contains(inr("200"));
        assertThat(changed.entity().customer()).contains(steelworks);
        assertThat(changed.entity().stage()).isEqualTo("engaging");
    }

    @Test
    void aDealThatIsClosedElsewhereIsClosedHere() {
        desk.deals().upsert(REF, past());
        Opportunity won = desk.deals()
                .upsert(REF, past().stage("won").closedOn(LocalDate.parse("2026-03-01")))
                .entity();
        assertThat(won.outcome()).isEqualTo(Outcome.won());
        assertThat(won.history().daysToClose()).contains(50L);
        assertThat(won.history().visits().get(0).leftAt()).isNotNull();
        assertThat(desk.eventTypes(won.id())).containsExactly("opportunity.opened", "opportunity.won");
    }

    @Test
    void anImportNeverOpensAClosedDealAgain() {
        Opportunity deal = desk.deals().upsert(REF, past()).entity();
        desk.deals().lose(deal.id(), "price");
        assertThat(desk.deals().upsert(REF, past())).isInstanceOf(Upserted.Unchanged.class);
        assertThat(desk.deals().get(deal.id()).outcome()).isEqualTo(Outcome.lost("price"));
    }

    @Test
    void anotherDayOfClosingCorrectsTheOneThatWasKnown() {
        NewOpportunity won = past().stage("won");
        desk.deals().upsert(REF, won.closedOn(LocalDate.parse("2026-03-01")));
        Opportunity corrected = desk.deals()
                .upsert(REF, won.closedOn(LocalDate.parse("2026-03-02")))
                .entity();
        assertThat(corrected.closedOn()).contains(LocalDate.parse("2026-03-02"));
        assertThat(corrected.history().closings()).hasSize(1);
        assertThat(corrected.history().timeIn("engaging", TestDeals.instant("2026-12-31")))
                .contains(Duration.ofDays(51));
    }

    @Test
    void oneBadDealOfABatchLeavesNothingOfIt() {
        NewOpportunity bad = NewOpportunity.named("Nobody")
                .won(LocalDate.parse("2026-03-01"))
                .externalRef(new ExternalRef("erp", "quote", "Q-2"));
        assertThatThrownBy(() -> desk.deals().upsertAll(List.of(past(), bad)))
                .isInstanceOfSatisfying(
                        RuleViolation.class, e -> assertThat(e.rule()).isEqualTo("won-needs-customer"));
        assertThat(desk.deals().findByRef(REF)).isEmpty();
        assertThatThrownBy(() -> desk.deals().upsertAll(List.of(NewOpportunity.named("no key"))))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void theSameReferenceTwiceInABatchIsOneDeal() {
        List<Upserted<Opportunity>> results = desk.deals().upsertAll(List.of(past(), past().amount(inr("300"))));
        assertThat(results.get(0)).isInstanceOf(Upserted.Created.class);
        assertThat(results.get(1)).isInstanceOf(Upserted.Updated.class);
        assertThat(desk.deals().figures(Conditions.always()).size()).isEqualTo(1);
    }

    @Test
    void aLossWithoutAReasonLeavesTheReasonThatIsKnown() {
        NewOpportunity lost = past().stage("lost").closedOn(LocalDate.parse("2026-03-01"));
        desk.deals().upsert(REF, lost.set(OpportunityFields.LOST_REASON, "price"));
        assertThat(desk.deals().upsert(REF, lost)).isInstanceOf(Upserted.Unchanged.class);
        assertThat(desk.deals().findByRef(REF).orElseThrow().outcome()).isEqualTo(Outcome.lost("price"));
    }

    @Test
    void fieldsAreSetByNameAsAMappingDoes() {
        NewOpportunity mapped = NewOpportunity.named("Mill")
                .asItWas()
                .set(OpportunityFields.CUSTOMER, steelworks)
                .set(OpportunityFields.PIPELINE, Pipeline.DEFAULT)
                .set(OpportunityFields.STAGE, "lost")
                .set(OpportunityFields.COMPETITOR, "Acme")
                .set(OpportunityFields.AMOUNT, inr("7"))
                .set(OpportunityFields.ENGAGED_ON, LocalDate.parse("2026-01-10"))
                .set(OpportunityFields.CLOSED_ON, LocalDate.parse("2026-01-20"));
        Opportunity deal = desk.deals().upsert(REF, mapped).entity();
        assertThat(deal.outcome()).isEqualTo(Outcome.lost(null, "Acme"));
        assertThat(deal.amount()).contains(inr("7"));
        assertThat(deal.history().daysToClose()).contains(10L);
        assertThat(desk.deals().upsert(REF, mapped)).isInstanceOf(Upserted.Unchanged.class);
        assertThatThrownBy(() -> mapped.set(OpportunityFields.OUTCOME, OutcomeKind.WON))
                .isInstanceOf(Invalid.class);
    }

    /** Worked example 3 of the domain rules: the deals of a seller, brought in twice. */
    @Test
    void eightThousandEightHundredDealsAreBroughtInOnceHoweverOftenTheyCome() {
        List<NewOpportunity> deals = SalesData.deals();
        deals.stream()
                .flatMap(d -> Optional.ofNullable(d.customer).stream())
                .distinct()
                .forEach(id -> desk.customer(id));
        List.of("central", "east", "west").forEach(desk::team);
        List<Upserted<Opportunity>> first = desk.deals().upsertAll(deals);
        int events = desk.events().size();
        List<Upserted<Opportunity>> second = desk.deals().upsertAll(deals);
        assertThat(first).hasSize(8_800).allMatch(u -> u instanceof Upserted.Created);
        assertThat(second).hasSize(8_800).allMatch(u -> u instanceof Upserted.Unchanged);
        assertThat(desk.events()).hasSize(events);

        PipelineFigures figures = desk.deals().figures(Conditions.always());
        assertThat(figures.winLoss().wonAmount(USD)).isEqualTo(Money.of(10_005_534, "USD"));
        Map<ProductId, Money> prices = SalesData.listPrices();
        WeightedPipeline weighted = figures.weighted(AmountRule.listPrice(p -> Optional.ofNullable(prices.get(p))));
        assertThat(weighted.weighted(USD)).isEqualByComparingTo(new BigDecimal("2053513.10"));

        List<Opportunity> without = first.stream()
                .map(Upserted::entity)
                .filter(d -> d.customer().isEmpty())
                .toList();
        assertThat(without).hasSize(1_425).allMatch(Opportunity::isOpen);
        assertThat(without.stream().filter(d -> d.stage().equals("engaging"))).hasSize(1_088);
        assertThatThrownBy(() -> desk.deals().win(without.get(0).id()))
                .isInstanceOfSatisfying(
                        RuleViolation.class, e -> assertThat(e.rule()).isEqualTo("won-needs-customer"));
    }
}
