package org.sambandh.crm.campaign;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.LeadId;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.interaction.Direction;
import org.sambandh.crm.interaction.Interactions;
import org.sambandh.crm.interaction.NewInteraction;
import org.sambandh.crm.lead.Lead;
import org.sambandh.crm.lead.LeadTouches;
import org.sambandh.crm.lead.Origin;
import org.sambandh.crm.store.Unit;
import org.sambandh.crm.store.Units;

/** Takes in responses, and carries them to interactions and enquiries. */
final class Responses {

    private final Unit unit;
    private final CampaignRecords records;
    private final LeadTouches touches;

    Responses(Unit unit) {
        this.unit = unit;
        this.records = new CampaignRecords(unit);
        this.touches = new LeadTouches(Units.joining(unit));
    }

    static CampaignMember byCode(Unit unit, String code) {
        return new CampaignRecords(unit).byTrackingCode(code).orElseThrow(() -> new NotFound(Campaigns.nobody()));
    }

    CampaignMember respond(CampaignMember member, Instant when) {
        if (member.respondedAt().isPresent()) {
            return member;
        }
        Instant at = records.past("campaignMember.at", when);
        Campaign campaign = records.load(member.campaign());
        CampaignMember responded = member.advance(MemberStatus.RESPONDED, at);
        Optional<LeadId> lead =
                touches.touch(member.party(), origin(campaign), at).map(Lead::id);
        return keep(campaign, member, responded, lead, at);
    }

    CampaignMember enquire(CampaignMember member, Instant when, @Nullable String captured) {
        Instant at = records.past("campaignMember.at", when);
        Campaign campaign = records.load(member.campaign());
        CampaignMember responded = member.advance(MemberStatus.RESPONDED, at);
        Lead lead = touches.enquire(
                member.party(), origin(campaign), at, captured, campaign.brand().orElse(null));
        return keep(campaign, member, responded, Optional.of(lead.id()), at);
    }

    private CampaignMember keep(
            Campaign campaign, CampaignMember before, CampaignMember after, Optional<LeadId> lead, Instant at) {
        CampaignMember named =
                lead.isPresent() ? after.toBuilder().lead(lead.get()).build() : after;
        if (before.respondedAt().isPresent()) {
            boolean same =
                    before.lead().equals(named.lead()) && before.respondedAt().equals(named.respondedAt());
            return same
                    ? before
                    : records.store(
                            CampaignEvents.MEMBER_ADVANCED,
                            before,
                            named,
                            Map.of("step", MemberStatus.RESPONDED.name()));
        }
        NewInteraction entry = NewInteraction.of(campaign.channel(), Direction.INBOUND)
                .with(before.party())
                .regarding(campaign.ref())
                .occurredAt(at)
                .brand(campaign.brand().orElse(null));
        new Interactions(Units.joining(unit)).log(lead.map(entry::regarding).orElse(entry));
        return records.store(CampaignEvents.RESPONDED, before, named, Map.of());
    }

    private static Origin origin(Campaign campaign) {
        return Origin.of(campaign.code(), campaign.channel().code()).campaign(campaign.id());
    }
}
