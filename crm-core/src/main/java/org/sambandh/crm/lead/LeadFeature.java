package org.sambandh.crm.lead;

import java.util.List;
import java.util.Optional;
import org.sambandh.crm.common.ConversionId;
import org.sambandh.crm.common.DuplicateCandidateId;
import org.sambandh.crm.common.LeadId;
import org.sambandh.crm.common.LeadProcessId;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.store.CustomerData;
import org.sambandh.crm.store.EntityType;
import org.sambandh.crm.store.Feature;
import org.sambandh.crm.store.ForwardingRepository;
import org.sambandh.crm.store.Repository;

/** Enquiries and what belongs to them, described to stores and catalogue. */
public final class LeadFeature implements Feature {

    private static final EntityType<Lead, LeadId, LeadRepository> LEAD = new EntityType<>(
            Lead.class,
            "lead",
            LeadFields.ID,
            LeadRepository.class,
            ForwardingLead::new,
            (it, revision) -> it.toBuilder().revision(revision).build(),
            List.of(LeadFields.EXTERNAL_REFS, LeadFields.IDEMPOTENCY_KEYS));

    private static final EntityType<DuplicateCandidate, DuplicateCandidateId, DuplicateCandidateRepository>
            DUPLICATECANDIDATE = new EntityType<>(
                    DuplicateCandidate.class,
                    "duplicateCandidate",
                    LeadRecordFields.CANDIDATE_ID,
                    DuplicateCandidateRepository.class,
                    ForwardingDuplicateCandidate::new,
                    (it, revision) -> it.toBuilder().revision(revision).build(),
                    List.of(LeadRecordFields.CANDIDATE_REFS));

    private static final EntityType<Conversion, ConversionId, ConversionRepository> CONVERSION = new EntityType<>(
            Conversion.class,
            "conversion",
            LeadRecordFields.CONVERSION_ID,
            ConversionRepository.class,
            ForwardingConversion::new,
            (it, revision) -> it.toBuilder().revision(revision).build(),
            List.of(LeadRecordFields.CONVERSION_REFS));

    private static final EntityType<DiscardedLead, LeadId, DiscardedLeadRepository> DISCARDEDLEAD = new EntityType<>(
            DiscardedLead.class,
            "discardedLead",
            LeadRecordFields.DISCARDED_ID,
            DiscardedLeadRepository.class,
            ForwardingDiscardedLead::new,
            (it, revision) -> it.toBuilder().revision(revision).build(),
            List.of());

    private static final EntityType<LeadProcess, LeadProcessId, LeadProcessRepository> LEADPROCESS = new EntityType<>(
            LeadProcess.class,
            "leadProcess",
            LeadRecordFields.PROCESS_ID,
            LeadProcessRepository.class,
            ForwardingLeadProcess::new,
            (it, revision) -> it.toBuilder().revision(revision).build(),
            List.of(LeadRecordFields.PROCESS_REFS));

    /** Makes the feature. */
    public LeadFeature() {}

    @Override
    public String name() {
        return "lead";
    }

    @Override
    public List<EntityType<?, ?, ?>> entities() {
        return List.of(LEAD, DUPLICATECANDIDATE, CONVERSION, DISCARDEDLEAD, LEADPROCESS);
    }

    @Override
    public void declare(Catalog.Builder catalog) {
        catalog.entity(Lead.class, "lead", LeadFields.ID, LeadFields.ALL);
        catalog.entity(
                DuplicateCandidate.class,
                "duplicateCandidate",
                LeadRecordFields.CANDIDATE_ID,
                List.of(
                        LeadRecordFields.CANDIDATE_PARTIES,
                        LeadRecordFields.CANDIDATE_STATUS,
                        LeadRecordFields.CANDIDATE_REASONS,
                        LeadRecordFields.CANDIDATE_FOUND_AT,
                        LeadRecordFields.CANDIDATE_REFS));
        catalog.entity(
                Conversion.class,
                "conversion",
                LeadRecordFields.CONVERSION_ID,
                List.of(
                        LeadRecordFields.CONVERSION_LEAD,
                        LeadRecordFields.CONVERSION_PARTIES,
                        LeadRecordFields.CONVERSION_OPPORTUNITY,
                        LeadRecordFields.CONVERSION_AT,
                        LeadRecordFields.CONVERSION_REVERTED_AT,
                        LeadRecordFields.CONVERSION_REFS));
        catalog.entity(
                DiscardedLead.class,
                "discardedLead",
                LeadRecordFields.DISCARDED_ID,
                List.of(
                        LeadRecordFields.DISCARDED_REASON,
                        LeadRecordFields.DISCARDED_SOURCE,
                        LeadRecordFields.DISCARDED_RECEIVED_AT,
                        LeadRecordFields.DISCARDED_AT));
        catalog.entity(
                LeadProcess.class,
                "leadProcess",
                LeadRecordFields.PROCESS_ID,
                List.of(
                        LeadRecordFields.PROCESS_STATUSES,
                        LeadRecordFields.PROCESS_MINIMUM,
                        LeadRecordFields.PROCESS_REFS));
    }

    @Override
    public void relate(Catalog.Builder catalog) {
        catalog.relation(LeadFields.LEADS);
        catalog.relation(LeadFields.INTERACTIONS);
    }

    @Override
    public Optional<CustomerData> customerData() {
        return Optional.of(new LeadCustomerData());
    }

    private static final class ForwardingLead extends ForwardingRepository<Lead, LeadId> implements LeadRepository {
        ForwardingLead(Repository<Lead, LeadId> inner) {
            super(inner);
        }
    }

    private static final class ForwardingDuplicateCandidate
            extends ForwardingRepository<DuplicateCandidate, DuplicateCandidateId>
            implements DuplicateCandidateRepository {
        ForwardingDuplicateCandidate(Repository<DuplicateCandidate, DuplicateCandidateId> inner) {
            super(inner);
        }
    }

    private static final class ForwardingConversion extends ForwardingRepository<Conversion, ConversionId>
            implements ConversionRepository {
        ForwardingConversion(Repository<Conversion, ConversionId> inner) {
            super(inner);
        }
    }

    private static final class ForwardingDiscardedLead extends ForwardingRepository<DiscardedLead, LeadId>
            implements DiscardedLeadRepository {
        ForwardingDiscardedLead(Repository<DiscardedLead, LeadId> inner) {
            super(inner);
        }
    }

    private static final class ForwardingLeadProcess extends ForwardingRepository<LeadProcess, LeadProcessId>
            implements LeadProcessRepository {
        ForwardingLeadProcess(Repository<LeadProcess, LeadProcessId> inner) {
            super(inner);
        }
    }
}
