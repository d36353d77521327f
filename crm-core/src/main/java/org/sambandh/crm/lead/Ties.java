package org.sambandh.crm.lead;

import java.time.LocalDate;
import java.util.List;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.RelationshipId;
import org.sambandh.crm.common.Validity;
import org.sambandh.crm.customer.NewRelationship;
import org.sambandh.crm.customer.Relationship;
import org.sambandh.crm.customer.RelationshipRepository;
import org.sambandh.crm.customer.RelationshipType;
import org.sambandh.crm.customer.Relationships;
import org.sambandh.crm.pipeline.Opportunities;
import org.sambandh.crm.pipeline.Opportunity;
import org.sambandh.crm.pipeline.Stakeholder;
import org.sambandh.crm.store.Unit;
import org.sambandh.crm.store.Units;

/** What a conversion ties together: a person to the organisation it asks for, and to the deal of that organisation. */
final class Ties {

    static final String RELATIONSHIP = "relationship";

    private Ties() {}

    /** Whether the two stand in a relationship, of whatever type, that has not ended. */
    static boolean related(Unit unit, CustomerId person, CustomerId organization) {
        LocalDate today = unit.moment().date();
        return between(unit, person, organization).stream().anyMatch(r -> {
            LocalDate until = r.validity().until();
            return until == null || until.isAfter(today);
        });
    }

    private static List<Relationship> between(Unit unit, CustomerId person, CustomerId organization) {
        CustomerId one = unit.repositories().redirects().resolve(person);
        CustomerId other = unit.repositories().redirects().resolve(organization);
        return new Relationships(Units.joining(unit))
                .of(one).stream().filter(r -> r.other(one).equals(other)).toList();
    }

    /** Nobody said since when the person works there; it is known to be from now on where an older job ended. */
    static RelationshipId relate(Unit unit, CustomerId person, CustomerId organization) {
        boolean older = !between(unit, person, organization).isEmpty();
        Validity days = older ? Validity.from(unit.moment().date()) : Validity.ALWAYS;
        return new Relationships(Units.joining(unit))
                .relate(NewRelationship.of(person, RelationshipType.EMPLOYED_BY, organization)
                        .during(days))
                .id();
    }

    /** Takes the relationship back that a conversion made, unless somebody said more of it since. */
    static void unrelate(Unit unit, RelationshipId id) {
        boolean untouched = unit.get(RelationshipRepository.class)
                .findById(id)
                .filter(r -> r.type().equals(RelationshipType.EMPLOYED_BY)
                        && r.roleTitle().isEmpty()
                        && r.validity().until() == null
                        && r.externalRefs().isEmpty())
                .isPresent();
        if (untouched) {
            new Relationships(Units.joining(unit)).delete(id);
        }
    }

    static boolean names(Opportunity deal, CustomerId party) {
        return deal.customer().filter(party::equals).isPresent()
                || deal.stakeholders().stream().anyMatch(s -> s.party().equals(party));
    }

    /** Who asked is the one to call first, unless somebody else is. */
    static Opportunity addContact(Unit unit, Opportunity deal, CustomerId person) {
        Stakeholder contact = Stakeholder.of(person, Stakeholder.CONTACT);
        boolean first = deal.stakeholders().stream().noneMatch(Stakeholder::primary);
        return new Opportunities(Units.joining(unit)).addStakeholder(deal.id(), first ? contact.asPrimary() : contact);
    }
}
