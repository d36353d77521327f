package org.sambandh.crm.lead;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.ConversionId;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.common.OpportunityId;
import org.sambandh.crm.common.RelationshipId;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.CustomerFields;
import org.sambandh.crm.customer.Customers;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.pipeline.Opportunities;
import org.sambandh.crm.pipeline.Opportunity;
import org.sambandh.crm.pipeline.OpportunityFields;
import org.sambandh.crm.pipeline.OpportunityRepository;
import org.sambandh.crm.pipeline.Stakeholder;
import org.sambandh.crm.store.Unit;
import org.sambandh.crm.store.Units;

/** Takes a conversion back. */
final class Reversal {

    private static final List<Field.One<Customer, String>> FILLED = List.of(
            CustomerFields.NAME,
            CustomerFields.MAIN_EMAIL,
            CustomerFields.MAIN_PHONE,
            CustomerFields.MAIN_COUNTRY,
            CustomerFields.WEB_DOMAIN);

    private Reversal() {}

    static Conversion revert(Unit unit, ConversionId id) {
        Conversion conversion = unit.get(ConversionRepository.class)
                .findById(id)
                .orElseThrow(() -> new NotFound(new EntityRef("conversion", id.value())));
        if (conversion.isReverted()) {
            return conversion;
        }
        conversion.opportunity().ifPresent(deal -> release(unit, conversion, deal));
        for (ConversionStep step : conversion.steps()) {
            if (step.kind() == ConversionStep.Kind.CHANGED && step.entity().equals("customer")) {
                blank(unit, step);
            }
            String made = step.kind() == ConversionStep.Kind.CREATED ? step.id() : null;
            if (made != null && step.entity().equals(Ties.RELATIONSHIP)) {
                Ties.unrelate(unit, new RelationshipId(made));
            }
        }
        LeadRecords records = new LeadRecords(unit);
        Lead lead = records.load(conversion.lead());
        Lead after = lead.toBuilder()
                .person(conversion.personBefore().orElse(null))
                .organization(conversion.organizationBefore().orElse(null))
                .status(conversion.statusBefore())
                .statusReason(conversion.reasonBefore().orElse(null))
                .conversion(null)
                .build();
        records.moveWhatIsAbout(lead, after);
        records.save(LeadEvents.CONVERSION_REVERTED, lead, after, Map.of("conversion", id.value()));
        return unit.get(ConversionRepository.class)
                .save(List.of(conversion.toBuilder().revertedAt(unit.now()).build()))
                .get(0);
    }

    private static void release(Unit unit, Conversion conversion, OpportunityId id) {
        Optional<Opportunity> deal = unit.get(OpportunityRepository.class).findById(id);
        boolean untouched = deal.isPresent()
                && conversion
                        .opportunityRevision()
                        .equals(Optional.of(deal.get().revision()));
        if (!untouched) {
            throw new RuleViolation(
                    "conversion-not-revertible",
                    new EntityRef("conversion", conversion.id().value()),
                    "Cannot revert conversion " + conversion.id() + ": opportunity " + id
                            + " was changed since. Close it as void instead.");
        }
        Opportunities deals = new Opportunities(Units.joining(unit));
        if (did(conversion, ConversionStep.Kind.CREATED, null)) {
            deals.delete(id);
            return;
        }
        if (did(conversion, ConversionStep.Kind.CHANGED, OpportunityFields.LEAD)) {
            deals.set(id, OpportunityFields.LEAD, null);
        }
        if (did(conversion, ConversionStep.Kind.CHANGED, OpportunityFields.CUSTOMER)) {
            deals.set(id, OpportunityFields.CUSTOMER, null);
        }
        if (did(conversion, ConversionStep.Kind.CHANGED, OpportunityFields.STAKEHOLDERS)) {
            conversion.person().ifPresent(person -> deals.removeStakeholder(id, person, Stakeholder.CONTACT));
        }
    }

    /** Whether it did something to the deal: to a field of it, or to the whole of it. */
    private static boolean did(Conversion conversion, ConversionStep.Kind kind, @Nullable Field<Opportunity, ?> field) {
        String name = field == null ? null : field.name();
        return conversion.steps().stream()
                .anyMatch(step -> step.kind() == kind
                        && step.entity().equals("opportunity")
                        && Objects.equals(step.field(), name));
    }

    private static void blank(Unit unit, ConversionStep step) {
        String party = step.id();
        String value = step.to();
        for (Field.One<Customer, String> field : FILLED) {
            if (party != null && field.name().equals(step.field())) {
                blank(unit, new CustomerId(party), field, value);
            }
        }
    }

    private static void blank(Unit unit, CustomerId id, Field.One<Customer, String> field, @Nullable String value) {
        new Customers(Units.joining(unit))
                .change(id, party -> value != null && value.equals(field.get(party)) ? field.set(party, null) : party);
    }
}
