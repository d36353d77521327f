package org.sambandh.crm.campaign;

import static org.sambandh.crm.condition.Conditions.all;
import static org.sambandh.crm.condition.Conditions.not;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.atMost;
import static org.sambandh.crm.condition.Tests.in;
import static org.sambandh.crm.condition.Tests.is;
import static org.sambandh.crm.condition.Tests.present;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sambandh.crm.common.CampaignId;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.CustomerRepository;
import org.sambandh.crm.segment.Segment;
import org.sambandh.crm.segment.SegmentMembership;
import org.sambandh.crm.segment.SegmentMembershipFields;
import org.sambandh.crm.segment.SegmentMembershipRepository;
import org.sambandh.crm.segment.Segments;
import org.sambandh.crm.store.Unit;
import org.sambandh.crm.store.Units;

/** Puts parties into audiences, a chunk at a time. */
final class Freezing {

    private static final String CUSTOMER = "customer";

    private final Unit unit;
    private final CampaignRecords records;
    private final CampaignMemberRepository members;
    private long added;
    private long known;
    private long left;

    Freezing(Unit unit) {
        this.unit = unit;
        this.records = new CampaignRecords(unit);
        this.members = unit.get(CampaignMemberRepository.class);
    }

    Audience freeze(CampaignId id, SegmentId segmentId, Instant moment) {
        Campaign before = records.load(id);
        Instant at = records.past("campaign.moment", moment);
        Segment segment = new Segments(Units.joining(unit)).get(segmentId);
        if (!segment.subject().equals(CUSTOMER)) {
            throw new Invalid("campaign.segment", "a segment of parties, found one of " + segment.subject());
        }
        Campaign after = before.freeze(at);
        records.each(
                SegmentMembershipRepository.class,
                membersAt(segmentId, at),
                periods -> add(after, segmentId, at, periods));
        if (added + known == 0) {
            throw new RuleViolation(
                    "campaign-audience-empty",
                    before.ref(),
                    "Segment " + segmentId + " had no member who can be reached at " + at
                            + ". Refresh it, or choose another one.");
        }
        Campaign stored = added == 0
                ? before
                : unit.get(CampaignRepository.class).save(List.of(after)).get(0);
        if (added > 0) {
            Map<String, String> data = Map.of(
                    "segment", segmentId.value(), "added", Long.toString(added), "members", Long.toString(known));
            unit.record(CampaignEvents.AUDIENCE_FROZEN, Campaign.class, before, stored, List.of(), data);
        }
        return new Audience(id, segmentId, at, added, known, left);
    }

    private static Condition<SegmentMembership> membersAt(SegmentId segment, Instant at) {
        return all(
                where(SegmentMembershipFields.SEGMENT, is(segment)),
                where(SegmentMembershipFields.KIND, is(CUSTOMER)),
                where(SegmentMembershipFields.SINCE, atMost(at)),
                not(where(SegmentMembershipFields.UNTIL, atMost(at))));
    }

    private void add(Campaign campaign, SegmentId segment, Instant at, List<SegmentMembership> periods) {
        Set<CustomerId> parties = new LinkedHashSet<>();
        for (SegmentMembership period : periods) {
            parties.add(unit.repositories()
                    .redirects()
                    .resolve(new CustomerId(period.subject().id())));
        }
        List<String> keys = parties.stream()
                .map(party -> CampaignMemberFields.key(campaign.id(), party))
                .toList();
        Set<CustomerId> there = new LinkedHashSet<>();
        if (!keys.isEmpty()) {
            records.each(
                    CampaignMemberRepository.class,
                    where(CampaignMemberFields.KEY, in(keys)),
                    found -> found.forEach(member -> there.add(member.party())));
        }
        known += there.size();
        parties.removeAll(there);
        List<CampaignMember> fresh = new ArrayList<>();
        for (Customer party : unit.get(CustomerRepository.class).findAllById(parties)) {
            if (!party.archived()) {
                fresh.add(records.target(campaign, party.id(), at, segment));
            }
        }
        left += parties.size() - fresh.size();
        added += fresh.size();
        members.save(fresh);
    }

    CampaignMember add(CampaignId id, CustomerId said) {
        Campaign campaign = records.load(id).freeze(unit.now());
        CustomerId party = unit.repositories().redirects().resolve(said);
        if (unit.get(CustomerRepository.class).findById(party).isEmpty()) {
            throw new NotFound(EntityRef.of(said));
        }
        if (records.member(id, party).isPresent()) {
            throw new RuleViolation(
                    "campaign-member-twice",
                    campaign.ref(),
                    "Cannot add customer " + party + ": it is a member of campaign " + id + " already.");
        }
        CampaignMember member = records.target(campaign, party, unit.now(), null);
        return records.store(CampaignEvents.MEMBER_ADDED, null, member, Map.of());
    }

    long markSent(CampaignId id, Instant when) {
        records.load(id);
        Instant at = records.past("campaignMember.at", when);
        records.each(
                CampaignMemberRepository.class,
                CampaignCounts.in(
                        id,
                        all(
                                not(where(CampaignMemberFields.SENT_AT, present())),
                                not(where(CampaignMemberFields.UNSUBSCRIBED_AT, present())))),
                chunk -> {
                    added += chunk.size();
                    members.save(chunk.stream()
                            .map(member -> member.advance(MemberStatus.SENT, at))
                            .toList());
                });
        if (added > 0) {
            unit.record(
                    CampaignEvents.SENT,
                    new EntityRef("campaign", id.value()),
                    List.of(),
                    List.of(),
                    Map.of("members", Long.toString(added)));
        }
        return added;
    }
}
