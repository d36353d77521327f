package org.sambandh.crm.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CampaignId;
import org.sambandh.crm.common.CampaignMemberId;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.settings.ExchangeRates;
import org.sambandh.crm.settings.RatePolicy;
import org.sambandh.crm.store.Cursor;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Units;
import org.sambandh.crm.store.Upserted;

/** Plans campaigns, freezes their audiences, takes in what the members did, and says what it was worth. */
public final class Campaigns {

    private final Units units;

    /**
     * Makes the service.
     *
     * @param units where its units of work come from
     */
    public Campaigns(Units units) {
        this.units = units;
    }

    /**
     * Plans a campaign.
     *
     * @param campaign the campaign
     * @return the campaign
     * @throws org.sambandh.crm.common.DuplicateKey if the code is taken
     */
    public Campaign plan(NewCampaign campaign) {
        return units.run(unit -> new CampaignRecords(unit).plan(campaign));
    }

    /**
     * Plans a campaign, or brings the one known under the reference to the same content. Costs, status and members stay.
     *
     * @param ref how another system names it
     * @param campaign the campaign
     * @return the campaign: created, updated, or unchanged with nothing written or told
     * @throws org.sambandh.crm.common.DuplicateKey if the code is another campaign's
     * @throws org.sambandh.crm.common.RuleViolation {@code campaign-currency} if costs were entered in another currency
     */
    public Upserted<Campaign> upsert(ExternalRef ref, NewCampaign campaign) {
        return units.run(unit -> {
            CampaignRecords records = new CampaignRecords(unit);
            Optional<Campaign> known = records.known(ref);
            if (known.isEmpty()) {
                return new Upserted.Created<>(records.plan(campaign.externalRef(ref)));
            }
            Campaign before = known.get();
            Campaign now = records.save(
                    CampaignEvents.CHANGED,
                    before,
                    CampaignRecords.copy(campaign, before.toBuilder()).build());
            boolean same = now.revision().equals(before.revision());
            return same ? new Upserted.Unchanged<>(now) : new Upserted.Updated<>(now);
        });
    }

    /**
     * Returns one campaign.
     *
     * @param id its id
     * @return the campaign
     * @throws org.sambandh.crm.common.NotFound if there is none
     */
    public Campaign get(CampaignId id) {
        return units.run(unit -> new CampaignRecords(unit).load(id));
    }

    /**
     * Returns the campaign of a code.
     *
     * @param code the code, letter by letter
     * @return the campaign, or nothing
     */
    public Optional<Campaign> byCode(String code) {
        return units.run(unit -> new CampaignRecords(unit).byCode(code));
    }

    /**
     * Returns campaigns by id.
     *
     * @param condition what must hold
     * @param limit the most campaigns of the page, 1 to 1,000
     * @param after where the page before ended, or null for the first
     * @return the page
     */
    public Page<Campaign> find(Condition<Campaign> condition, int limit, @Nullable Cursor after) {
        return units.run(unit -> {
            Query<Campaign> query = Query.of(condition, unit.moment()).limit(CampaignRecords.limit(limit));
            return unit.get(CampaignRepository.class).find(after == null ? query : query.after(after));
        });
    }

    /**
     * Gives a campaign another name.
     *
     * @param id the campaign
     * @param name at most 200 characters
     * @return the campaign
     * @throws org.sambandh.crm.common.NotFound if there is none
     */
    public Campaign rename(CampaignId id, String name) {
        return change(id, CampaignEvents.CHANGED, campaign -> campaign.rename(name));
    }

    /**
     * Moves a campaign to other days.
     *
     * @param id the campaign
     * @param first its first day, or null if unknown
     * @param last its last day, or null if unknown
     * @return the campaign
     * @throws org.sambandh.crm.common.NotFound if there is none
     * @throws org.sambandh.crm.common.Invalid if it would end before it starts
     * @throws org.sambandh.crm.common.RuleViolation {@code campaign-finished} if it is finished
     */
    public Campaign schedule(CampaignId id, @Nullable LocalDate first, @Nullable LocalDate last) {
        return change(id, CampaignEvents.CHANGED, campaign -> campaign.schedule(first, last));
    }

    /**
     * Gives a campaign another budget.
     *
     * @param id the campaign
     * @param allowed what it may cost, or null for no limit
     * @return the campaign
     * @throws org.sambandh.crm.common.NotFound if there is none
     * @throws org.sambandh.crm.common.RuleViolation {@code campaign-currency} if costs were entered in another currency
     */
    public Campaign changeBudget(CampaignId id, @Nullable Money allowed) {
        return change(id, CampaignEvents.CHANGED, campaign -> campaign.changeBudget(allowed));
    }

    /**
     * Starts a campaign; one that runs already stays as it is.
     *
     * @param id the campaign
     * @return the campaign
     * @throws org.sambandh.crm.common.NotFound if there is none
     * @throws org.sambandh.crm.common.RuleViolation {@code campaign-forward} if it is finished
     */
    public Campaign start(CampaignId id) {
        return change(id, CampaignEvents.STARTED, campaign -> campaign.moveTo(CampaignStatus.RUNNING));
    }

    /**
     * Finishes a campaign, or calls it off.
     *
     * @param id the campaign
     * @return the campaign
     * @throws org.sambandh.crm.common.NotFound if there is none
     */
    public Campaign finish(CampaignId id) {
        return change(id, CampaignEvents.FINISHED, campaign -> campaign.moveTo(CampaignStatus.FINISHED));
    }

    /**
     * Enters a cost. What was entered wrongly is put right by a second entry below zero.
     *
     * @param id the campaign; finished ones too, for bills come late
     * @param cost when and how much
     * @return the campaign
     * @throws org.sambandh.crm.common.NotFound if there is none
     * @throws org.sambandh.crm.common.RuleViolation {@code campaign-currency} if it is in another currency than the budget or the
     *     costs before; nothing was written
     */
    public Campaign addCost(CampaignId id, CampaignCost cost) {
        return change(id, CampaignEvents.COST_ADDED, campaign -> campaign.addCost(cost));
    }

    private Campaign change(CampaignId id, String event, UnaryOperator<Campaign> verb) {
        return units.run(unit -> {
            CampaignRecords records = new CampaignRecords(unit);
            Campaign before = records.load(id);
            return records.save(event, before, verb.apply(before));
        });
    }

    /**
     * Freezes the members that a segment of parties had at a moment into the audience of a campaign: what becomes of the segment later
     * changes nothing. Once more, or for another segment, adds those who are not in it yet; each party is in it once. Stored
     * memberships count, so refresh the segment first. Reads and writes 1,000 at a time; all of it is kept or none.
     *
     * @param id the campaign
     * @param segment the segment
     * @param moment the moment of sending, not in the future
     * @return how many came in, were in already, and were left out
     * @throws org.sambandh.crm.common.NotFound if there is no such campaign or segment
     * @throws org.sambandh.crm.common.Invalid if the moment is in the future, or the segment is not one of parties
     * @throws org.sambandh.crm.common.RuleViolation {@code campaign-finished}, or {@code campaign-audience-empty} if the segment had no
     *     member who can be reached
     */
    public Audience freezeAudience(CampaignId id, SegmentId segment, Instant moment) {
        return units.run(unit -> new Freezing(unit).freeze(id, segment, moment));
    }

    /**
     * Puts one party into the audience by hand.
     *
     * @param id the campaign
     * @param party the party, also under an id that was merged
     * @return the member
     * @throws org.sambandh.crm.common.NotFound if there is no such campaign or party
     * @throws org.sambandh.crm.common.RuleViolation {@code campaign-member-twice} if it is in it already, {@code campaign-finished}
     */
    public CampaignMember addMember(CampaignId id, CustomerId party) {
        return units.run(unit -> new Freezing(unit).add(id, party));
    }

    /**
     * Returns the members of a campaign by id.
     *
     * @param id the campaign
     * @param condition which of them
     * @param limit the most members of the page, 1 to 1,000
     * @param after where the page before ended, or null for the first
     * @return the page; it can be shorter than the limit and not be the last
     * @throws org.sambandh.crm.common.NotFound if there is no such campaign
     */
    public Page<CampaignMember> members(
            CampaignId id, Condition<CampaignMember> condition, int limit, @Nullable Cursor after) {
        return units.run(unit -> {
            new CampaignRecords(unit).load(id);
            Query<CampaignMember> query =
                    Query.of(CampaignCounts.in(id, condition), unit.moment()).limit(CampaignRecords.limit(limit));
            return unit.get(CampaignMemberRepository.class).find(after == null ? query : query.after(after));
        });
    }

    /**
     * Returns a party as member of a campaign.
     *
     * @param id the campaign
     * @param party the party, also under an id that was merged
     * @return the member, or nothing
     */
    public Optional<CampaignMember> member(CampaignId id, CustomerId party) {
        return units.run(unit -> new CampaignRecords(unit)
                .member(id, unit.repositories().redirects().resolve(party)));
    }

    /**
     * Returns the member to whom a tracking code belongs.
     *
     * @param code the code, letter by letter
     * @return the member, or nothing
     */
    public Optional<CampaignMember> byTrackingCode(String code) {
        return units.run(unit -> new CampaignRecords(unit).byTrackingCode(code));
    }

    /**
     * Notes that something was sent to everybody in the audience to whom nothing was sent yet and who did not unsubscribe.
     *
     * @param id the campaign
     * @param at when, not in the future and not before the audience was frozen
     * @return how many members that were
     * @throws org.sambandh.crm.common.NotFound if there is no such campaign
     * @throws org.sambandh.crm.common.Invalid if the moment is in the future or before the audience
     */
    public long markSent(CampaignId id, Instant at) {
        return units.run(unit -> new Freezing(unit).markSent(id, at));
    }

    /**
     * Notes how far a member got. Known already: nothing is written. Late receipts are filled in and move nothing back.
     *
     * @param id the member
     * @param step a step after {@link MemberStatus#TARGETED}
     * @param at when, not in the future and not before the audience was frozen
     * @return the member
     * @throws org.sambandh.crm.common.NotFound if there is none
     * @throws org.sambandh.crm.common.RuleViolation {@code campaign-member-unsubscribed} if something was sent after that
     */
    public CampaignMember advance(CampaignMemberId id, MemberStatus step, Instant at) {
        return units.run(unit -> {
            CampaignMember member = new CampaignRecords(unit).load(id);
            return step == MemberStatus.RESPONDED
                    ? new Responses(unit).respond(member, at)
                    : new CampaignRecords(unit).advance(member, step, at);
        });
    }

    /**
     * Notes how far the member with a tracking code got.
     *
     * @param code the code
     * @param step a step after {@link MemberStatus#TARGETED}
     * @param at when, not in the future and not before the audience was frozen
     * @return the member
     * @throws org.sambandh.crm.common.NotFound if no member has the code
     */
    public CampaignMember advance(String code, MemberStatus step, Instant at) {
        return units.run(unit -> advance(new Campaigns(Units.joining(unit)), Responses.byCode(unit, code), step, at));
    }

    private static CampaignMember advance(Campaigns here, CampaignMember member, MemberStatus step, Instant at) {
        return here.advance(member.id(), step, at);
    }

    /**
     * Takes in a response. The first one of a member is logged as an interaction by the campaign's channel and is a touch of the open
     * enquiry that the party touched last, with the campaign as origin; further ones change nothing.
     *
     * @param code the tracking code of the member
     * @param at when, not in the future and not before the audience was frozen
     * @return the member
     * @throws org.sambandh.crm.common.NotFound if no member has the code
     */
    public CampaignMember respond(String code, Instant at) {
        return units.run(unit -> new Responses(unit).respond(Responses.byCode(unit, code), at));
    }

    /**
     * Takes in a response that asks for something: as {@link #respond}, and the party's enquiry is touched, or opened if it has none
     * within the tenant's time. A further one touches it again.
     *
     * @param code the tracking code of the member
     * @param at when, not in the future and not before the audience was frozen
     * @param captured what arrived, byte for byte, or null
     * @return the member; {@link CampaignMember#lead()} is the enquiry
     * @throws org.sambandh.crm.common.NotFound if no member has the code
     */
    public CampaignMember enquire(String code, Instant at, @Nullable String captured) {
        return units.run(unit -> new Responses(unit).enquire(Responses.byCode(unit, code), at, captured));
    }

    /**
     * Returns what came of a campaign, each won amount in its own currency. There is a return on investment where all of it was won in
     * the currency of the costs.
     *
     * @param id the campaign
     * @return the results as of now
     * @throws org.sambandh.crm.common.NotFound if there is no such campaign
     */
    public CampaignResults results(CampaignId id) {
        return units.run(unit -> new Attributing(unit, null, null).of(new CampaignRecords(unit).load(id)));
    }

    /**
     * Returns what came of a campaign, won amounts converted to the currency of its costs.
     *
     * @param id the campaign
     * @param rates the rates
     * @param policy the rates of which day; an amount counts as booked on the day it was won
     * @return the results as of now
     * @throws org.sambandh.crm.common.NotFound if there is no such campaign
     */
    public CampaignResults results(CampaignId id, ExchangeRates rates, RatePolicy policy) {
        return units.run(unit -> new Attributing(unit, rates, policy).of(new CampaignRecords(unit).load(id)));
    }

    static EntityRef nobody() {
        return new EntityRef("campaignMember", "unknown");
    }
}
