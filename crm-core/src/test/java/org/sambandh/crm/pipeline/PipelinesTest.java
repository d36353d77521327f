package org.sambandh.crm.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sambandh.crm.condition.Conditions.all;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.atLeast;
import static org.sambandh.crm.condition.Tests.present;
import static org.sambandh.crm.pipeline.TestDeals.inr;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.common.OpportunityId;
import org.sambandh.crm.common.PipelineId;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.condition.Rule;

class PipelinesTest {

    private final Desk desk = new Desk();

    private void declare(Stage... stages) {
        desk.pipelines()
                .save(Pipeline.standard().toBuilder().stages(List.of(stages)).build());
    }

    private static Stage open(String code, String probability) {
        return Stage.open(code, code, probability, ForecastCategory.PIPELINE);
    }

    private static void refused(String rule, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RuleViolation.class, e -> assertThat(e.rule()).isEqualTo(rule));
    }

    @Test
    void aTenantThatDeclaresNoneHasTheStandardPipeline() {
        assertThat(desk.pipelines().get(Pipeline.DEFAULT).sameAs(Pipeline.standard()))
                .isTrue();
        assertThat(desk.pipelines().list()).hasSize(1);
        assertThatThrownBy(() -> desk.pipelines().get(new PipelineId("none"))).isInstanceOf(NotFound.class);
    }

    @Test
    void aDeclaredPipelineTakesThePlaceOfTheStandardOne() {
        declare(open("talk", "0.2"), Stage.won("sold", "Sold"));
        Opportunity deal = desk.deals().open(NewOpportunity.named("Mill"));
        assertThat(deal.stage()).isEqualTo("talk");
        assertThat(desk.deals().lose(deal.id(), "price").stage()).isEqualTo("talk");
        int events = desk.events().size();
        desk.pipelines().save(desk.pipelines().get(Pipeline.DEFAULT));
        assertThat(desk.events()).hasSize(events);
    }

    @Test
    void aStageIsLeftOnlyForThoseItAllows() {
        declare(open("talk", "0.2").thenOnly("offer"), open("offer", "0.5"), open("deal", "0.8"));
        OpportunityId id = desk.deals().open(NewOpportunity.named("Mill")).id();
        refused("stage-not-allowed", () -> desk.deals().moveTo(id, "deal"));
        desk.on("2026-04-02").deals().moveTo(id, "offer");
        assertThat(desk.on("2026-04-03").deals().moveTo(id, "deal").stage()).isEqualTo("deal");
    }

    @Test
    void aStageThatAsksForAmountAndCustomerNamesWhatIsMissing() {
        declare(
                open("talk", "0.2"),
                open("offer", "0.5")
                        .enteredWhen(all(
                                where(OpportunityFields.AMOUNT, present()),
                                where(OpportunityFields.CUSTOMER, present()))));
        OpportunityId id =
                desk.deals().open(NewOpportunity.named("Mill").amount(inr("5"))).id();
        assertThatThrownBy(() -> desk.deals().moveTo(id, "offer"))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("stage-entry")
                .hasMessageContaining("customer")
                .hasMessageNotContaining("amount");
        refused(
                "stage-entry",
                () -> desk.deals().open(NewOpportunity.named("Mill").stage("offer")));
        desk.deals().linkCustomer(id, desk.customer("Steelworks"));
        assertThat(desk.deals().moveTo(id, "offer").stage()).isEqualTo("offer");
    }

    @Test
    void theWonStageCanAskToo() {
        Stage sold = Stage.won("sold", "Sold").enteredWhen(where(OpportunityFields.AMOUNT, atLeast(inr("1"))));
        declare(open("talk", "0.2"), sold);
        OpportunityId id = desk.deals()
                .open(NewOpportunity.named("Mill").customer(desk.customer("Steelworks")))
                .id();
        refused("stage-entry", () -> desk.deals().win(id));
        desk.deals().changeAmount(id, inr("1"));
        assertThat(desk.deals().win(id).stage()).isEqualTo("sold");
    }

    @Test
    void anEntryConditionThatNoLongerFitsRefusesWithAWordedError() {
        Rule<Opportunity> broken = new Rule.Broken<>(Opportunity.class, "$.field", "no field 'tier'", "{}");
        declare(
                open("talk", "0.2"),
                new Stage("offer", "Offer", BigDecimal.ONE, ForecastCategory.COMMIT, List.of(), broken, null));
        OpportunityId id = desk.deals().open(NewOpportunity.named("Mill")).id();
        assertThatThrownBy(() -> desk.deals().moveTo(id, "offer")).hasMessageContaining("no field 'tier'");
        assertThat(desk.deals().get(id).stage()).isEqualTo("talk");
        assertThat(desk.pipelines().list()).hasSize(1);
    }

    @Test
    void openDealsFollowANewProbabilityUnlessTheirsWasSetByHand() {
        declare(open("talk", "0.2"));
        OpportunityId follows = desk.deals().open(NewOpportunity.named("a")).id();
        OpportunityId byHand = desk.deals().open(NewOpportunity.named("b")).id();
        desk.deals().setProbability(byHand, new BigDecimal("0.9"));
        desk.pipelines().save(desk.pipelines().get(Pipeline.DEFAULT).with(open("talk", "0.3")));
        assertThat(desk.deals().get(follows).probability()).isEqualByComparingTo("0.3");
        assertThat(desk.deals().get(byHand).probability()).isEqualByComparingTo("0.9");
        assertThat(desk.deals().get(follows).history().visits().get(0).probability())
                .isEqualByComparingTo("0.2");
    }

    @Test
    void aStageWithOpenDealsCannotGo() {
        declare(open("talk", "0.2"), open("offer", "0.5"));
        desk.deals().open(NewOpportunity.named("a"));
        refused(
                "stage-in-use",
                () -> desk.pipelines()
                        .save(desk.pipelines().get(Pipeline.DEFAULT).toBuilder()
                                .stages(List.of(open("offer", "0.5")))
                                .build()));
        assertThat(desk.pipelines().get(Pipeline.DEFAULT).stages()).hasSize(2);
    }
}
