package org.sambandh.crm.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.OpportunityId;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Tests;
import org.sambandh.crm.event.Changes;
import org.sambandh.crm.field.Attributes;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.Subject;
import org.sambandh.crm.store.CustomerData;
import org.sambandh.crm.store.Unit;

/** Deals when a party is merged, exported or erased: as the buyer, and as one with a part in it. */
final class DealCustomerData implements CustomerData {

    private static final String ERASED = "Erased";

    @Override
    public void repoint(Unit unit, CustomerId from, CustomerId to) {
        List<Opportunity> changed = new ArrayList<>();
        for (Opportunity deal : dealsOf(unit, from)) {
            Opportunity.Builder builder = deal.toBuilder();
            if (deal.customer().filter(from::equals).isPresent()) {
                builder.customer(to);
            }
            changed.add(builder.stakeholders(repointed(deal.stakeholders(), from, to))
                    .build());
        }
        save(unit, changed);
    }

    /** One party may have had the same part twice, or be primary twice, once the two are one. */
    private static List<Stakeholder> repointed(List<Stakeholder> parties, CustomerId from, CustomerId to) {
        LinkedHashSet<Stakeholder> kept = new LinkedHashSet<>();
        parties.forEach(s -> kept.add(s.party().equals(from) ? s.of(to) : s));
        return List.copyOf(kept);
    }

    @Override
    public List<Item> export(Unit unit, CustomerId id) {
        Subject<Opportunity> subject = unit.catalog().subject(Opportunity.class);
        List<Item> items = new ArrayList<>();
        for (Opportunity deal : dealsOf(unit, id)) {
            Map<String, String> values = new LinkedHashMap<>();
            for (Field<Opportunity, ?> field : subject.fields()) {
                String text = Changes.text(field, deal);
                if (text != null) {
                    values.put(field.name(), text);
                }
            }
            items.add(new Item(deal.ref(), values));
        }
        return items;
    }

    /** Amounts, dates and outcomes stay, for the figures; names, free words and personal properties go. */
    @Override
    public void erase(Unit unit, CustomerId id) {
        List<Opportunity> changed = new ArrayList<>();
        for (Opportunity deal : dealsOf(unit, id)) {
            Opportunity.Builder builder = deal.toBuilder()
                    .stakeholders(deal.stakeholders().stream()
                            .filter(s -> !s.party().equals(id))
                            .toList());
            if (deal.customer().filter(id::equals).isPresent()) {
                builder.name(ERASED)
                        .history(withoutWords(deal.history()))
                        .lines(deal.lines().stream()
                                .map(DealCustomerData::withoutWords)
                                .toList())
                        .attributes(withoutPersonal(unit, deal.attributes()));
            }
            changed.add(builder.build());
        }
        save(unit, changed);
    }

    private static DealHistory withoutWords(DealHistory history) {
        List<Closing> closings = history.closings().stream()
                .map(c -> c.reopenReason() == null
                        ? c
                        : new Closing(c.outcome(), c.on(), c.at(), c.reopenedOn(), c.reopenedAt(), ERASED))
                .toList();
        return new DealHistory(history.openedOn(), history.openedAt(), history.engagedOn(), history.visits(), closings);
    }

    private static Line withoutWords(Line line) {
        return new Line(
                line.number(),
                line.product(),
                line.product() == null ? ERASED : null,
                line.quantity(),
                line.unitPrice(),
                line.currency(),
                line.discount(),
                line.billing());
    }

    private static Attributes withoutPersonal(Unit unit, Attributes attributes) {
        SortedMap<String, Object> kept = new TreeMap<>(attributes.values());
        unit.catalog().subject(Opportunity.class).fields().stream()
                .filter(field -> field.isAttribute() && field.personal())
                .forEach(field -> kept.remove(field.name()));
        return new Attributes(kept);
    }

    private static List<Opportunity> dealsOf(Unit unit, CustomerId id) {
        Map<OpportunityId, Opportunity> found = new LinkedHashMap<>();
        List<Opportunity> all = Deals.all(
                unit,
                Conditions.any(
                        Conditions.where(OpportunityFields.CUSTOMER, Tests.is(id)),
                        Conditions.where(OpportunityFields.STAKEHOLDERS, Tests.is(id))));
        all.forEach(deal -> found.put(deal.id(), deal));
        return List.copyOf(found.values());
    }

    private static void save(Unit unit, List<Opportunity> changed) {
        if (!changed.isEmpty()) {
            unit.get(OpportunityRepository.class).save(changed);
        }
    }
}
