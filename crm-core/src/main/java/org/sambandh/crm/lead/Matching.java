package org.sambandh.crm.lead;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Tests;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.CustomerFields;
import org.sambandh.crm.customer.CustomerRepository;
import org.sambandh.crm.customer.Customers;
import org.sambandh.crm.customer.EmailAddress;
import org.sambandh.crm.customer.NameKey;
import org.sambandh.crm.customer.PartyIdentifier;
import org.sambandh.crm.customer.Profile;
import org.sambandh.crm.customer.Scope;
import org.sambandh.crm.settings.TenantSettings;
import org.sambandh.crm.store.Unit;
import org.sambandh.crm.store.Units;

/** The rules by which an enquiry is given to a known party; told in words at {@link Leads#receive}. */
final class Matching {

    private final Unit unit;
    private final Customers customers;
    private final TenantSettings settings;

    Matching(Unit unit) {
        this.unit = unit;
        this.customers = new Customers(Units.joining(unit));
        this.settings = unit.settings();
    }

    Match person(Enquiry enquiry) {
        Match.Evidence evidence = new Match.Evidence();
        byIdentifiers(enquiry.identifiers, Profile.Kind.PERSON, evidence);
        if (evidence.decisive.isEmpty()) {
            NameKey name = key(enquiry.personName);
            for (EmailAddress email : emails(enquiry)) {
                boolean role = settings.roleMailboxes().contains(email.mailbox());
                point("e-mail", customers.findByEmail(email.written(), Scope.ALL), name, role, evidence);
            }
            for (String phone : enquiry.phones) {
                point("phone", customers.findByPhone(phone, Scope.ALL), name, false, evidence);
            }
        }
        return evidence.match("the person is known", "the person is not known for sure");
    }

    private void byIdentifiers(List<PartyIdentifier> identifiers, Profile.Kind kind, Match.Evidence evidence) {
        for (PartyIdentifier identifier : identifiers) {
            List<Customer> known = customers.findByIdentifier(identifier, Scope.ALL);
            for (Customer party : known) {
                if (party.kind() != kind) {
                    continue;
                }
                boolean exclusive = identifier.sharing() == PartyIdentifier.Sharing.EXCLUSIVE
                        && party.identifiers().stream()
                                .filter(i -> i.key().equals(identifier.key()))
                                .allMatch(i -> i.sharing() == PartyIdentifier.Sharing.EXCLUSIVE);
                if (exclusive) {
                    evidence.decides(party.id(), "same " + identifier.type());
                } else {
                    evidence.hints(party.id(), "same " + identifier.type() + ", which several may have", true);
                }
            }
        }
    }

    /** A point that others hold too, or that many read, needs a name that agrees; silence is not enough then. */
    private static void point(
            String what, List<Customer> holders, NameKey name, boolean role, Match.Evidence evidence) {
        boolean alone = holders.size() == 1 && !role;
        for (Customer holder : holders) {
            if (holder.kind() != Profile.Kind.PERSON) {
                continue;
            }
            NameKey known = key(holder.name().map(n -> n.written()).orElse(null));
            boolean silent = name.isEmpty() || known.isEmpty();
            if (!agrees(holder, name, known)) {
                evidence.hints(holder.id(), "same " + what + ", names differ", false);
            } else if (alone) {
                evidence.decides(
                        holder.id(), "same " + what + (silent ? ", a name is missing" : ", names do not differ"));
            } else if (!silent) {
                evidence.decides(holder.id(), "same " + what + ", which others have too, and names do not differ");
            } else {
                evidence.hints(holder.id(), "same " + what + ", which others have too, and no name to compare", true);
            }
        }
    }

    private static boolean agrees(Customer holder, NameKey name, NameKey known) {
        return name.agreesWith(known)
                || holder.otherNames().stream()
                        .anyMatch(other -> name.agreesWith(key(other.name().written())));
    }

    private static NameKey key(@Nullable String name) {
        return NameKey.of(name == null ? "" : name);
    }

    static List<EmailAddress> emails(Enquiry enquiry) {
        List<EmailAddress> emails = new ArrayList<>();
        enquiry.emails.forEach(text -> EmailAddress.parse(text).ifPresent(emails::add));
        return emails;
    }

    Match organization(Enquiry enquiry) {
        Match.Evidence evidence = new Match.Evidence();
        byIdentifiers(enquiry.organizationIdentifiers, Profile.Kind.ORGANIZATION, evidence);
        if (evidence.decisive.isEmpty()) {
            domains(enquiry).forEach(domain -> {
                for (Customer party : registered(domain)) {
                    evidence.decides(party.id(), "the domain is registered to it");
                }
            });
        }
        return evidence.match("the organisation is known", "the organisation is not known for sure");
    }

    private List<String> domains(Enquiry enquiry) {
        List<String> domains = new ArrayList<>();
        Optional.ofNullable(enquiry.webDomain)
                .map(d -> d.toLowerCase(Locale.ROOT))
                .ifPresent(domains::add);
        if (domains.isEmpty()) {
            emails(enquiry).forEach(email -> domains.add(email.domain()));
        }
        Set<String> open = settings.publicMailDomains();
        return domains.stream().filter(d -> !open.contains(d)).distinct().toList();
    }

    private List<Customer> registered(String domain) {
        return LeadParties.all(
                        unit, CustomerRepository.class, Conditions.where(CustomerFields.WEB_DOMAIN, Tests.is(domain)))
                .stream()
                .filter(c -> c.kind() == Profile.Kind.ORGANIZATION)
                .toList();
    }

    static List<CustomerId> candidates(Match person, Match organization) {
        List<CustomerId> all = new ArrayList<>(person.candidates().keySet());
        all.addAll(organization.candidates().keySet());
        return all;
    }
}
