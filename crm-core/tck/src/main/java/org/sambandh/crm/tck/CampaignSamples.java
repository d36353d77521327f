package org.sambandh.crm.tck;

import static org.sambandh.crm.tck.Samples.id;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.campaign.Campaign;
import org.sambandh.crm.campaign.CampaignCost;
import org.sambandh.crm.campaign.CampaignMember;
import org.sambandh.crm.campaign.CampaignStatus;
import org.sambandh.crm.common.Brand;
import org.sambandh.crm.common.CampaignId;
import org.sambandh.crm.common.CampaignMemberId;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.LeadId;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.interaction.Channel;

/** Campaigns and whom they reach. */
final class CampaignSamples {

    private CampaignSamples() {}

    static Campaign campaign(String id, int n) {
        Money budget = Varied.maybe(n, 1, Varied.money(n, 2));
        Money cost = budget == null ? Varied.money(n, 3) : budget;
        LocalDate starts = Varied.dateOrNone(n, 4);
        return Campaign.builder(new CampaignId(id))
                .externalRefs(Varied.refs("campaign", id, n))
                .code("Ä:" + id)
                .name(Varied.text(n, 5))
                .channel(Varied.one(n, 6, Channel.EMAIL, new Channel("cinema")))
                .brand(Varied.maybe(n, 7, new Brand("north"), new Brand("south")))
                .budget(budget)
                .costs(Varied.some(
                        n,
                        8,
                        new CampaignCost(Varied.date(n, 9), cost, Varied.textOrNone(n, 10)),
                        CampaignCost.of(LocalDate.of(2026, 3, 15), Money.zero(cost.currency()))))
                .startsOn(starts)
                .endsOn(ends(n, starts))
                .status(Varied.one(n, 12, CampaignStatus.RUNNING, CampaignStatus.PLANNED, CampaignStatus.FINISHED))
                .audienceFrozenAt(Varied.instantOrNone(n, 13))
                .build();
    }

    private static @Nullable LocalDate ends(int n, @Nullable LocalDate starts) {
        LocalDate day = Varied.dateOrNone(n, 11);
        return day != null && starts != null && day.isBefore(starts) ? starts : day;
    }

    /** A campaign reaches a party once, so the number is the party. */
    static CampaignMember member(String id, int n) {
        return CampaignMember.builder(new CampaignMemberId(id))
                .externalRefs(Varied.refs("member", id, n))
                .campaign(new CampaignId(id("campaign", n % 4)))
                .party(new CustomerId(id("customer", n)))
                .targetedAt(Varied.instant(n, 1))
                .sentAt(Varied.instantOrNone(n, 2))
                .deliveredAt(Varied.instantOrNone(n, 3))
                .openedAt(Varied.instantOrNone(n, 4))
                .respondedAt(Varied.instantOrNone(n, 5))
                .bouncedAt(Varied.instantOrNone(n, 6))
                .unsubscribedAt(Varied.instantOrNone(n, 17))
                .segment(Varied.maybe(n, 18, new SegmentId(id("segment", n % 2))))
                .lead(Varied.maybe(n, 19, new LeadId(id("lead", n % 10))))
                .trackingCodes(n == 0 ? List.of() : Varied.some(n, 20, "t-" + id, "spring 😀 " + id, "Spring 😀 " + id))
                .build();
    }
}
