package org.sambandh.crm.lead;

import static org.sambandh.crm.condition.Conditions.any;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.is;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.event.Changes;
import org.sambandh.crm.field.Attributes;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.Subject;
import org.sambandh.crm.store.CustomerData;
import org.sambandh.crm.store.Unit;

/**
 * Enquiries when a party is merged, exported or erased. Erasure destroys what arrived, what it said of the party, notes,
 * referrers, words of consent, names in other systems and personal properties; counts, sources and dates stay.
 */
final class LeadCustomerData implements CustomerData {

    @Override
    public void repoint(Unit unit, CustomerId from, CustomerId to) {
        List<Lead> leads = new ArrayList<>();
        for (Lead lead : leadsOf(unit, from)) {
            leads.add(lead.toBuilder()
                    .person(swap(lead.person(), from, to))
                    .organization(swap(lead.organization(), from, to))
                    .introducedBy(swap(lead.introducedBy(), from, to))
                    .build());
        }
        unit.get(LeadRepository.class).save(leads);
        List<Conversion> conversions = new ArrayList<>();
        for (Conversion c : conversionsOf(unit, from)) {
            conversions.add(c.toBuilder()
                    .person(swap(c.person(), from, to))
                    .organization(swap(c.organization(), from, to))
                    .personBefore(swap(c.personBefore(), from, to))
                    .organizationBefore(swap(c.organizationBefore(), from, to))
                    .build());
        }
        unit.get(ConversionRepository.class).save(conversions);
        for (DuplicateCandidate candidate : Candidates.of(unit, from)) {
            Candidates.repoint(unit, candidate, from, to);
        }
    }

    private static @Nullable CustomerId swap(Optional<CustomerId> id, CustomerId from, CustomerId to) {
        return id.map(i -> i.equals(from) ? to : i).orElse(null);
    }

    @Override
    public List<Item> export(Unit unit, CustomerId id) {
        List<Item> items = new ArrayList<>();
        for (Lead lead : leadsOf(unit, id)) {
            Map<String, String> values = values(unit.catalog().subject(Lead.class), lead);
            if (!lead.parties().contains(id)) {
                // Who introduced somebody may know that, and nothing of what was asked.
                values.keySet().retainAll(List.of("introducedBy", "receivedAt"));
            } else {
                words(values, lead);
            }
            items.add(new Item(EntityRef.of(lead.id()), values));
        }
        for (Conversion c : conversionsOf(unit, id)) {
            items.add(new Item(
                    new EntityRef("conversion", c.id().value()),
                    values(unit.catalog().subject(Conversion.class), c)));
        }
        for (DuplicateCandidate c : Candidates.of(unit, id)) {
            items.add(new Item(
                    new EntityRef("duplicateCandidate", c.id().value()),
                    values(unit.catalog().subject(DuplicateCandidate.class), c)));
        }
        return items;
    }

    private static <S> Map<String, String> values(Subject<S> subject, S item) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Field<S, ?> field : subject.fields()) {
            put(values, field.name(), Changes.text(field, item));
        }
        return values;
    }

    private static void words(Map<String, String> values, Lead lead) {
        put(values, "stated.personName", lead.stated().personName());
        put(values, "stated.email", lead.stated().email());
        put(values, "stated.phone", lead.stated().phone());
        put(values, "stated.country", lead.stated().country());
        put(values, "stated.organizationName", lead.stated().organizationName());
        put(values, "stated.webDomain", lead.stated().webDomain());
        for (int i = 0; i < lead.touches().size(); i++) {
            Touch touch = lead.touches().get(i);
            values.put("touches[" + i + "].at", touch.at().toString());
            put(values, "touches[" + i + "].captured", touch.captured());
            put(values, "touches[" + i + "].referrer", touch.origin().referrer());
        }
        for (int i = 0; i < lead.consents().size(); i++) {
            ConsentEvidence consent = lead.consents().get(i);
            values.put("consents[" + i + "]", consent.purpose() + ", " + consent.at());
            put(values, "consents[" + i + "].wording", consent.wording());
            put(values, "consents[" + i + "].proof", consent.proof());
        }
        for (Qualification.Check check : lead.qualification().checks()) {
            put(values, "qualification." + check.item(), check.note());
        }
    }

    private static void put(Map<String, String> values, String name, @Nullable String text) {
        if (text != null) {
            values.put(name, text);
        }
    }

    @Override
    public void erase(Unit unit, CustomerId id) {
        for (Lead lead : leadsOf(unit, id)) {
            Lead erased = lead.parties().contains(id) ? erased(unit, lead) : lead;
            erased = erased.introducedBy().filter(id::equals).isPresent()
                    ? erased.toBuilder().introducedBy(null).build()
                    : erased;
            unit.get(LeadRepository.class).save(List.of(erased));
            unit.record(LeadEvents.ERASED, EntityRef.of(lead.id()), LeadParties.concerned(lead), List.of(), Map.of());
        }
        for (Conversion c : conversionsOf(unit, id)) {
            List<ConversionStep> steps =
                    c.steps().stream().map(ConversionStep::erased).toList();
            unit.get(ConversionRepository.class)
                    .save(List.of(c.toBuilder().steps(steps).reasonBefore(null).build()));
        }
        for (DuplicateCandidate candidate : Candidates.of(unit, id)) {
            unit.get(DuplicateCandidateRepository.class).delete(candidate.id(), candidate.revision());
        }
    }

    private static Lead erased(Unit unit, Lead lead) {
        Map<String, Object> kept = new TreeMap<>(lead.attributes().values());
        unit.catalog().subject(Lead.class).fields().stream()
                .filter(field -> field.isAttribute() && field.personal())
                .forEach(field -> kept.remove(field.name()));
        return lead.toBuilder()
                .stated(Stated.NOTHING)
                .touches(lead.touches().stream().map(Touch::erased).toList())
                .consents(lead.consents().stream()
                        .map(c -> new ConsentEvidence(c.purpose(), null, c.at(), null))
                        .toList())
                .productText(null)
                .statusReason(null)
                .qualification(lead.qualification().erased())
                .externalRefs(List.of())
                .attributes(Attributes.of(kept))
                .build();
    }

    private static List<Lead> leadsOf(Unit unit, CustomerId id) {
        return LeadParties.all(
                unit,
                LeadRepository.class,
                any(where(LeadFields.PARTIES, is(id)), where(LeadFields.INTRODUCED_BY, is(id))));
    }

    private static List<Conversion> conversionsOf(Unit unit, CustomerId id) {
        return LeadParties.all(unit, ConversionRepository.class, where(LeadRecordFields.CONVERSION_PARTIES, is(id)));
    }
}
