package org.sambandh.crm.campaign;

import static org.sambandh.crm.condition.Conditions.all;
import static org.sambandh.crm.condition.Conditions.any;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.is;
import static org.sambandh.crm.condition.Tests.present;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.sambandh.crm.common.CampaignId;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.store.Unit;

/**
 * How many members of a campaign got how far. Who opened it had it delivered, and who responded was reached, whatever receipts say: a
 * step counts where it or a later one is known.
 *
 * @param targeted all members
 * @param sent those to whom it was sent
 * @param delivered those with whom it arrived
 * @param opened those who opened it
 * @param responses those who responded
 * @param bounced those from whom it came back
 * @param unsubscribed those who wanted no more
 */
public record CampaignCounts(
        long targeted, long sent, long delivered, long opened, long responses, long bounced, long unsubscribed) {

    static Condition<CampaignMember> in(CampaignId id, Condition<CampaignMember> condition) {
        return all(where(CampaignMemberFields.CAMPAIGN, is(id)), condition);
    }

    static CampaignCounts of(Unit unit, CampaignId id) {
        return new CampaignCounts(
                count(unit, id, Conditions.always()),
                reached(
                        unit,
                        id,
                        CampaignMemberFields.SENT_AT,
                        CampaignMemberFields.BOUNCED_AT,
                        CampaignMemberFields.DELIVERED_AT,
                        CampaignMemberFields.OPENED_AT,
                        CampaignMemberFields.RESPONDED_AT),
                reached(
                        unit,
                        id,
                        CampaignMemberFields.DELIVERED_AT,
                        CampaignMemberFields.OPENED_AT,
                        CampaignMemberFields.RESPONDED_AT),
                reached(unit, id, CampaignMemberFields.OPENED_AT, CampaignMemberFields.RESPONDED_AT),
                reached(unit, id, CampaignMemberFields.RESPONDED_AT),
                reached(unit, id, CampaignMemberFields.BOUNCED_AT),
                reached(unit, id, CampaignMemberFields.UNSUBSCRIBED_AT));
    }

    @SafeVarargs
    private static long reached(Unit unit, CampaignId id, Field.One<CampaignMember, Instant>... steps) {
        List<Condition<CampaignMember>> any = new ArrayList<>();
        for (Field.One<CampaignMember, Instant> step : steps) {
            any.add(where(step, present()));
        }
        return count(unit, id, any(any));
    }

    private static long count(Unit unit, CampaignId id, Condition<CampaignMember> condition) {
        return unit.get(CampaignMemberRepository.class).count(in(id, condition), unit.moment());
    }
}
