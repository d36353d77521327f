package org.sambandh.crm.lead;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.ConversionId;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.Id;
import org.sambandh.crm.common.LeadId;
import org.sambandh.crm.common.OpportunityId;
import org.sambandh.crm.common.RelationshipId;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.common.StaleRevision;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.CustomerFields;
import org.sambandh.crm.customer.CustomerRepository;
import org.sambandh.crm.customer.Customers;
import org.sambandh.crm.customer.EmailAddress;
import org.sambandh.crm.customer.NameKey;
import org.sambandh.crm.customer.PhoneNumber;
import org.sambandh.crm.customer.Profile;
import org.sambandh.crm.customer.RelationshipType;
import org.sambandh.crm.customer.Standing;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.pipeline.NewOpportunity;
import org.sambandh.crm.pipeline.Opportunities;
import org.sambandh.crm.pipeline.Opportunity;
import org.sambandh.crm.pipeline.OpportunityFields;
import org.sambandh.crm.pipeline.OpportunityRepository;
import org.sambandh.crm.store.Unit;
import org.sambandh.crm.store.Units;

/** One conversion: told first, then done, within one unit of work each. */
final class Conversions {

    private final Unit unit;
    private final ConversionPlan plan;
    private final LeadRecords records;
    private final List<ConversionStep> steps = new ArrayList<>();
    private final List<String> obstacles = new ArrayList<>();
    private final Map<EntityRef, Revision> seen = new LinkedHashMap<>();

    Conversions(Unit unit, ConversionPlan plan) {
        this.unit = unit;
        this.plan = plan;
        this.records = new LeadRecords(unit);
    }

    static ConversionPlan plan(Unit unit, LeadId id) {
        Lead lead = new LeadRecords(unit).load(id);
        return new ConversionPlan(
                unit.newId(ConversionId.class, ConversionId::new),
                id,
                lead.person().map(PartyTarget::existing).orElseGet(PartyTarget::none),
                lead.organization().map(PartyTarget::existing).orElseGet(PartyTarget::none),
                new DealTarget.None());
    }

    ConversionPreview preview() {
        Lead lead = records.load(plan.lead());
        seen.put(EntityRef.of(lead.id()), lead.revision());
        if (!lead.isOpen()) {
            obstacles.add("The enquiry is closed as " + lead.status().phase() + ".");
        }
        party(plan.person(), Profile.Kind.PERSON, lead.stated());
        party(plan.organization(), Profile.Kind.ORGANIZATION, lead.stated());
        relationship();
        deal(lead);
        String to = records.process().usual(LeadPhase.CONVERTED).code();
        steps.add(new ConversionStep(
                ConversionStep.Kind.CHANGED,
                "lead",
                lead.id().value(),
                LeadFields.STATUS.name(),
                lead.status().code(),
                to));
        return new ConversionPreview(plan, steps, obstacles, seen);
    }

    private void party(PartyTarget target, Profile.Kind kind, Stated stated) {
        String entity = kind.name().toLowerCase(Locale.ROOT);
        if (target instanceof PartyTarget.New fresh) {
            steps.add(new ConversionStep(ConversionStep.Kind.CREATED, "customer", null, null, null, entity));
            if (fresh.party().kind() != kind) {
                obstacles.add("The new " + entity + " is a " + fresh.party().kind() + ".");
            }
        }
        if (!(target instanceof PartyTarget.Existing existing)) {
            return;
        }
        CustomerId id = unit.repositories().redirects().resolve(existing.id());
        Optional<Customer> found = unit.get(CustomerRepository.class).findById(id);
        if (found.isEmpty() || found.get().kind() != kind) {
            obstacles.add("There is no " + entity + " " + existing.id() + ".");
            return;
        }
        Customer party = found.get();
        seen.put(EntityRef.of(id), party.revision());
        steps.add(new ConversionStep(ConversionStep.Kind.LINKED, "customer", id.value(), null, null, null));
        if (party.standing() == Standing.PROVISIONAL) {
            steps.add(new ConversionStep(
                    ConversionStep.Kind.CHANGED,
                    "customer",
                    id.value(),
                    CustomerFields.STANDING.name(),
                    Standing.PROVISIONAL.name(),
                    Standing.ESTABLISHED.name()));
        }
        said(kind, stated).forEach((field, value) -> fill(party, field, value));
    }

    /** What the enquiry says, by the field it would fill. */
    static Map<Field.One<Customer, String>, @Nullable String> said(Profile.Kind kind, Stated stated) {
        Map<Field.One<Customer, String>, @Nullable String> said = new LinkedHashMap<>();
        boolean person = kind == Profile.Kind.PERSON;
        said.put(CustomerFields.NAME, person ? stated.personName() : stated.organizationName());
        if (person) {
            said.put(CustomerFields.MAIN_EMAIL, stated.email());
            said.put(CustomerFields.MAIN_PHONE, stated.phone());
            said.put(CustomerFields.MAIN_COUNTRY, stated.country());
        } else {
            said.put(CustomerFields.WEB_DOMAIN, stated.webDomain());
        }
        return said;
    }

    private void fill(Customer party, Field.One<Customer, String> field, @Nullable String value) {
        String now = field.get(party);
        if (value == null || (now != null && key(field, value).equals(key(field, now)))) {
            return;
        }
        ConversionStep.Kind kind = now == null ? ConversionStep.Kind.CHANGED : ConversionStep.Kind.REFUSED;
        steps.add(new ConversionStep(kind, "customer", party.id().value(), field.name(), now, value));
    }

    /** What is written in another way says nothing else: another letter case, a number without its country. */
    private String key(Field.One<Customer, String> field, String text) {
        if (field.equals(CustomerFields.NAME)) {
            return NameKey.of(text).value();
        }
        if (field.equals(CustomerFields.MAIN_EMAIL)) {
            return EmailAddress.parse(text).flatMap(EmailAddress::key).orElse(text);
        }
        return field.equals(CustomerFields.MAIN_PHONE)
                ? PhoneNumber.normalise(text, unit.settings().phoneRegion()).orElse(text)
                : text;
    }

    private void relationship() {
        boolean known = plan.person() instanceof PartyTarget.Existing person
                && plan.organization() instanceof PartyTarget.Existing organization
                && Ties.related(unit, person.id(), organization.id());
        if (namesBoth() && !known) {
            String type = RelationshipType.EMPLOYED_BY.code();
            steps.add(new ConversionStep(ConversionStep.Kind.CREATED, Ties.RELATIONSHIP, null, null, null, type));
        }
    }

    /** Whether a person and the organisation it asks for take part. */
    private boolean namesBoth() {
        return !(plan.person() instanceof PartyTarget.None) && !(plan.organization() instanceof PartyTarget.None);
    }

    private void deal(Lead lead) {
        if (plan.deal() instanceof DealTarget.New fresh) {
            steps.add(new ConversionStep(ConversionStep.Kind.CREATED, "opportunity", null, null, null, null));
            contact(null, fresh.deal()::names);
        }
        if (plan.deal() instanceof DealTarget.Existing existing) {
            Optional<Opportunity> found = unit.get(OpportunityRepository.class).findById(existing.id());
            if (found.isEmpty()) {
                obstacles.add("There is no opportunity " + existing.id() + ".");
                return;
            }
            Opportunity deal = found.get();
            seen.put(EntityRef.of(existing.id()), deal.revision());
            String id = existing.id().value();
            steps.add(new ConversionStep(ConversionStep.Kind.LINKED, "opportunity", id, null, null, null));
            link(
                    id,
                    OpportunityFields.LEAD,
                    deal.lead().map(LeadId::value).orElse(null),
                    plan.lead().value());
            link(
                    id,
                    OpportunityFields.CUSTOMER,
                    deal.customer().map(CustomerId::value).orElse(null),
                    buyer(lead));
            contact(id, party -> Ties.names(deal, party));
        }
    }

    private void link(String deal, Field<Opportunity, ?> field, @Nullable String now, @Nullable String to) {
        if (now == null || !now.equals(to)) {
            ConversionStep.Kind kind = now == null ? ConversionStep.Kind.CHANGED : ConversionStep.Kind.REFUSED;
            steps.add(new ConversionStep(kind, "opportunity", deal, field.name(), now, to));
        }
    }

    /** The id of who will buy; null while that party is yet to be registered. */
    private @Nullable String buyer(Lead lead) {
        boolean organization = lead.organization().isPresent() || !(plan.organization() instanceof PartyTarget.None);
        PartyTarget target = organization ? plan.organization() : plan.person();
        if (target instanceof PartyTarget.Existing existing) {
            return unit.repositories().redirects().resolve(existing.id()).value();
        }
        Optional<CustomerId> kept = organization ? lead.organization() : lead.person();
        return target instanceof PartyTarget.New
                ? null
                : kept.map(CustomerId::value).orElse(null);
    }

    private void contact(@Nullable String deal, Predicate<CustomerId> named) {
        CustomerId person = plan.person() instanceof PartyTarget.Existing existing
                ? unit.repositories().redirects().resolve(existing.id())
                : null;
        if (namesBoth() && (person == null || !named.test(person))) {
            steps.add(new ConversionStep(
                    ConversionStep.Kind.CHANGED,
                    "opportunity",
                    deal,
                    OpportunityFields.STAKEHOLDERS.name(),
                    null,
                    person == null ? null : person.value()));
        }
    }

    Conversion commit(ConversionPreview preview) {
        Optional<Conversion> before = unit.get(ConversionRepository.class).findById(plan.id());
        if (before.isPresent()) {
            return before.get();
        }
        checkSeen(preview);
        ConversionPreview now = preview();
        if (!now.obstacles().isEmpty()) {
            throw new RuleViolation(
                    "conversion-refused",
                    EntityRef.of(plan.lead()),
                    "Cannot convert lead " + plan.lead() + ": " + String.join(" ", now.obstacles()));
        }
        Lead lead = records.load(plan.lead());
        CustomerId person = target(plan.person(), lead, Profile.Kind.PERSON);
        CustomerId organization = target(plan.organization(), lead, Profile.Kind.ORGANIZATION);
        Lead moved = lead.reattach(
                person == null ? lead.person().orElse(null) : person,
                organization == null ? lead.organization().orElse(null) : organization);
        records.moveWhatIsAbout(lead, moved);
        RelationshipId relationship = null;
        if (person != null && organization != null && !Ties.related(unit, person, organization)) {
            relationship = Ties.relate(unit, person, organization);
        }
        Opportunity deal = deal(moved, organization == null ? null : person);
        LeadStatus converted = records.process().usual(LeadPhase.CONVERTED);
        records.save(
                LeadEvents.CONVERTED,
                lead,
                moved.convert(plan.id(), converted),
                Map.of("conversion", plan.id().value()));
        Conversion conversion = Conversion.builder(plan.id())
                .lead(lead.id())
                .person(person)
                .organization(organization)
                .opportunity(deal == null ? null : deal.id())
                .opportunityRevision(deal == null ? null : deal.revision())
                .steps(named(now.steps(), person, organization, relationship, deal))
                .statusBefore(lead.status())
                .reasonBefore(lead.statusReason().orElse(null))
                .personBefore(lead.person().orElse(null))
                .organizationBefore(lead.organization().orElse(null))
                .committedAt(unit.now())
                .committedBy(unit.actor())
                .build();
        return unit.get(ConversionRepository.class).save(List.of(conversion)).get(0);
    }

    private void checkSeen(ConversionPreview preview) {
        List<EntityRef> stale = new ArrayList<>();
        ConversionPreview now = new Conversions(unit, plan).preview();
        now.seen().forEach((ref, revision) -> {
            if (!revision.equals(preview.seen().get(ref))) {
                stale.add(ref);
            }
        });
        preview.seen().keySet().stream()
                .filter(ref -> !now.seen().containsKey(ref))
                .forEach(stale::add);
        if (!stale.isEmpty()) {
            throw new StaleRevision(stale);
        }
    }

    private @Nullable CustomerId target(PartyTarget target, Lead lead, Profile.Kind kind) {
        Customers customers = new Customers(Units.joining(unit));
        if (target instanceof PartyTarget.New fresh) {
            return customers.register(fresh.party()).id();
        }
        if (target instanceof PartyTarget.Existing existing) {
            return customers
                    .change(existing.id(), party -> {
                        Customer after = party.establish();
                        for (var said : said(kind, lead.stated()).entrySet()) {
                            boolean blank = said.getKey().get(party) == null && said.getValue() != null;
                            after = blank ? said.getKey().set(after, said.getValue()) : after;
                        }
                        return after;
                    })
                    .id();
        }
        return null;
    }

    private @Nullable Opportunity deal(Lead lead, @Nullable CustomerId contact) {
        Opportunity deal = linked(lead);
        return deal == null || contact == null || Ties.names(deal, contact)
                ? deal
                : Ties.addContact(unit, deal, contact);
    }

    private @Nullable Opportunity linked(Lead lead) {
        Opportunities deals = new Opportunities(Units.joining(unit));
        CustomerId buyer = lead.organization().or(lead::person).orElseThrow();
        if (plan.deal() instanceof DealTarget.New fresh) {
            NewOpportunity said = fresh.deal().lead(lead.id());
            Opportunity opened = deals.open(said);
            return opened.customer().isPresent() ? opened : deals.linkCustomer(opened.id(), buyer);
        }
        if (plan.deal() instanceof DealTarget.Existing existing) {
            OpportunityId id = existing.id();
            Opportunity deal = deals.get(id);
            deal = deal.lead().isEmpty() ? deals.set(id, OpportunityFields.LEAD, lead.id()) : deal;
            return deal.customer().isEmpty() ? deals.linkCustomer(id, buyer) : deal;
        }
        return null;
    }

    /** The steps with the ids that created records got. */
    private static List<ConversionStep> named(
            List<ConversionStep> steps,
            @Nullable CustomerId person,
            @Nullable CustomerId organization,
            @Nullable RelationshipId relationship,
            @Nullable Opportunity deal) {
        CustomerId buyer = organization == null ? person : organization;
        List<ConversionStep> named = new ArrayList<>();
        for (ConversionStep step : steps) {
            Id created = switch (step.entity()) {
                case "opportunity" -> deal == null ? null : deal.id();
                case Ties.RELATIONSHIP -> relationship;
                default -> "person".equals(step.to()) ? person : organization;
            };
            Id party = OpportunityFields.STAKEHOLDERS.name().equals(step.field()) ? person : buyer;
            boolean unnamed = step.kind() == ConversionStep.Kind.CHANGED && step.to() == null;
            named.add(new ConversionStep(
                    step.kind(),
                    step.entity(),
                    step.id() == null && created != null ? created.value() : step.id(),
                    step.field(),
                    step.from(),
                    unnamed && party != null ? party.value() : step.to()));
        }
        return named;
    }
}
