package org.sambandh.crm.tck;

import static org.sambandh.crm.tck.Samples.id;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.Brand;
import org.sambandh.crm.common.CampaignId;
import org.sambandh.crm.common.ConversionId;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.DuplicateCandidateId;
import org.sambandh.crm.common.LeadId;
import org.sambandh.crm.common.LeadProcessId;
import org.sambandh.crm.common.OpportunityId;
import org.sambandh.crm.common.ProductId;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.lead.CandidateStatus;
import org.sambandh.crm.lead.ConsentEvidence;
import org.sambandh.crm.lead.Conversion;
import org.sambandh.crm.lead.ConversionStep;
import org.sambandh.crm.lead.DiscardReason;
import org.sambandh.crm.lead.DiscardedLead;
import org.sambandh.crm.lead.DuplicateCandidate;
import org.sambandh.crm.lead.IntakeKind;
import org.sambandh.crm.lead.Lead;
import org.sambandh.crm.lead.LeadPhase;
import org.sambandh.crm.lead.LeadProcess;
import org.sambandh.crm.lead.LeadStatus;
import org.sambandh.crm.lead.Origin;
import org.sambandh.crm.lead.Qualification;
import org.sambandh.crm.lead.Stated;
import org.sambandh.crm.lead.Touch;

/** Enquiries and what becomes of them. */
final class LeadSamples {

    private LeadSamples() {}

    static Lead lead(String id, int n) {
        LeadStatus status = Varied.one(
                n,
                1,
                new LeadStatus("converted", LeadPhase.CONVERTED),
                LeadStatus.NEW,
                new LeadStatus("working", LeadPhase.WORKING),
                new LeadStatus("Nurture", LeadPhase.NURTURE));
        boolean converted = status.phase() == LeadPhase.CONVERTED;
        CustomerId person = Varied.maybe(n, 2, new CustomerId(id("customer", n % 20)));
        CustomerId organization = new CustomerId(id("customer", n % 20 + 4));
        return Lead.builder(new LeadId(id))
                .externalRefs(Varied.refs("lead", id, n))
                .stated(
                        n == 0
                                ? Stated.NOTHING
                                : new Stated(
                                        Varied.textOrNone(n, 3),
                                        Varied.maybe(n, 4, "asha@example.in"),
                                        Varied.maybe(n, 5, "98765 43210"),
                                        Varied.maybe(n, 6, "IN"),
                                        Varied.textOrNone(n, 7),
                                        Varied.maybe(n, 8, "example.in")))
                .person(person)
                .organization(person == null ? organization : Varied.maybe(n, 9, organization))
                .introducedBy(Varied.maybe(n, 10, new CustomerId(id("customer", 0))))
                .touches(touches(id, n))
                .consents(
                        n == 1
                                ? List.of(new ConsentEvidence(
                                        "newsletter", "Yes, write to me.", Varied.instant(n, 11), "form 7"))
                                : List.of())
                .brand(Varied.maybe(n, 12, new Brand("north"), new Brand("south")))
                .product(Varied.maybe(n, 13, new ProductId("mill-1"), new ProductId("mill-2")))
                .productText(Varied.textOrNone(n, 14))
                .status(status)
                .statusReason(Varied.maybe(n, 15, "price", "Price"))
                .qualification(qualification(n))
                .ownership(PartySamples.owner(n, 16))
                .conversion(converted ? new ConversionId(id("conversion", n)) : null)
                .attributes(Varied.attributes(n))
                .build();
    }

    private static List<Touch> touches(String id, int n) {
        Instant first = Varied.instant(n, 20);
        Touch one = new Touch(first, origin(n), null, null, null, IntakeKind.REGISTERED, List.of(), List.of());
        Touch full = new Touch(
                first.plusNanos(1_000),
                origin(n + 1),
                // Kept byte for byte: the end of a line, no composition, a half of a pair.
                "{\"name\":\"e\u0301\",\r\n \"x\": 1}\t",
                "key-" + id,
                "0".repeat(64),
                IntakeKind.AMBIGUOUS,
                List.of("same phone", "same e-mail"),
                List.of(new CustomerId(id("customer", 1)), new CustomerId(id("customer", 2))));
        return Varied.one(n, 21, List.of(one, full), List.of(one), List.of(one));
    }

    private static Origin origin(int n) {
        return n == 0
                ? Origin.UNKNOWN
                : new Origin(
                        Varied.maybe(n, 22, "google", "Google", "fair"),
                        Varied.maybe(n, 23, "cpc", "walk-in"),
                        Varied.maybe(n, 24, new CampaignId("diwali-2026")),
                        Varied.maybe(n, 25, "https://example.in/?q=%25"));
    }

    private static Qualification qualification(int n) {
        Actor asha = Actor.user(id("user", 1));
        return new Qualification(Varied.some(
                n,
                26,
                new Qualification.Check(Qualification.NEED, "wants two mills", Varied.instant(n, 27), asha),
                new Qualification.Check(Qualification.BUDGET, null, Varied.instant(n, 28), Actor.SYSTEM)));
    }

    static DuplicateCandidate candidate(String id, int n) {
        boolean decided = Varied.one(n, 1, true, false);
        return DuplicateCandidate.builder(new DuplicateCandidateId(id))
                .externalRefs(Varied.refs("candidate", id, n))
                .first(new CustomerId(id("customer", n % 20)))
                .second(new CustomerId(id("customer", n % 20 + 1)))
                .reasons(Varied.some(n, 2, "same phone", "same name", "Same name"))
                .status(
                        decided
                                ? Varied.one(n, 3, CandidateStatus.CONFIRMED, CandidateStatus.DISMISSED)
                                : CandidateStatus.OPEN)
                .lead(Varied.maybe(n, 4, new LeadId(id("lead", n))))
                .foundAt(Varied.instant(n, 5))
                .decidedAt(decided ? Varied.instant(n, 6) : null)
                .decidedBy(decided ? Actor.user(id("user", 1)) : null)
                .build();
    }

    static Conversion conversion(String id, int n) {
        return Conversion.builder(new ConversionId(id))
                .externalRefs(Varied.refs("conversion", id, n))
                .lead(new LeadId(id("lead", n)))
                .person(Varied.maybe(n, 1, new CustomerId(id("customer", n % 20))))
                .organization(Varied.maybe(n, 2, new CustomerId(id("customer", n % 20 + 1))))
                .opportunity(Varied.maybe(n, 3, new OpportunityId(id("opportunity", n))))
                .steps(Varied.some(
                        n,
                        4,
                        new ConversionStep(
                                ConversionStep.Kind.CHANGED, "customer", id("customer", 1), "name", "Ashá", "आशा 😀"),
                        new ConversionStep(ConversionStep.Kind.REFUSED, "opportunity", null, null, null, null)))
                .statusBefore(new LeadStatus("qualified", LeadPhase.QUALIFIED))
                .reasonBefore(Varied.textOrNone(n, 5))
                .personBefore(Varied.maybe(n, 6, new CustomerId(id("customer", 3))))
                .organizationBefore(Varied.maybe(n, 7, new CustomerId(id("customer", 4))))
                .opportunityRevision(Varied.maybe(n, 8, new Revision(Long.MAX_VALUE), new Revision(-7)))
                .committedAt(Varied.instant(n, 9))
                .committedBy(Varied.one(n, 10, Actor.user(id("user", 1)), Actor.rule("auto"), Actor.SYSTEM))
                .revertedAt(Varied.instantOrNone(n, 11))
                .build();
    }

    static DiscardedLead discarded(String id, int n) {
        return DiscardedLead.builder(new LeadId(id))
                .reason(Varied.one(n, 1, DiscardReason.SPAM, DiscardReason.TEST, DiscardReason.RETENTION))
                .origin(origin(n))
                .brand(Varied.maybe(n, 2, new Brand("north")))
                .receivedAt(Varied.instant(n, 3))
                .discardedAt(Objects.requireNonNull(Varied.instant(n, 4)))
                .build();
    }

    static LeadProcess process(String id, int n) {
        return LeadProcess.builder(new LeadProcessId(id))
                .externalRefs(Varied.refs("process", id, n))
                .statuses(LeadStatus.STANDARD)
                .minimum(Varied.some(n, 1, Qualification.NEED, Qualification.BUDGET))
                .build();
    }
}
