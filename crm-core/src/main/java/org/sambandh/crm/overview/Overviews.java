package org.sambandh.crm.overview;

import static org.sambandh.crm.condition.Conditions.all;
import static org.sambandh.crm.condition.Conditions.any;
import static org.sambandh.crm.condition.Conditions.not;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.atLeast;
import static org.sambandh.crm.condition.Tests.atMost;
import static org.sambandh.crm.condition.Tests.is;
import static org.sambandh.crm.condition.Tests.present;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sambandh.crm.callcentre.CallEntryFields;
import org.sambandh.crm.callcentre.CallEntryRepository;
import org.sambandh.crm.campaign.CampaignMemberFields;
import org.sambandh.crm.campaign.CampaignMemberRepository;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.Money;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.CustomerRepository;
import org.sambandh.crm.customer.Relationship;
import org.sambandh.crm.customer.RelationshipFields;
import org.sambandh.crm.customer.RelationshipRepository;
import org.sambandh.crm.interaction.Interactions;
import org.sambandh.crm.lead.Lead;
import org.sambandh.crm.lead.LeadFields;
import org.sambandh.crm.lead.LeadRepository;
import org.sambandh.crm.pipeline.Opportunity;
import org.sambandh.crm.pipeline.OpportunityFields;
import org.sambandh.crm.pipeline.OpportunityRepository;
import org.sambandh.crm.purchase.Credits;
import org.sambandh.crm.purchase.Invoice;
import org.sambandh.crm.purchase.Invoices;
import org.sambandh.crm.purchase.Purchase;
import org.sambandh.crm.purchase.PurchaseSummary;
import org.sambandh.crm.purchase.Purchases;
import org.sambandh.crm.purchase.Receivables;
import org.sambandh.crm.scoring.ScoreSnapshot;
import org.sambandh.crm.scoring.ScoreSnapshotFields;
import org.sambandh.crm.scoring.ScoreSnapshotRepository;
import org.sambandh.crm.segment.Segment;
import org.sambandh.crm.segment.SegmentMembership;
import org.sambandh.crm.segment.SegmentMembershipFields;
import org.sambandh.crm.segment.SegmentMembershipRepository;
import org.sambandh.crm.segment.SegmentRepository;
import org.sambandh.crm.store.Order;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Unit;
import org.sambandh.crm.store.Units;
import org.sambandh.crm.survey.SurveyFields;
import org.sambandh.crm.survey.SurveyResponseRepository;
import org.sambandh.crm.task.Tasks;
import org.sambandh.crm.ticket.Tickets;

/** Answers "who is this, and where do we stand" in one call. */
public final class Overviews {

    private static final int SHOWN = 20;
    private static final int MOST_RELATED = 100;
    private static final int MOST_SEGMENTS = 100;
    private static final int MOST_SCORES = 100;

    private final Units units;

    /**
     * Makes the service.
     *
     * @param units where its units of work come from
     */
    public Overviews(Units units) {
        this.units = units;
    }

    /**
     * Returns everything around a party: a fixed number of bounded reads in one transaction, however much there is.
     *
     * @param id the party, also under an id that was merged
     * @return the overview
     * @throws NotFound if there is no such party
     */
    public Customer360 of(CustomerId id) {
        return units.run(unit -> {
            CustomerId party = unit.repositories().redirects().resolve(id);
            Customer customer = unit.get(CustomerRepository.class)
                    .findById(party)
                    .orElseThrow(() -> new NotFound(EntityRef.of(id)));
            Units here = Units.joining(unit);
            return new Customer360(
                    unit.moment(),
                    customer,
                    related(unit, party),
                    new Interactions(here).timeline(party, SHOWN),
                    excerpt(new Tasks(here).open(party, SHOWN)),
                    leads(unit, party),
                    deals(unit, party),
                    dealings(unit, party),
                    excerpt(new Tickets(here).open(party, SHOWN)),
                    outreach(unit, party),
                    segments(unit, party),
                    scores(unit, party));
        });
    }

    private static Excerpt<RelatedParty> related(Unit unit, CustomerId party) {
        Page<Relationship> page = unit.get(RelationshipRepository.class)
                .find(Query.of(connecting(party, unit.moment().date()), unit.moment())
                        .limit(MOST_RELATED));
        List<CustomerId> others =
                page.items().stream().map(r -> r.other(party)).distinct().toList();
        Map<CustomerId, Customer> byId = new HashMap<>();
        unit.get(CustomerRepository.class).findAllById(others).forEach(other -> byId.put(other.id(), other));
        List<RelatedParty> related = new ArrayList<>();
        for (Relationship relationship : page.items()) {
            Customer other = byId.get(relationship.other(party));
            if (other != null) {
                related.add(new RelatedParty(relationship, other));
            }
        }
        return new Excerpt<>(related, page.next().isPresent());
    }

    private static Condition<Relationship> connecting(CustomerId party, LocalDate day) {
        return all(
                any(where(RelationshipFields.FROM, is(party)), where(RelationshipFields.TO, is(party))),
                not(where(RelationshipFields.VALID_FROM, atLeast(day.plusDays(1)))),
                not(where(RelationshipFields.VALID_UNTIL, atMost(day))));
    }

    private static Excerpt<Lead> leads(Unit unit, CustomerId party) {
        return excerpt(unit.get(LeadRepository.class)
                .find(Query.of(
                                all(where(LeadFields.PARTIES, is(party)), where(LeadFields.OPEN, is(true))),
                                unit.moment())
                        .orderBy(Order.descending(LeadFields.LAST_TOUCH_AT))
                        .limit(SHOWN)));
    }

    private static OpenDeals deals(Unit unit, CustomerId party) {
        Page<Opportunity> page = unit.get(OpportunityRepository.class)
                .find(Query.of(
                                all(
                                        where(OpportunityFields.CUSTOMER, is(party)),
                                        where(OpportunityFields.OPEN, is(true))),
                                unit.moment())
                        .orderBy(Order.by(OpportunityFields.EXPECTED_CLOSE))
                        .limit(OpenDeals.MOST));
        List<Opportunity> deals = page.items();
        Map<String, Money> totals = new TreeMap<>();
        int withoutAmount = 0;
        for (Opportunity deal : deals) {
            if (deal.amount().isEmpty()) {
                withoutAmount++;
            } else {
                Money amount = deal.amount().orElseThrow();
                totals.merge(amount.currency().getCurrencyCode(), amount, Money::plus);
            }
        }
        List<Opportunity> first = deals.subList(0, Math.min(SHOWN, deals.size()));
        return new OpenDeals(
                new Excerpt<>(first, deals.size() > SHOWN),
                deals.size(),
                List.copyOf(totals.values()),
                withoutAmount,
                page.next().isEmpty());
    }

    private static Dealings dealings(Unit unit, CustomerId party) {
        Units here = Units.joining(unit);
        Page<Purchase> purchases = new Purchases(here).latest(party, Dealings.MOST);
        List<Purchase> first =
                purchases.items().subList(0, Math.min(SHOWN, purchases.items().size()));
        Page<Invoice> invoices = new Invoices(here).open(party, Dealings.MOST);
        return new Dealings(
                new Excerpt<>(first, purchases.items().size() > SHOWN),
                PurchaseSummary.of(purchases.items(), purchases.next().isEmpty()),
                Receivables.of(
                        unit.moment().date(), invoices.items(), invoices.next().isEmpty()),
                new Credits(here).of(party));
    }

    private static Outreach outreach(Unit unit, CustomerId party) {
        return new Outreach(
                excerpt(unit.get(CampaignMemberRepository.class)
                        .find(Query.of(where(CampaignMemberFields.PARTY, is(party)), unit.moment())
                                .orderBy(Order.descending(CampaignMemberFields.TARGETED_AT))
                                .limit(SHOWN))),
                excerpt(unit.get(CallEntryRepository.class)
                        .find(Query.of(
                                        all(
                                                where(CallEntryFields.PARTY, is(party)),
                                                where(CallEntryFields.OPEN, is(true))),
                                        unit.moment())
                                .orderBy(Order.descending(CallEntryFields.ENLISTED_AT))
                                .limit(SHOWN))),
                excerpt(unit.get(SurveyResponseRepository.class)
                        .find(Query.of(where(SurveyFields.PARTY, is(party)), unit.moment())
                                .orderBy(Order.descending(SurveyFields.ANSWERED_AT))
                                .limit(SHOWN))));
    }

    private static Excerpt<CurrentSegment> segments(Unit unit, CustomerId party) {
        EntityRef ref = EntityRef.of(party);
        Page<SegmentMembership> page = unit.get(SegmentMembershipRepository.class)
                .find(Query.of(
                                all(
                                        where(SegmentMembershipFields.SUBJECT_ID, is(ref.id())),
                                        where(SegmentMembershipFields.KIND, is(ref.kind())),
                                        not(where(SegmentMembershipFields.UNTIL, present()))),
                                unit.moment())
                        .orderBy(Order.by(SegmentMembershipFields.SEGMENT))
                        .limit(MOST_SEGMENTS));
        Map<SegmentId, Segment> byId = new HashMap<>();
        unit.get(SegmentRepository.class)
                .findAllById(page.items().stream()
                        .map(SegmentMembership::segment)
                        .distinct()
                        .toList())
                .forEach(segment -> byId.put(segment.id(), segment));
        List<CurrentSegment> current = new ArrayList<>();
        for (SegmentMembership membership : page.items()) {
            Segment segment = byId.get(membership.segment());
            if (segment != null && !segment.archived()) {
                current.add(new CurrentSegment(segment.id(), segment.name(), membership.since()));
            }
        }
        return new Excerpt<>(current, page.next().isPresent());
    }

    private static List<ScoreSnapshot> scores(Unit unit, CustomerId party) {
        EntityRef ref = EntityRef.of(party);
        return unit.get(ScoreSnapshotRepository.class)
                .find(Query.of(
                                all(
                                        where(ScoreSnapshotFields.LATEST_OF, is(ref.id())),
                                        where(ScoreSnapshotFields.KIND, is(ref.kind()))),
                                unit.moment())
                        .limit(MOST_SCORES))
                .items();
    }

    private static <T> Excerpt<T> excerpt(Page<T> page) {
        return new Excerpt<>(page.items(), page.next().isPresent());
    }
}
