package org.sambandh.crm.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sambandh.crm.pipeline.TestDeals.INR;
import static org.sambandh.crm.pipeline.TestDeals.inr;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.OpportunityId;
import org.sambandh.crm.common.Quantity;
import org.sambandh.crm.store.CustomerData;

class DealCustomerDataTest {

    private final Desk desk = new Desk();
    private final CustomerId asha = desk.customer("Asha Rao");
    private final CustomerId twin = desk.customer("A. Rao");
    private final CustomerId other = desk.customer("Other");
    private final CustomerData data = new DealCustomerData();

    private OpportunityId bought() {
        Line line = new Line(
                0,
                null,
                "kitchen for Asha Rao",
                Quantity.of(1, "piece"),
                new BigDecimal("5"),
                INR,
                null,
                Billing.oneTime());
        OpportunityId id = desk.deals()
                .open(NewOpportunity.named("Asha Rao, kitchen")
                        .customer(asha)
                        .line(line)
                        .stakeholder(Stakeholder.of(asha, "user"))
                        .stakeholder(Stakeholder.of(twin, "user"))
                        .stakeholder(Stakeholder.of(other, "payer")))
                .id();
        desk.on("2026-04-02").deals().lose(id, "price");
        desk.on("2026-04-03").deals().reopen(id, "proposal", "Asha Rao called");
        return id;
    }

    @Test
    void aMergeMovesDealsAndPartsToTheSurvivorWithoutTwins() {
        OpportunityId id = bought();
        desk.run(unit -> {
            data.repoint(unit, asha, twin);
            return id;
        });
        Opportunity deal = desk.deals().get(id);
        assertThat(deal.customer()).contains(twin);
        assertThat(deal.stakeholders()).extracting(Stakeholder::party).containsExactly(twin, other);
    }

    @Test
    void anExportHoldsTheDealsOfAPartyAndThoseItHasAPartIn() {
        OpportunityId id = bought();
        List<CustomerData.Item> items = desk.run(unit -> data.export(unit, asha));
        assertThat(items).singleElement().satisfies(item -> {
            assertThat(item.ref().id()).isEqualTo(id.value());
            assertThat(item.values()).containsEntry("name", "Asha Rao, kitchen").containsEntry("amount", "INR 5.00");
        });
        assertThat(desk.<List<CustomerData.Item>>run(unit -> data.export(unit, other)))
                .hasSize(1);
    }

    @Test
    void erasureLeavesAmountsAndNoWordAboutTheParty() {
        OpportunityId id = bought();
        desk.run(unit -> {
            data.erase(unit, asha);
            return id;
        });
        Opportunity deal = desk.deals().get(id);
        List<String> words = new ArrayList<>(List.of(deal.name()));
        deal.lines().forEach(line -> words.add(String.valueOf(line.description())));
        deal.history().closings().forEach(closing -> words.add(String.valueOf(closing.reopenReason())));
        assertThat(words).allSatisfy(word -> assertThat(word).doesNotContain("Asha"));
        assertThat(deal.amount()).contains(inr("5"));
        assertThat(deal.stakeholders()).extracting(Stakeholder::party).containsExactly(twin, other);
    }

    @Test
    void erasingAStakeholderLeavesTheDealOfTheBuyer() {
        OpportunityId id = bought();
        desk.run(unit -> {
            data.erase(unit, other);
            return id;
        });
        Opportunity deal = desk.deals().get(id);
        assertThat(deal.name()).isEqualTo("Asha Rao, kitchen");
        assertThat(deal.stakeholders()).extracting(Stakeholder::party).containsExactly(asha, twin);
    }
}
