package org.sambandh.crm.lead;

import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.is;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.LeadId;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.customer.CustomerFields;
import org.sambandh.crm.customer.Customers;
import org.sambandh.crm.customer.EmailAddress;
import org.sambandh.crm.customer.NewCustomer;
import org.sambandh.crm.customer.PartyIdentifier;
import org.sambandh.crm.store.Unit;
import org.sambandh.crm.store.Units;

/** Takes an enquiry in, within one unit of work. */
final class Intake {

    private final Unit unit;
    private final LeadRecords records;

    Intake(Unit unit) {
        this.unit = unit;
        this.records = new LeadRecords(unit);
    }

    IntakeResult receive(Enquiry said) {
        String digest = Digest.of(said);
        Optional<IntakeResult> before = answered(said, digest);
        if (before.isPresent()) {
            return before.get();
        }
        if (!anyPerson(said) && !anyOrganization(said)) {
            return new IntakeResult.Refused(
                    List.of(
                            "Nothing identifies anybody: give a name, an e-mail address, a telephone number or an identifier."));
        }
        Enquiry enquiry = introduced(said);
        Matching matching = new Matching(unit);
        Match person = anyPerson(enquiry) ? matching.person(enquiry) : Match.none(false, List.of(), Map.of());
        Match organization = matching.organization(enquiry);
        if (!anyOrganization(enquiry) && organization.party() == null) {
            organization = Match.none(false, List.of(), Map.of());
        }
        CustomerId personId = person.party();
        if (personId == null && anyPerson(enquiry)) {
            personId = registerPerson(enquiry);
        }
        CustomerId organizationId = organization.party();
        if (organizationId == null && anyOrganization(enquiry)) {
            organizationId = registerOrganization(enquiry);
        }
        Touch touch = touch(enquiry, digest, person, organization);
        Lead lead = keep(enquiry, touch, personId, organizationId, touch.kind() == IntakeKind.ATTACHED);
        if (personId != null) {
            keepCandidates(person, personId, lead.id());
        }
        if (organizationId != null) {
            keepCandidates(organization, organizationId, lead.id());
        }
        return result(lead, lead.touches().size() - 1);
    }

    /** A person or an organisation that nothing but its own statements identify is not known by an e-mail that is none. */
    private static boolean anyPerson(Enquiry e) {
        return e.personName != null
                || !e.identifiers.isEmpty()
                || !Matching.emails(e).isEmpty()
                || e.phones.stream().anyMatch(Intake::hasDigits);
    }

    private static boolean hasDigits(String phone) {
        return phone.length() <= 100 && phone.chars().filter(Character::isDigit).count() >= 5;
    }

    private static boolean anyOrganization(Enquiry e) {
        return e.organizationName != null || e.webDomain != null || !e.organizationIdentifiers.isEmpty();
    }

    private Optional<IntakeResult> answered(Enquiry enquiry, String digest) {
        String key = enquiry.idempotencyKey;
        if (key == null) {
            return Optional.empty();
        }
        Optional<Lead> known =
                LeadParties.all(unit, LeadRepository.class, where(LeadFields.IDEMPOTENCY_KEYS, is(key))).stream()
                        .findFirst();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        Lead lead = known.get();
        for (int i = 0; i < lead.touches().size(); i++) {
            Touch touch = lead.touches().get(i);
            if (!key.equals(touch.idempotencyKey())) {
                continue;
            }
            if (touch.digest() != null && !touch.digest().equals(digest)) {
                throw new RuleViolation(
                        "idempotency-conflict",
                        EntityRef.of(lead.id()),
                        "The key of this delivery was used before with other content. Use a new key.");
            }
            return Optional.of(result(lead, i));
        }
        return Optional.empty();
    }

    private Enquiry introduced(Enquiry enquiry) {
        CustomerId by = enquiry.introducedBy;
        return by == null
                ? enquiry
                : enquiry.introducedBy(LeadParties.existing(unit, by).id());
    }

    private CustomerId registerPerson(Enquiry e) {
        NewCustomer party = e.personName == null ? NewCustomer.person() : NewCustomer.person(e.personName);
        for (EmailAddress email : Matching.emails(e)) {
            party = party.email(email.written());
        }
        for (String phone : e.phones) {
            party = hasDigits(phone) ? party.phone(phone) : party;
        }
        for (PartyIdentifier identifier : e.identifiers) {
            party = party.identifier(identifier);
        }
        if (e.country != null) {
            party = party.country(e.country);
        }
        return register(e, party);
    }

    private CustomerId registerOrganization(Enquiry e) {
        NewCustomer party =
                e.organizationName == null ? NewCustomer.organization() : NewCustomer.organization(e.organizationName);
        if (e.webDomain != null && !unit.settings().publicMailDomains().contains(e.webDomain)) {
            party = party.set(CustomerFields.WEB_DOMAIN, e.webDomain);
        }
        for (PartyIdentifier identifier : e.organizationIdentifiers) {
            party = party.identifier(identifier);
        }
        if (e.country != null && !anyPerson(e)) {
            party = party.country(e.country);
        }
        return register(e, party);
    }

    private CustomerId register(Enquiry e, NewCustomer party) {
        NewCustomer known = e.origin.source() == null ? party : party.source(e.origin.source());
        return new Customers(Units.joining(unit)).registerProvisional(known).id();
    }

    private Touch touch(Enquiry e, String digest, Match person, Match organization) {
        List<String> reasons = new ArrayList<>(anyPerson(e) ? person.reasons() : List.of());
        reasons.addAll(organization.reasons());
        boolean ambiguous = person.ambiguous() || organization.ambiguous();
        boolean allKnown =
                (person.party() != null || !anyPerson(e)) && (organization.party() != null || !anyOrganization(e));
        IntakeKind kind = ambiguous ? IntakeKind.AMBIGUOUS : allKnown ? IntakeKind.ATTACHED : IntakeKind.REGISTERED;
        return new Touch(
                unit.now(),
                e.origin,
                e.captured,
                e.idempotencyKey,
                digest,
                kind,
                reasons,
                Matching.candidates(person, organization));
    }

    private Lead keep(
            Enquiry e, Touch touch, @Nullable CustomerId person, @Nullable CustomerId organization, boolean known) {
        Optional<Lead> open = known ? open(e, person, organization) : Optional.empty();
        if (open.isPresent()) {
            Lead before = open.get();
            List<ConsentEvidence> consents = new ArrayList<>(before.consents());
            consents.addAll(e.consents);
            List<ExternalRef> refs = new ArrayList<>(before.externalRefs());
            e.externalRefs.stream().filter(ref -> !refs.contains(ref)).forEach(refs::add);
            Lead after = before.touch(touch).toBuilder()
                    .stated(before.stated().or(stated(e)))
                    .consents(consents)
                    .externalRefs(refs)
                    .product(before.product().orElse(e.product))
                    .productText(before.productText().orElse(e.productText))
                    .brand(before.brand().orElse(e.brand))
                    .build();
            return records.save(
                    LeadEvents.TOUCHED,
                    before,
                    after,
                    Map.of("kind", touch.kind().name()));
        }
        Lead fresh = Lead.builder(unit.newId(LeadId.class, LeadId::new))
                .externalRefs(e.externalRefs)
                .stated(stated(e))
                .person(person)
                .organization(organization)
                .introducedBy(e.introducedBy)
                .touches(List.of(touch))
                .consents(e.consents)
                .brand(e.brand)
                .product(e.product)
                .productText(e.productText)
                .status(records.process().usual(LeadPhase.NEW))
                .ownership(e.owner)
                .attributes(e.attributes)
                .build();
        return records.save(
                LeadEvents.RECEIVED, null, fresh, Map.of("kind", touch.kind().name()));
    }

    private static Stated stated(Enquiry e) {
        return new Stated(
                e.personName,
                Matching.emails(e).stream()
                        .map(EmailAddress::written)
                        .findFirst()
                        .orElse(null),
                e.phones.stream().filter(Intake::hasDigits).findFirst().orElse(null),
                e.country,
                e.organizationName,
                e.webDomain);
    }

    /** The lead of the same party about the same product, or none, that was touched last and is still open. */
    private Optional<Lead> open(Enquiry e, @Nullable CustomerId person, @Nullable CustomerId organization) {
        CustomerId party = person != null ? person : organization;
        if (party == null) {
            return Optional.empty();
        }
        return LeadParties.all(unit, LeadRepository.class, where(LeadFields.PARTIES, is(party))).stream()
                .filter(lead -> lead.takesIn(unit.now(), unit.settings().sameLeadWithin()))
                .filter(lead -> Objects.equals(lead.person().orElse(null), person))
                .filter(lead -> organization == null
                        || lead.organization().isEmpty()
                        || lead.organization().equals(Optional.of(organization)))
                .filter(lead -> sameProduct(lead, e))
                .max(Comparator.comparing(Lead::lastTouchAt));
    }

    private static boolean sameProduct(Lead lead, Enquiry e) {
        boolean openLead = lead.product().isEmpty() && lead.productText().isEmpty();
        boolean openEnquiry = e.product == null && e.productText == null;
        if (openLead || openEnquiry) {
            return true;
        }
        if (lead.product().isPresent() && e.product != null) {
            return lead.product().get().equals(e.product);
        }
        return lead.productText().equals(Optional.ofNullable(e.productText));
    }

    private void keepCandidates(Match match, CustomerId party, LeadId lead) {
        match.candidates().forEach((other, reasons) -> Candidates.keep(unit, party, other, reasons, lead));
    }

    private IntakeResult result(Lead lead, int index) {
        Touch touch = lead.touches().get(index);
        CustomerId person = lead.person().orElse(null);
        CustomerId organization = lead.organization().orElse(null);
        List<CustomerId> candidates = touch.candidates().stream()
                .map(id -> unit.repositories().redirects().resolve(id))
                .toList();
        boolean touched = index > 0;
        return switch (touch.kind()) {
            case ATTACHED -> new IntakeResult.Attached(lead.id(), person, organization, touched, touch.reasons());
            case REGISTERED ->
                new IntakeResult.Registered(lead.id(), person, organization, touched, candidates, touch.reasons());
            case AMBIGUOUS ->
                new IntakeResult.Ambiguous(lead.id(), person, organization, touched, candidates, touch.reasons());
        };
    }
}
