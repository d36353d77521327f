package org.sambandh.crm.lead;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Brand;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.LeadId;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.Profile;
import org.sambandh.crm.store.Unit;
import org.sambandh.crm.store.Units;

/**
 * Touches by parties that are known already, so that nobody needs to be matched: a response to a campaign, a promise on the
 * telephone. The same touch told twice (instant, origin and what arrived) counts once.
 */
public final class LeadTouches {

    private final Units units;

    /**
     * Makes the service.
     *
     * @param units where its units of work come from
     */
    public LeadTouches(Units units) {
        this.units = units;
    }

    /**
     * Adds a touch to the open enquiry of a party that was touched last. No enquiry is made of it.
     *
     * @param party the party, also under an id that was merged
     * @param origin from where
     * @param at when, between 1970 and now; before the enquiry's first touch it counts as the second, for what arrived first
     *     stays first
     * @return the enquiry, or nothing if the party has none that is open
     * @throws org.sambandh.crm.common.NotFound if there is no such party
     * @throws Invalid if it is not yet, or before 1970
     */
    public Optional<Lead> touch(CustomerId party, Origin origin, Instant at) {
        return units.run(unit -> {
            CustomerId known = LeadParties.existing(unit, party).id();
            Touch touch = touch(unit, at, origin, null);
            return open(unit, known).map(lead -> touched(unit, lead, touch, null));
        });
    }

    /**
     * Takes in an enquiry of a party: a touch of the open one, if that was touched within the tenant's time, or a new one.
     *
     * @param party the party, also under an id that was merged
     * @param origin from where
     * @param at when, between 1970 and now
     * @param captured what arrived, byte for byte, at most 262,144 characters; or null
     * @param brand under which name it was asked, or null; kept where the enquiry has none yet
     * @return the enquiry
     * @throws org.sambandh.crm.common.NotFound if there is no such party
     * @throws Invalid if it is not yet, before 1970, or too much arrived
     */
    public Lead enquire(CustomerId party, Origin origin, Instant at, @Nullable String captured, @Nullable Brand brand) {
        return units.run(unit -> {
            Customer known = LeadParties.existing(unit, party);
            Touch touch = touch(unit, at, origin, captured);
            Optional<Lead> open = open(unit, known.id())
                    .filter(lead -> lead.takesIn(at, unit.settings().sameLeadWithin()));
            if (open.isPresent()) {
                return touched(unit, open.get(), touch, brand);
            }
            boolean organization = known.kind() == Profile.Kind.ORGANIZATION;
            LeadRecords records = new LeadRecords(unit);
            Lead lead = Lead.builder(unit.newId(LeadId.class, LeadId::new))
                    .person(organization ? null : known.id())
                    .organization(organization ? known.id() : null)
                    .touches(List.of(touch))
                    .brand(brand)
                    .status(records.process().usual(LeadPhase.NEW))
                    .build();
            return records.save(
                    LeadEvents.RECEIVED, null, lead, Map.of("kind", touch.kind().name()));
        });
    }

    private static Optional<Lead> open(Unit unit, CustomerId party) {
        return new Leads(Units.joining(unit))
                .of(party).stream()
                        .filter(lead -> lead.isOpen() && lead.touches().size() < Lead.MAX_TOUCHES)
                        .max(Comparator.comparing(Lead::lastTouchAt).thenComparing(Lead::id));
    }

    private static Touch touch(Unit unit, Instant at, Origin origin, @Nullable String captured) {
        if (at.isAfter(unit.now()) || at.isBefore(Instant.EPOCH)) {
            throw new Invalid("touch.at", "between 1970 and now, " + unit.now());
        }
        return new Touch(at, origin, captured, null, null, IntakeKind.ATTACHED, List.of(), List.of());
    }

    private static Lead touched(Unit unit, Lead before, Touch touch, @Nullable Brand brand) {
        if (before.touches().contains(touch)) {
            return before;
        }
        List<Touch> touches = new ArrayList<>(before.touches());
        int place = touches.size();
        while (place > 1 && touch.at().isBefore(touches.get(place - 1).at())) {
            place--;
        }
        touches.add(place, touch);
        Lead after = before.toBuilder()
                .touches(touches)
                .brand(before.brand().orElse(brand))
                .build();
        return new LeadRecords(unit)
                .save(
                        LeadEvents.TOUCHED,
                        before,
                        after,
                        Map.of("kind", touch.kind().name()));
    }
}
