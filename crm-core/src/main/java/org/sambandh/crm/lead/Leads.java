package org.sambandh.crm.lead;

import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.is;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.ConversionId;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.DuplicateCandidateId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.LeadId;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.Customers;
import org.sambandh.crm.customer.Profile;
import org.sambandh.crm.customer.Standing;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Unit;
import org.sambandh.crm.store.Units;
import org.sambandh.crm.store.Upserted;
import org.sambandh.crm.team.Ownership;

/**
 * Enquiries: takes them in, works on them, and converts them. Each call is one transaction; one that changes nothing
 * writes nothing and records no event.
 */
public final class Leads {

    private final Units units;

    /**
     * Makes the service.
     *
     * @param units gives it units of work
     */
    public Leads(Units units) {
        this.units = units;
    }

    /**
     * Takes an enquiry in. It is given to a known person by an exact exclusive identifier, or by an equal e-mail address
     * or telephone number and names that do not contradict (one may be absent). A mailbox that many read and a point
     * that several parties have need a name that agrees. An organisation is known by an identifier or by a domain
     * registered to it, never by its name alone; a public mail domain tells nothing. Whoever is not known for sure is
     * registered provisionally, and a duplicate candidate is kept with everybody who could be meant.
     *
     * <p>A further enquiry of the same parties about the same product, or none, is a touch of their open lead, if that
     * was touched within {@code settings.sameLeadWithin()}. The same idempotency key with the same content gets the same
     * answer and writes nothing.
     *
     * @param enquiry what arrived
     * @return what became of it, with reasons
     * @throws org.sambandh.crm.common.RuleViolation {@code idempotency-conflict} if its key was used with other content
     * @throws org.sambandh.crm.common.NotFound if who introduced them does not exist
     * @throws Invalid if a text is too long, or a property is one the tenant did not declare
     */
    public IntakeResult receive(Enquiry enquiry) {
        return units.run(unit -> new Intake(unit).receive(enquiry));
    }

    /**
     * Takes in an enquiry that another system names, or lays what it says over the one it names: brand, product, owner
     * and properties; its parties and status stay.
     *
     * @param ref how the other system names it
     * @param enquiry what it says
     * @return created, updated, or unchanged: then nothing was written
     * @throws Invalid if nothing in a new one identifies anybody
     */
    public Upserted<Lead> upsert(ExternalRef ref, Enquiry enquiry) {
        return units.run(unit -> {
            Optional<Lead> known = byRef(unit, ref);
            if (known.isPresent()) {
                return LeadOverlay.on(unit, known.get(), enquiry);
            }
            if (new Intake(unit).receive(enquiry.externalRef(ref)) instanceof IntakeResult.Taken taken) {
                Lead lead = new LeadRecords(unit).load(taken.lead());
                return taken.touched() ? new Upserted.Updated<>(lead) : new Upserted.Created<>(lead);
            }
            throw new Invalid("enquiry", "something that identifies a person or an organisation");
        });
    }

    private static Optional<Lead> byRef(Unit unit, ExternalRef ref) {
        return LeadParties.all(unit, LeadRepository.class, where(LeadFields.EXTERNAL_REFS, is(ref.key()))).stream()
                .findFirst();
    }

    /**
     * Returns an enquiry.
     *
     * @param id its id
     * @return the enquiry
     * @throws org.sambandh.crm.common.NotFound if there is none
     */
    public Lead get(LeadId id) {
        return units.run(unit -> new LeadRecords(unit).load(id));
    }

    /**
     * Returns the enquiry another system names.
     *
     * @param ref how the other system names it
     * @return the enquiry, or nothing
     */
    public Optional<Lead> findByRef(ExternalRef ref) {
        return units.run(unit -> byRef(unit, ref));
    }

    /**
     * Returns a page of enquiries.
     *
     * @param query condition, order, size and cursor
     * @return the page
     */
    public Page<Lead> find(Query<Lead> query) {
        return units.run(unit -> unit.get(LeadRepository.class).find(query));
    }

    /**
     * Returns all enquiries of a party, closed ones too, by id.
     *
     * @param party the party, under any id it had
     * @return the enquiries
     */
    public List<Lead> of(CustomerId party) {
        return units.run(unit -> LeadParties.all(
                unit,
                LeadRepository.class,
                where(LeadFields.PARTIES, is(unit.repositories().redirects().resolve(party)))));
    }

    /**
     * Marks an enquiry as worked on.
     *
     * @param id the enquiry
     * @return the enquiry as stored
     * @throws org.sambandh.crm.common.RuleViolation {@code lead-converted} if it was converted
     */
    public Lead work(LeadId id) {
        return move(id, LeadPhase.WORKING, null);
    }

    /**
     * Marks an enquiry as not ready yet.
     *
     * @param id the enquiry
     * @return the enquiry as stored
     * @throws org.sambandh.crm.common.RuleViolation {@code lead-converted} if it was converted
     */
    public Lead nurture(LeadId id) {
        return move(id, LeadPhase.NURTURE, null);
    }

    /**
     * Marks an enquiry as worth a deal, and establishes its parties.
     *
     * @param id the enquiry
     * @return the enquiry as stored
     * @throws org.sambandh.crm.common.RuleViolation {@code qualification-minimum} if something the tenant demands is not
     *     checked, {@code lead-converted} if it was converted
     */
    public Lead qualify(LeadId id) {
        return move(id, LeadPhase.QUALIFIED, null);
    }

    /**
     * Marks an enquiry as not worth a deal.
     *
     * @param id the enquiry
     * @param reason why, at most 300 characters
     * @return the enquiry as stored
     * @throws org.sambandh.crm.common.RuleViolation {@code lead-converted} if it was converted
     */
    public Lead disqualify(LeadId id, String reason) {
        return move(id, LeadPhase.DISQUALIFIED, reason);
    }

    private Lead move(LeadId id, LeadPhase phase, @Nullable String reason) {
        return units.run(unit -> {
            Lead lead = new LeadRecords(unit).load(id);
            boolean there = lead.status().phase() == phase;
            LeadStatus status =
                    there ? lead.status() : new LeadRecords(unit).process().usual(phase);
            return move(unit, lead, status, reason);
        });
    }

    /**
     * Gives an enquiry one of the tenant's statuses.
     *
     * @param id the enquiry
     * @param status the code of a status
     * @param reason why, at most 300 characters, or null
     * @return the enquiry as stored
     * @throws Invalid if the tenant has no such status
     * @throws org.sambandh.crm.common.RuleViolation {@code qualification-minimum}, {@code lead-converted}, or
     *     {@code status-by-conversion} if only a conversion gives that status
     */
    public Lead setStatus(LeadId id, String status, @Nullable String reason) {
        return units.run(unit -> {
            LeadRecords records = new LeadRecords(unit);
            return move(unit, records.load(id), records.process().status(status), reason);
        });
    }

    private static Lead move(Unit unit, Lead before, LeadStatus status, @Nullable String reason) {
        LeadRecords records = new LeadRecords(unit);
        Lead after = before.moveTo(status, reason, records.process());
        if (status.phase() == LeadPhase.QUALIFIED) {
            before.parties().forEach(party -> new Customers(Units.joining(unit)).establish(party));
        }
        boolean same =
                after.status().equals(before.status()) && after.statusReason().equals(before.statusReason());
        return same ? before : records.save(LeadEvents.of(status.phase()), before, after, Map.of());
    }

    /**
     * Checks one item of the checklist: who and when is kept.
     *
     * @param id the enquiry
     * @param item one of {@link Qualification} or a code of the tenant's
     * @return the enquiry as stored
     */
    public Lead check(LeadId id, String item) {
        return check(id, item, null);
    }

    /**
     * Checks one item of the checklist with what was found out.
     *
     * @param id the enquiry
     * @param item one of {@link Qualification} or a code of the tenant's
     * @param note what was found out, at most 2,000 characters, or null
     * @return the enquiry as stored; unchanged if the item is there with this note
     */
    public Lead check(LeadId id, String item, @Nullable String note) {
        return units.run(unit -> {
            Lead before = new LeadRecords(unit).load(id);
            var check = new Qualification.Check(item, note, unit.now(), unit.actor());
            boolean known = before.qualification().checks().stream()
                    .anyMatch(c -> c.item().equals(check.item()) && Objects.equals(c.note(), check.note()));
            return known
                    ? before
                    : new LeadRecords(unit)
                            .save(LeadEvents.CHECKED, before, before.check(check), Map.of("item", check.item()));
        });
    }

    /**
     * Gives an enquiry to somebody.
     *
     * @param id the enquiry
     * @param ownership who answers for it, or null for nobody
     * @return the enquiry as stored
     */
    public Lead assign(LeadId id, @Nullable Ownership ownership) {
        return change(id, LeadEvents.ASSIGNED, (unit, lead) -> lead.assign(ownership));
    }

    /**
     * Sets a field: one of ours or a host's own.
     *
     * @param id the enquiry
     * @param field a writable field
     * @param value the value, or null for none
     * @param <V> the value
     * @return the enquiry as stored
     */
    public <V> Lead set(LeadId id, Field.One<Lead, V> field, @Nullable V value) {
        return change(id, LeadEvents.CHANGED, (unit, lead) -> field.set(lead, value));
    }

    private Lead change(LeadId id, String event, BiFunction<Unit, Lead, Lead> verb) {
        return units.run(unit -> {
            Lead before = new LeadRecords(unit).load(id);
            return LeadOverlay.changed(unit, event, before, verb.apply(unit, before));
        });
    }

    /**
     * Corrects a wrong match: the enquiry, the interactions and tasks about it and its consents go to
     * other parties.
     *
     * @param id the enquiry
     * @param person the right person, or null
     * @param organization the right organisation, or null; one of the two is needed
     * @return the enquiry as stored
     * @throws org.sambandh.crm.common.NotFound if one of them does not exist
     * @throws Invalid if both are null, or one is of the wrong kind
     * @throws org.sambandh.crm.common.RuleViolation {@code lead-converted} if it was converted
     */
    public Lead reattach(LeadId id, @Nullable CustomerId person, @Nullable CustomerId organization) {
        return units.run(unit -> {
            LeadRecords records = new LeadRecords(unit);
            Lead before = records.load(id);
            Lead after = before.reattach(
                    ofKind(unit, person, Profile.Kind.PERSON), ofKind(unit, organization, Profile.Kind.ORGANIZATION));
            if (after.person().equals(before.person()) && after.organization().equals(before.organization())) {
                return before;
            }
            records.moveWhatIsAbout(before, after);
            return records.save(LeadEvents.REATTACHED, before, after, Map.of());
        });
    }

    private static @Nullable CustomerId ofKind(Unit unit, @Nullable CustomerId id, Profile.Kind kind) {
        if (id == null) {
            return null;
        }
        Customer party = LeadParties.existing(unit, id);
        if (party.kind() != kind) {
            throw new Invalid("lead." + kind.name().toLowerCase(Locale.ROOT), "a " + kind);
        }
        return party.id();
    }

    /**
     * Removes an enquiry, and its provisional parties that nothing else names. What is left is a {@link DiscardedLead}
     * without personal data, so that counts stay.
     *
     * @param id the enquiry
     * @param reason why
     * @return what is left
     * @throws org.sambandh.crm.common.RuleViolation {@code lead-converted} if it was converted
     */
    public DiscardedLead discard(LeadId id, DiscardReason reason) {
        return units.run(unit -> {
            LeadRecords records = new LeadRecords(unit);
            Lead lead = records.load(id);
            lead.reattach(lead.person().orElse(null), lead.organization().orElse(null));
            DiscardedLead left = unit.get(DiscardedLeadRepository.class)
                    .save(List.of(DiscardedLead.builder(id)
                            .reason(reason)
                            .origin(lead.firstOrigin().referrer(null))
                            .brand(lead.brand().orElse(null))
                            .receivedAt(lead.receivedAt())
                            .discardedAt(unit.now())
                            .build()))
                    .get(0);
            unit.get(LeadRepository.class).delete(id, lead.revision());
            for (CustomerId party : lead.parties()) {
                boolean provisional = LeadParties.existing(unit, party).standing() == Standing.PROVISIONAL;
                if (provisional && !records.isNamedElsewhere(party, id)) {
                    records.remove(party);
                }
            }
            unit.record(
                    LeadEvents.DISCARDED,
                    EntityRef.of(id),
                    LeadParties.concerned(lead),
                    List.of(),
                    Map.of("reason", reason.name()));
            return left;
        });
    }

    /**
     * Returns the duplicate candidates of a party, decided ones too, by id.
     *
     * @param party the party, under any id it had
     * @return the candidates
     */
    public List<DuplicateCandidate> duplicateCandidates(CustomerId party) {
        return units.run(
                unit -> Candidates.of(unit, unit.repositories().redirects().resolve(party)));
    }

    /**
     * Decides that two parties are two.
     *
     * @param id the candidate
     * @return the candidate as stored
     */
    public DuplicateCandidate dismiss(DuplicateCandidateId id) {
        return units.run(unit -> Candidates.decide(unit, id, CandidateStatus.DISMISSED));
    }

    /**
     * Decides that two parties are one; merging them is another step.
     *
     * @param id the candidate
     * @return the candidate as stored
     */
    public DuplicateCandidate confirm(DuplicateCandidateId id) {
        return units.run(unit -> Candidates.decide(unit, id, CandidateStatus.CONFIRMED));
    }

    /** {@return how the tenant works on enquiries; the usual process where it declared none} */
    public LeadProcess process() {
        return units.run(unit -> new LeadRecords(unit).process());
    }

    /**
     * Declares how the tenant works on enquiries. Enquiries keep the statuses they have.
     *
     * @param statuses the statuses, at least one of every phase
     * @param minimum what must be checked before one is qualified
     * @return the process as stored
     * @throws Invalid if a phase has no status, or a code is there twice
     */
    public LeadProcess declareProcess(List<LeadStatus> statuses, List<String> minimum) {
        return units.run(unit -> {
            LeadProcess before = new LeadRecords(unit).process();
            LeadProcess after =
                    before.toBuilder().statuses(statuses).minimum(minimum).build();
            LeadProcess stored =
                    unit.get(LeadProcessRepository.class).save(List.of(after)).get(0);
            unit.record(LeadEvents.PROCESS_SAVED, LeadProcess.class, before, stored, List.of(), Map.of());
            return stored;
        });
    }

    /**
     * Returns a plan that keeps the parties of the enquiry and opens no deal; change it as needed. Nothing is written.
     *
     * @param id the enquiry
     * @return the plan
     */
    public ConversionPlan planConversion(LeadId id) {
        return units.run(unit -> Conversions.plan(unit, id));
    }

    /**
     * Returns everything a plan would do. Nothing is written.
     *
     * @param plan the plan
     * @return the preview, with obstacles where it cannot be committed
     */
    public ConversionPreview preview(ConversionPlan plan) {
        return units.run(unit -> new Conversions(unit, plan).preview());
    }

    /**
     * Does what a preview says: parties are established and their blank fields filled, the deal is opened or linked, the
     * enquiry is converted. Where the plan has a person and an organisation, the person is related to it as employed by
     * it, unless the two stand in a relationship already, and gets a part in the deal as {@code contact}, unless it has
     * one. Nothing is copied and no consent rewritten. Committed again, the same plan changes nothing and returns the
     * first result.
     *
     * @param preview the preview
     * @return what was done
     * @throws org.sambandh.crm.common.StaleRevision if a record was changed since the preview
     * @throws org.sambandh.crm.common.RuleViolation {@code conversion-refused} if the preview has obstacles
     */
    public Conversion commit(ConversionPreview preview) {
        return units.run(unit -> new Conversions(unit, preview.plan()).commit(preview));
    }

    /**
     * Takes a conversion back: a deal it opened is deleted, one it linked has the enquiry, customer and stakeholders it
     * had; a relationship it made is deleted and fields it filled are blank again where nobody changed them; the enquiry
     * is as before. Parties stay established.
     *
     * @param id the conversion
     * @return the conversion as stored; unchanged if it was reverted before
     * @throws org.sambandh.crm.common.NotFound if there is none
     * @throws org.sambandh.crm.common.RuleViolation {@code conversion-not-revertible} if the deal was changed since
     */
    public Conversion revertConversion(ConversionId id) {
        return units.run(unit -> Reversal.revert(unit, id));
    }
}
