package org.sambandh.crm.lead;

import static org.sambandh.crm.condition.Conditions.all;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.is;

import java.util.List;
import java.util.Map;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.DuplicateCandidateId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.LeadId;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.store.Unit;

/** Keeps pairs of parties that may be one: each pair once. */
final class Candidates {

    private Candidates() {}

    static List<DuplicateCandidate> of(Unit unit, CustomerId party) {
        return LeadParties.all(
                unit, DuplicateCandidateRepository.class, where(LeadRecordFields.CANDIDATE_PARTIES, is(party)));
    }

    private static List<DuplicateCandidate> between(Unit unit, CustomerId one, CustomerId other) {
        return LeadParties.all(
                unit,
                DuplicateCandidateRepository.class,
                all(
                        where(LeadRecordFields.CANDIDATE_PARTIES, is(one)),
                        where(LeadRecordFields.CANDIDATE_PARTIES, is(other))));
    }

    static void keep(Unit unit, CustomerId one, CustomerId other, List<String> reasons, LeadId lead) {
        if (one.equals(other) || !between(unit, one, other).isEmpty()) {
            return;
        }
        boolean ordered = one.value().compareTo(other.value()) < 0;
        DuplicateCandidate fresh = DuplicateCandidate.builder(
                        unit.newId(DuplicateCandidateId.class, DuplicateCandidateId::new))
                .first(ordered ? one : other)
                .second(ordered ? other : one)
                .reasons(reasons)
                .lead(lead)
                .foundAt(unit.now())
                .build();
        DuplicateCandidate stored = unit.get(DuplicateCandidateRepository.class)
                .save(List.of(fresh))
                .get(0);
        unit.record(LeadEvents.CANDIDATE_FOUND, DuplicateCandidate.class, null, stored, concerned(stored), Map.of());
    }

    static DuplicateCandidate decide(Unit unit, DuplicateCandidateId id, CandidateStatus status) {
        DuplicateCandidateRepository candidates = unit.get(DuplicateCandidateRepository.class);
        DuplicateCandidate before = candidates
                .findById(id)
                .orElseThrow(() -> new NotFound(new EntityRef("duplicateCandidate", id.value())));
        if (before.status() == status) {
            return before;
        }
        DuplicateCandidate after = candidates
                .save(List.of(before.toBuilder()
                        .status(status)
                        .decidedAt(unit.now())
                        .decidedBy(unit.actor())
                        .build()))
                .get(0);
        unit.record(LeadEvents.CANDIDATE_DECIDED, DuplicateCandidate.class, before, after, concerned(after), Map.of());
        return after;
    }

    /** A pair that became one party has been decided; one that became a pair that is there already is kept once. */
    static void repoint(Unit unit, DuplicateCandidate candidate, CustomerId from, CustomerId to) {
        CustomerId other = candidate.first().equals(from) ? candidate.second() : candidate.first();
        if (other.equals(to) || !between(unit, other, to).isEmpty()) {
            unit.get(DuplicateCandidateRepository.class).delete(candidate.id(), candidate.revision());
            return;
        }
        boolean ordered = other.value().compareTo(to.value()) < 0;
        unit.get(DuplicateCandidateRepository.class)
                .save(List.of(candidate.toBuilder()
                        .first(ordered ? other : to)
                        .second(ordered ? to : other)
                        .build()));
    }

    private static List<EntityRef> concerned(DuplicateCandidate candidate) {
        return List.of(EntityRef.of(candidate.first()), EntityRef.of(candidate.second()));
    }
}
