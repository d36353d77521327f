package org.sambandh.crm.campaign;

import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.is;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.event.Changes;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.Subject;
import org.sambandh.crm.store.CustomerData;
import org.sambandh.crm.store.Unit;

/**
 * The memberships of a party. After a merge the survivor has those of both, one for each campaign, and answers to the codes of both.
 * After an erasure the numbers of a campaign stay as they were, but no code leads to the party any more.
 */
final class CampaignCustomerData implements CustomerData {

    @Override
    public void repoint(Unit unit, CustomerId from, CustomerId to) {
        CampaignMemberRepository members = unit.get(CampaignMemberRepository.class);
        List<CampaignMember> changed = new ArrayList<>();
        for (CampaignMember member : of(unit, from)) {
            Optional<CampaignMember> other = new CampaignRecords(unit).member(member.campaign(), to);
            if (other.isPresent()) {
                // The codes must be free before the survivor can have them.
                members.delete(member.id(), member.revision());
                changed.add(other.get().unite(member));
            } else {
                changed.add(member.toBuilder().party(to).build());
            }
        }
        members.save(changed);
    }

    @Override
    public List<Item> export(Unit unit, CustomerId id) {
        Subject<CampaignMember> subject = unit.catalog().subject(CampaignMember.class);
        List<Item> items = new ArrayList<>();
        for (CampaignMember member : of(unit, id)) {
            Map<String, String> values = new LinkedHashMap<>();
            for (Field<CampaignMember, ?> field : subject.fields()) {
                String text = Changes.text(field, member);
                if (text != null) {
                    values.put(field.name(), text);
                }
            }
            unit.get(CampaignRepository.class)
                    .findById(member.campaign())
                    .ifPresent(campaign -> values.put("campaignName", campaign.name()));
            items.add(new Item(subject.ref(member), values));
        }
        return items;
    }

    @Override
    public void erase(Unit unit, CustomerId id) {
        for (CampaignMember member : of(unit, id)) {
            if (!member.trackingCodes().isEmpty() || !member.externalRefs().isEmpty()) {
                CampaignMember erased = member.toBuilder()
                        .trackingCodes(List.of())
                        .externalRefs(List.of())
                        .build();
                unit.get(CampaignMemberRepository.class).save(List.of(erased));
                unit.record(
                        CampaignEvents.MEMBER_ERASED,
                        CampaignRecords.ref(member),
                        List.of(EntityRef.of(id)),
                        List.of(),
                        Map.of());
            }
        }
    }

    private static List<CampaignMember> of(Unit unit, CustomerId party) {
        return new CampaignRecords(unit).all(where(CampaignMemberFields.PARTY, is(party)));
    }
}
