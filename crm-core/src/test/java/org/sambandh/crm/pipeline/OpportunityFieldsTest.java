package org.sambandh.crm.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sambandh.crm.condition.Conditions.count;
import static org.sambandh.crm.condition.Conditions.sum;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.atLeast;
import static org.sambandh.crm.condition.Tests.is;
import static org.sambandh.crm.pipeline.TestDeals.inr;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.ProductId;
import org.sambandh.crm.common.TeamId;
import org.sambandh.crm.common.UserId;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Window;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.CustomerFields;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.team.Ownership;
import org.sambandh.crm.team.TeamFields;

class OpportunityFieldsTest {

    private final Desk desk = new Desk();
    private final CustomerId steelworks = desk.customer("Steelworks");
    private final CustomerId other = desk.customer("Other");

    private Opportunity open(CustomerId customer, String amount) {
        return desk.deals().open(NewOpportunity.named("Mill").customer(customer).amount(inr(amount)));
    }

    @Test
    void dealsAreFoundByAFieldOfTheirCustomer() {
        desk.customers().set(steelworks, CustomerFields.INDUSTRY, "steel");
        Opportunity deal = open(steelworks, "5");
        open(other, "5");
        PipelineFigures steel =
                desk.deals().figures(where(OpportunityFields.CUSTOMER.to(CustomerFields.INDUSTRY), is("steel")));
        assertThat(steel.size()).isEqualTo(1);
        assertThat(desk.deals().of(steelworks)).containsExactly(deal);
    }

    @Test
    void dealsAreFoundByAFieldOfTheTeamThatOwnsThem() {
        TeamId east = desk.team("east");
        desk.deals().assign(open(steelworks, "5").id(), Ownership.of(east));
        open(steelworks, "6");
        assertThat(desk.deals()
                        .figures(where(OpportunityFields.OWNER_TEAM.to(TeamFields.NAME), is("east")))
                        .size())
                .isEqualTo(1);
    }

    @Test
    void customersAreFoundByTheirDeals() {
        open(steelworks, "40");
        open(steelworks, "60");
        open(other, "99");
        Condition<Customer> two = count(
                OpportunityFields.OPPORTUNITIES, where(OpportunityFields.OPEN, is(true)), Window.ever(), atLeast(2));
        Condition<Customer> hundred = sum(
                OpportunityFields.AMOUNT_VALUE,
                OpportunityFields.OPPORTUNITIES,
                where(OpportunityFields.CURRENCY, is("INR")),
                Window.ever(),
                atLeast(100));
        assertThat(desk.customers().find(two).items()).extracting(Customer::id).containsExactly(steelworks);
        assertThat(desk.customers().find(hundred).items())
                .extracting(Customer::id)
                .containsExactly(steelworks);
    }

    @Test
    void dealsAreFoundByTheirPartsAndStakeholdersByTheirStakes() {
        ProductId mill = new ProductId("mill");
        Opportunity deal = desk.deals()
                .open(NewOpportunity.named("Mill")
                        .line(Line.of(mill, 2, inr("5")))
                        .stakeholder(Stakeholder.of(other, "payer")));
        open(steelworks, "1");
        assertThat(desk.deals()
                        .figures(count(
                                DealPartFields.LINES,
                                where(DealPartFields.LINE_QUANTITY, atLeast(new BigDecimal(2))),
                                Window.ever(),
                                atLeast(1)))
                        .size())
                .isEqualTo(1);
        assertThat(OpportunityFields.PRODUCTS.get(deal)).containsExactly(mill);
        Condition<Customer> involved = count(OpportunityFields.STAKES, Window.ever(), atLeast(1));
        assertThat(desk.customers().find(involved).items())
                .extracting(Customer::id)
                .containsExactly(other);
    }

    @Test
    void ownerUserAndTeamAreWrittenOneByOne() {
        Opportunity deal = TestDeals.aDeal("d");
        Opportunity user = OpportunityFields.OWNER_USER.set(deal, new UserId("asha"));
        Opportunity both = OpportunityFields.OWNER_TEAM.set(user, new TeamId("east"));
        assertThat(both.owner()).contains(new Ownership(new UserId("asha"), new TeamId("east")));
        assertThat(OpportunityFields.OWNER_TEAM
                        .set(OpportunityFields.OWNER_USER.set(both, null), null)
                        .owner())
                .isEmpty();
    }

    @Test
    void everyFieldCanBeReadOfADealOfWhichNothingIsKnown() {
        Opportunity blank = TestDeals.created("d", NewOpportunity.named("x").asItWas(), "2026-04-01");
        for (Field<Opportunity, ?> field : OpportunityFields.ALL) {
            if (field instanceof Field.One<Opportunity, ?> one && field.type().isLong()) {
                one.getLong(blank);
            }
        }
        assertThat(OpportunityFields.OPENED_AT.get(blank)).isNull();
        assertThat(OpportunityFields.CLOSED_ON.get(blank)).isNull();
        assertThat(List.of(OpportunityFields.AMOUNT_VALUE, OpportunityFields.DAYS_TO_CLOSE))
                .allSatisfy(f -> assertThat(f.get(blank)).isNull());
    }
}
