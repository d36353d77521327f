package org.sambandh.crm.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.LeadId;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.OpportunityId;
import org.sambandh.crm.interaction.Channel;
import org.sambandh.crm.interaction.Interaction;
import org.sambandh.crm.lead.Enquiry;
import org.sambandh.crm.lead.IntakeResult;
import org.sambandh.crm.lead.Lead;
import org.sambandh.crm.lead.LeadEvents;
import org.sambandh.crm.lead.Origin;
import org.sambandh.crm.pipeline.NewOpportunity;
import org.sambandh.crm.pipeline.VoidReason;
import org.sambandh.crm.settings.DatedRate;
import org.sambandh.crm.settings.ExchangeRates;
import org.sambandh.crm.settings.RatePolicy;

class CampaignResultsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private final Market market = new Market();
    private final Campaigns campaigns = market.campaigns;

    private LeadId enquiry(Campaign campaign, CustomerId party) {
        return campaigns
                .enquire(market.code(campaign, party), market.now(), "Call me")
                .lead()
                .orElseThrow();
    }

    private OpportunityId won(LeadId lead, CustomerId party, Money amount) {
        OpportunityId id = market.crm
                .opportunities()
                .open(NewOpportunity.named("Deal").customer(party).lead(lead).amount(amount))
                .id();
        market.crm.opportunities().win(id);
        return id;
    }

    @Test
    void aResponseIsAnInteractionAndATouchOfTheOpenEnquiryOnceOnly() {
        CustomerId party = market.party("One");
        LeadId open = ((IntakeResult.Taken) market.crm
                        .leads()
                        .receive(Enquiry.from("Asha Rao")
                                .email("asha@example.in")
                                .origin(Origin.of("google", "cpc"))))
                .lead();
        market.crm.leads().reattach(open, null, party);
        Campaign campaign = market.planned("x");
        campaigns.addMember(campaign.id(), party);
        Instant at = market.pass(Duration.ofHours(1));

        CampaignMember member = campaigns.respond(market.code(campaign, party), at);
        campaigns.respond(market.code(campaign, party), market.pass(Duration.ofHours(1)));

        Lead lead = market.crm.leads().get(open);
        assertThat(member.lead()).contains(open);
        assertThat(lead.touches()).hasSize(2);
        assertThat(lead.firstOrigin().source()).isEqualTo("google");
        assertThat(lead.latestOrigin()).isEqualTo(Origin.of("x", "email").campaign(campaign.id()));
        List<Interaction> timeline =
                market.crm.interactions().timeline(party, 10).items();
        assertThat(timeline).hasSize(1);
        assertThat(timeline.get(0).occurredAt()).contains(at);
        assertThat(timeline.get(0).regarding()).contains(campaign.ref());
        assertThat(market.events(CampaignEvents.RESPONDED)).isEqualTo(1);
        CampaignResults results = campaigns.results(campaign.id());
        assertThat(results.firstTouch().enquiries()).isZero();
        assertThat(results.lastTouch().enquiries()).isEqualTo(1);
        assertThat(results.enquiries()).isEqualTo(1);
    }

    @Test
    void aResponseWithoutAnOpenEnquiryOpensNoneButOneThatAsksForSomethingDoes() {
        CustomerId silent = market.party("Silent");
        CustomerId asking = market.party("Asking");
        Campaign campaign = market.planned("x");
        campaigns.addMember(campaign.id(), silent);
        campaigns.addMember(campaign.id(), asking);

        assertThat(campaigns
                        .respond(market.code(campaign, silent), market.now())
                        .lead())
                .isEmpty();
        LeadId lead = enquiry(campaign, asking);
        market.pass(Duration.ofDays(30));
        assertThat(enquiry(campaign, asking)).isEqualTo(lead);
        market.pass(Duration.ofDays(31));
        assertThat(enquiry(campaign, asking)).isNotEqualTo(lead);

        assertThat(market.crm.leads().get(lead).captured()).contains("Call me");
        assertThat(market.crm.leads().get(lead).organization()).contains(asking);
        assertThat(market.events(LeadEvents.RECEIVED)).isEqualTo(2);
        assertThat(campaigns.results(campaign.id()).counts().responses()).isEqualTo(2);
    }

    @Test
    void resultsByFirstAndLastTouchAddUpInOneCurrency() {
        CustomerId one = market.party("One");
        CustomerId two = market.party("Two");
        CustomerId three = market.party("Three");
        CustomerId four = market.party("Four");
        Campaign brings =
                campaigns.plan(NewCampaign.of("brings", "Brings", Channel.EMAIL).budget(Money.of(10_000, "INR")));
        campaigns.addCost(brings.id(), CampaignCost.of(DAY, Money.of(4_000, "INR")));
        for (CustomerId party : List.of(one, two, three, four)) {
            campaigns.addMember(brings.id(), party);
        }
        campaigns.markSent(brings.id(), market.now());
        LeadId first = enquiry(brings, one);
        LeadId second = enquiry(brings, two);
        LeadId third = enquiry(brings, three);

        Campaign closes = market.planned("closes");
        campaigns.addMember(closes.id(), two);
        campaigns.respond(market.code(closes, two), market.pass(Duration.ofDays(1)));
        won(first, one, Money.of(6_000, "INR"));
        won(second, two, Money.of(3_000, "INR"));
        market.crm
                .opportunities()
                .open(NewOpportunity.named("Open").customer(three).lead(third));
        OpportunityId twin = market.crm
                .opportunities()
                .open(NewOpportunity.named("Twin").customer(three).lead(third).amount(Money.of(99, "INR")))
                .id();
        market.crm.opportunities().voidAs(twin, VoidReason.DUPLICATE);

        CampaignResults results = campaigns.results(brings.id());
        assertThat(results.counts()).isEqualTo(new CampaignCounts(4, 4, 3, 3, 3, 0, 0));
        assertThat(results.responseRate()).contains(new BigDecimal("0.7500"));
        assertThat(results.cost()).isEqualTo(Money.of(4_000, "INR"));
        assertThat(results.firstTouch())
                .isEqualTo(new Attribution(
                        3,
                        3,
                        2,
                        List.of(Money.of(9_000, "INR")),
                        0,
                        new BigDecimal("1.2500"),
                        Money.of("1333.33", "INR")));
        assertThat(results.lastTouch())
                .isEqualTo(new Attribution(
                        2, 2, 1, List.of(Money.of(6_000, "INR")), 0, new BigDecimal("0.5000"), Money.of(2_000, "INR")));
        assertThat(campaigns.results(closes.id()).lastTouch().won()).containsExactly(Money.of(3_000, "INR"));
        assertThat(campaigns.results(closes.id()).firstTouch().enquiries()).isZero();
    }

    @Test
    void whatHasNoDenominatorHasNoValue() {
        Campaign campaign = market.planned("x");
        CampaignResults results = campaigns.results(campaign.id());
        assertThat(results.responseRate()).isEmpty();
        assertThat(results.cost()).isNull();
        assertThat(results.firstTouch()).isEqualTo(new Attribution(0, 0, 0, List.of(), 0, null, null));
        campaigns.addCost(campaign.id(), CampaignCost.of(DAY, Money.of(100, "INR")));
        results = campaigns.results(campaign.id());
        assertThat(results.firstTouch().returnOnInvestment()).isEqualByComparingTo("-1");
        assertThat(results.firstTouch().costPerEnquiry()).isNull();
        campaigns.addCost(campaign.id(), CampaignCost.of(DAY, Money.of(-100, "INR")));
        assertThat(campaigns.results(campaign.id()).firstTouch().returnOnInvestment())
                .isNull();
    }

    @Test
    void amountsInOtherCurrenciesStandApartUntilRatesAreGiven() {
        CustomerId party = market.party("One");
        Campaign campaign = market.planned("x");
        campaigns.addCost(campaign.id(), CampaignCost.of(DAY, Money.of(1_000, "INR")));
        campaigns.addMember(campaign.id(), party);
        LeadId lead = enquiry(campaign, party);
        won(lead, party, Money.of(500, "INR"));
        won(lead, party, Money.of(20, "EUR"));

        Attribution apart = campaigns.results(campaign.id()).firstTouch();
        assertThat(apart.won()).containsExactly(Money.of(20, "EUR"), Money.of(500, "INR"));
        assertThat(apart.returnOnInvestment()).isNull();

        Currency inr = Currency.getInstance("INR");
        ExchangeRates rates = ExchangeRates.of(
                inr, List.of(new DatedRate(Currency.getInstance("EUR"), new BigDecimal("90"), DAY.minusDays(1))));
        CampaignResults converted = campaigns.results(campaign.id(), rates, RatePolicy.ON_CLOSE);
        assertThat(converted.firstTouch().won()).containsExactly(Money.of(2_300, "INR"));
        assertThat(converted.firstTouch().returnOnInvestment()).isEqualByComparingTo("1.3");
        assertThat(converted.policy()).isEqualTo("ON_CLOSE");

        CampaignResults unknown =
                campaigns.results(campaign.id(), ExchangeRates.of(inr, List.of()), RatePolicy.ON_CLOSE);
        assertThat(unknown.firstTouch().won()).hasSize(2);
        assertThat(unknown.firstTouch().returnOnInvestment()).isNull();
    }

    @Test
    void aResponseOfTheFutureIsRefusedWithNothingWritten() {
        CustomerId party = market.party("One");
        Campaign campaign = market.planned("x");
        campaigns.addMember(campaign.id(), party);
        String code = market.code(campaign, party);
        assertThatThrownBy(() -> campaigns.enquire(code, market.now().plusSeconds(1), null))
                .isInstanceOf(Invalid.class);
        assertThat(market.crm.leads().of(party)).isEmpty();
        assertThat(campaigns.byTrackingCode(code).orElseThrow().status()).isEqualTo(MemberStatus.TARGETED);
    }
}
