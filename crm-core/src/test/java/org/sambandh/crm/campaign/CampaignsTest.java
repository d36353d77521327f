package org.sambandh.crm.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sambandh.crm.condition.Conditions.count;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.atLeast;
import static org.sambandh.crm.condition.Tests.is;
import static org.sambandh.crm.condition.Window.ever;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.DuplicateKey;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.interaction.Channel;
import org.sambandh.crm.lead.Lead;
import org.sambandh.crm.store.CustomerData;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Upserted;

class CampaignsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private final Market market = new Market();
    private final Campaigns campaigns = market.campaigns;

    private static void refused(String rule, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RuleViolation.class, e -> assertThat(e.rule()).isEqualTo(rule));
    }

    private CampaignMember member(Campaign campaign, CustomerId party) {
        return campaigns.member(campaign.id(), party).orElseThrow();
    }

    @Test
    void costsAddUpAndACostInAnotherCurrencyIsRefusedWithNothingWritten() {
        Campaign campaign =
                campaigns.plan(NewCampaign.of("fair", "Fair", Channel.MEETING).budget(Money.of(1_000, "INR")));
        assertThat(campaign.cost()).contains(Money.of(0, "INR"));
        campaigns.addCost(campaign.id(), CampaignCost.of(DAY, Money.of("700.50", "INR")));
        campaigns.addCost(campaign.id(), new CampaignCost(DAY, Money.of("-100.50", "INR"), "discount"));
        refused("campaign-currency", () -> campaigns.addCost(campaign.id(), CampaignCost.of(DAY, Money.of(5, "EUR"))));
        refused("campaign-currency", () -> campaigns.changeBudget(campaign.id(), Money.of(5, "EUR")));

        Campaign now = campaigns.get(campaign.id());
        assertThat(now.cost()).contains(Money.of(600, "INR"));
        assertThat(now.budgetLeft()).contains(Money.of(400, "INR"));
        assertThat(now.costs()).hasSize(2);
        assertThat(market.events(CampaignEvents.COST_ADDED)).isEqualTo(2);
    }

    @Test
    void withoutABudgetTheFirstCostSaysTheCurrency() {
        Campaign campaign = market.planned("x");
        assertThat(campaign.cost()).isEmpty();
        campaigns.addCost(campaign.id(), CampaignCost.of(DAY, Money.of(5, "EUR")));
        refused("campaign-currency", () -> campaigns.addCost(campaign.id(), CampaignCost.of(DAY, Money.of(5, "INR"))));
    }

    @Test
    void aCampaignMovesForwardOnlyAndSayingItTwiceWritesNothing() {
        Campaign campaign = market.planned("x");
        campaigns.start(campaign.id());
        Campaign again = campaigns.start(campaign.id());
        campaigns.finish(campaign.id());
        refused("campaign-forward", () -> campaigns.start(campaign.id()));
        refused("campaign-finished", () -> campaigns.schedule(campaign.id(), DAY, DAY));

        assertThat(again.status()).isEqualTo(CampaignStatus.RUNNING);
        assertThat(market.events(CampaignEvents.STARTED)).isEqualTo(1);
        assertThat(campaigns
                        .addCost(campaign.id(), CampaignCost.of(DAY, Money.of(1, "INR")))
                        .costs())
                .hasSize(1);
    }

    @Test
    void theCodeOfACampaignIsItsAloneAndItEndsNotBeforeItStarts() {
        Campaign campaign = market.planned("diwali");
        assertThatThrownBy(() -> market.planned("diwali")).isInstanceOf(DuplicateKey.class);
        assertThatThrownBy(() -> campaigns.schedule(campaign.id(), DAY, DAY.minusDays(1)))
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.path()).isEqualTo("campaign.endsOn"));
        assertThat(campaigns.byCode("diwali")).contains(campaign);
        assertThat(campaigns.byCode("holi")).isEmpty();
    }

    @Test
    void theSameContentUnderAReferenceAgainWritesAndTellsNothing() {
        ExternalRef ref = new ExternalRef("mailer", "campaign", "17");
        NewCampaign said = NewCampaign.of("a", "A", Channel.EMAIL);
        assertThat(campaigns.upsert(ref, said)).isInstanceOf(Upserted.Created.class);
        assertThat(campaigns.upsert(ref, said)).isInstanceOf(Upserted.Unchanged.class);
        assertThat(market.events(CampaignEvents.CHANGED)).isZero();
        Upserted<Campaign> other = campaigns.upsert(ref, NewCampaign.of("a", "B", Channel.EMAIL));
        assertThat(other).isInstanceOf(Upserted.Updated.class);
        assertThat(other.entity().name()).isEqualTo("B");
    }

    @Test
    void anAudienceIsWhoWasInTheSegmentAtTheMomentWhateverHappensLater() {
        CustomerId early = market.party("Early");
        SegmentId steel = market.steel();
        Instant sent = market.pass(Duration.ofHours(1));
        market.pass(Duration.ofHours(1));
        CustomerId late = market.party("Late");
        market.crm.segments().refresh(steel);
        Campaign campaign = market.planned("x");

        Audience audience = campaigns.freezeAudience(campaign.id(), steel, sent);
        market.crm.segments().exclude(steel, Market.ref(early));
        market.crm.segments().refresh(steel);

        assertThat(audience).isEqualTo(new Audience(campaign.id(), steel, sent, 1, 0, 0));
        assertThat(member(campaign, early).status()).isEqualTo(MemberStatus.TARGETED);
        assertThat(member(campaign, early).segment()).contains(steel);
        assertThat(campaigns.member(campaign.id(), late)).isEmpty();
        assertThat(campaigns.get(campaign.id()).audienceFrozenAt()).contains(sent);
    }

    @Test
    void freezingAgainAddsOnlyThoseWhoAreNotMembersYet() {
        market.party("Early");
        SegmentId steel = market.steel();
        Campaign campaign = market.planned("x");
        campaigns.freezeAudience(campaign.id(), steel, market.now());
        CustomerId late = market.party("Late");
        market.crm.segments().refresh(steel);
        Instant second = market.pass(Duration.ofDays(1));

        Audience audience = campaigns.freezeAudience(campaign.id(), steel, second);
        Audience third = campaigns.freezeAudience(campaign.id(), steel, second);

        assertThat(audience.added()).isEqualTo(1);
        assertThat(audience.members()).isEqualTo(1);
        assertThat(member(campaign, late).targetedAt()).isEqualTo(second);
        assertThat(third.added()).isZero();
        assertThat(market.events(CampaignEvents.AUDIENCE_FROZEN)).isEqualTo(2);
    }

    @Test
    void aCampaignToAnEmptySegmentIsRefusedAndSoIsOneOfArchivedPartiesOnly() {
        SegmentId steel = market.steel();
        Campaign campaign = market.planned("x");
        refused("campaign-audience-empty", () -> campaigns.freezeAudience(campaign.id(), steel, market.now()));
        CustomerId gone = market.party("Gone");
        market.crm.segments().include(steel, Market.ref(gone));
        market.crm.segments().refresh(steel);
        market.crm.customers().archive(gone);

        refused("campaign-audience-empty", () -> campaigns.freezeAudience(campaign.id(), steel, market.now()));
        assertThat(campaigns.get(campaign.id()).audienceFrozenAt()).isEmpty();
        assertThat(campaigns
                        .members(campaign.id(), Conditions.always(), 10, null)
                        .items())
                .isEmpty();
    }

    @Test
    void anAudienceOfTheFutureOrOfEnquiriesOrForAFinishedCampaignIsRefused() {
        market.party("Early");
        SegmentId steel = market.steel();
        SegmentId leads = market.crm
                .segments()
                .define("Leads", Lead.class, Conditions.always())
                .id();
        Campaign campaign = market.planned("x");
        assertThatThrownBy(() -> campaigns.freezeAudience(
                        campaign.id(), steel, market.now().plusSeconds(1)))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> campaigns.freezeAudience(campaign.id(), leads, market.now()))
                .isInstanceOf(Invalid.class);
        campaigns.finish(campaign.id());
        refused("campaign-finished", () -> campaigns.freezeAudience(campaign.id(), steel, market.now()));
    }

    @Test
    void aPartyAddedByHandTwiceIsRefused() {
        CustomerId party = market.party("Early");
        Campaign campaign = market.planned("x");
        campaigns.addMember(campaign.id(), party);
        refused("campaign-member-twice", () -> campaigns.addMember(campaign.id(), party));
        assertThatThrownBy(() -> campaigns.addMember(campaign.id(), new CustomerId("nobody")))
                .isInstanceOf(NotFound.class);
        assertThat(campaigns.results(campaign.id()).counts().targeted()).isEqualTo(1);
    }

    @Test
    void anAudienceOfSeveralChunksIsWholeAndEveryMemberHasACodeOfItsOwn() {
        market.parties(2_345);
        SegmentId steel = market.steel();
        Campaign campaign = market.planned("x");

        assertThat(campaigns.freezeAudience(campaign.id(), steel, market.now()).added())
                .isEqualTo(2_345);
        assertThat(campaigns.markSent(campaign.id(), market.now())).isEqualTo(2_345);
        assertThat(campaigns.markSent(campaign.id(), market.now())).isZero();

        Set<String> codes = new HashSet<>();
        Page<CampaignMember> page = campaigns.members(campaign.id(), Conditions.always(), 1_000, null);
        while (true) {
            page.items().forEach(m -> codes.add(m.trackingCode().orElseThrow()));
            if (page.next().isEmpty()) {
                break;
            }
            page = campaigns.members(
                    campaign.id(), Conditions.always(), 1_000, page.next().get());
        }
        assertThat(codes).hasSize(2_345).allMatch(code -> code.length() == 24);
        assertThat(market.events(CampaignEvents.SENT)).isEqualTo(1);
    }

    @Test
    void aMemberGoesForwardAndALateReceiptIsFilledInWithoutMovingItBack() {
        CustomerId party = market.party("Early");
        Campaign campaign = market.planned("x");
        CampaignMember member = campaigns.addMember(campaign.id(), party);
        Instant sent = market.pass(Duration.ofMinutes(1));
        Instant opened = market.pass(Duration.ofMinutes(1));

        assertThat(campaigns.advance(member.id(), MemberStatus.OPENED, opened).status())
                .isEqualTo(MemberStatus.OPENED);
        CampaignMember late = campaigns.advance(member.id(), MemberStatus.SENT, sent);
        CampaignMember again = campaigns.advance(member.id(), MemberStatus.OPENED, market.pass(Duration.ofHours(1)));

        assertThat(late.status()).isEqualTo(MemberStatus.OPENED);
        assertThat(late.at(MemberStatus.SENT)).contains(sent);
        assertThat(again.revision()).isEqualTo(late.revision());
        assertThat(again.openedAt()).contains(opened);
        assertThatThrownBy(() -> campaigns.advance(member.id(), MemberStatus.TARGETED, opened))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> campaigns.advance(member.id(), MemberStatus.SENT, Market.START.minusSeconds(1)))
                .isInstanceOf(Invalid.class);
        assertThat(market.events(CampaignEvents.MEMBER_ADVANCED)).isEqualTo(2);
    }

    @Test
    void bouncesAndUnsubscriptionsComeFromAnywhereAndNothingIsSentAfterwards() {
        CustomerId party = market.party("Early");
        Campaign campaign = market.planned("x");
        CampaignMember member = campaigns.addMember(campaign.id(), party);
        campaigns.advance(member.id(), MemberStatus.BOUNCED, market.now());
        assertThat(member(campaign, party).status()).isEqualTo(MemberStatus.BOUNCED);
        campaigns.advance(market.code(campaign, party), MemberStatus.UNSUBSCRIBED, market.now());
        assertThat(member(campaign, party).status()).isEqualTo(MemberStatus.UNSUBSCRIBED);

        refused(
                "campaign-member-unsubscribed",
                () -> campaigns.advance(member.id(), MemberStatus.SENT, market.pass(Duration.ofDays(1))));
        assertThat(campaigns.markSent(campaign.id(), market.now())).isZero();
    }

    @Test
    void aTrackingCodeFindsItsMemberAndAnyOtherTextFindsNobody() {
        CustomerId party = market.party("Early");
        Campaign campaign = market.planned("x");
        campaigns.addMember(campaign.id(), party);
        String code = market.code(campaign, party);

        assertThat(campaigns.byTrackingCode(code)).map(CampaignMember::party).contains(party);
        assertThat(campaigns.byTrackingCode(code.toLowerCase(Locale.ROOT) + "x"))
                .isEmpty();
        assertThat(campaigns.byTrackingCode("")).isEmpty();
        assertThat(market.stranger.campaigns().byTrackingCode(code)).isEmpty();
        assertThatThrownBy(() -> campaigns.respond("wrong", market.now())).isInstanceOf(NotFound.class);
    }

    @Test
    void membershipsAreARelationOfThePartyThatConditionsCanCount() {
        CustomerId party = market.party("Early");
        market.party("Other");
        Campaign campaign = market.planned("x");
        campaigns.addMember(campaign.id(), party);
        campaigns.respond(market.code(campaign, party), market.now());

        assertThat(market.crm
                        .customers()
                        .find(count(
                                CampaignMemberFields.CAMPAIGN_MEMBERSHIPS,
                                where(CampaignMemberFields.CAMPAIGN.to(CampaignFields.CODE), is("x")),
                                ever(),
                                atLeast(1)))
                        .items())
                .extracting(Customer::id)
                .containsExactly(party);
    }

    @Test
    void afterAMergeTheSurvivorIsOneMemberWithTheStepsAndCodesOfBoth() {
        CustomerId one = market.party("One");
        CustomerId two = market.party("Two");
        Campaign both = market.planned("both");
        Campaign only = market.planned("only");
        campaigns.addMember(both.id(), one);
        campaigns.addMember(both.id(), two);
        campaigns.addMember(only.id(), two);
        String codeOfTwo = market.code(both, two);
        campaigns.respond(codeOfTwo, market.pass(Duration.ofHours(1)));
        market.merge(two, one);

        assertThat(member(both, two).party()).isEqualTo(one);
        assertThat(member(both, one).status()).isEqualTo(MemberStatus.RESPONDED);
        assertThat(campaigns.byTrackingCode(codeOfTwo))
                .map(CampaignMember::party)
                .contains(one);
        assertThat(campaigns.members(both.id(), Conditions.always(), 10, null).items())
                .hasSize(1);
        assertThat(member(only, one).party()).isEqualTo(one);
    }

    @Test
    void anExportNamesTheCampaignAndAfterAnErasureNoCodeLeadsToTheParty() {
        CustomerId party = market.party("One");
        Campaign campaign = market.planned("x");
        campaigns.addMember(campaign.id(), party);
        String code = market.code(campaign, party);
        CustomerData data = new CampaignCustomerData();

        List<CustomerData.Item> items = market.crm.inUnit(unit -> data.export(unit, party));
        assertThat(items).hasSize(1);
        assertThat(items.get(0).values())
                .containsEntry("campaignName", "Campaign x")
                .containsEntry("trackingCodes", code);

        market.crm.inUnit(unit -> {
            data.erase(unit, party);
            return true;
        });
        assertThat(campaigns.byTrackingCode(code)).isEmpty();
        assertThat(campaigns.results(campaign.id()).counts().targeted()).isEqualTo(1);
    }

    @Test
    void aStrangersIdsAreMissing() {
        CustomerId party = market.party("One");
        Campaign campaign = market.planned("x");
        CampaignMember member = campaigns.addMember(campaign.id(), party);
        Campaigns foreign = market.stranger.campaigns();

        assertThatThrownBy(() -> foreign.get(campaign.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> foreign.results(campaign.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> foreign.advance(member.id(), MemberStatus.SENT, market.now()))
                .isInstanceOf(NotFound.class);
        assertThat(foreign.member(campaign.id(), party)).isEmpty();
        assertThat(foreign.plan(NewCampaign.of("x", "Same code", Channel.EMAIL)).code())
                .isEqualTo("x");
    }
}
