package org.sambandh.crm.lead;

import java.time.Instant;
import java.util.List;
import org.sambandh.crm.common.ConversionId;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.DuplicateCandidateId;
import org.sambandh.crm.common.LeadId;
import org.sambandh.crm.common.LeadProcessId;
import org.sambandh.crm.common.OpportunityId;
import org.sambandh.crm.customer.CustomerFields;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.store.EntityType;

/** What can be asked of the records beside the enquiry itself: candidates, conversions, discarded ones, the process. */
public final class LeadRecordFields {

    private static final FieldType<LeadId> LEAD_ID = FieldType.id(LeadId.class, LeadId::new);

    /** The identity of a candidate. */
    public static final Field.One<DuplicateCandidate, DuplicateCandidateId> CANDIDATE_ID = Field.one(
            DuplicateCandidate.class,
            "id",
            FieldType.id(DuplicateCandidateId.class, DuplicateCandidateId::new),
            DuplicateCandidate::id);

    /** The two parties of a candidate. */
    public static final Field.Many<DuplicateCandidate, CustomerId> CANDIDATE_PARTIES = Field.many(
                    DuplicateCandidate.class, "parties", CustomerFields.ID_TYPE, c -> List.of(c.first(), c.second()))
            .asIndexed();

    /** What was decided about a candidate. */
    public static final Field.One<DuplicateCandidate, CandidateStatus> CANDIDATE_STATUS = Field.one(
                    DuplicateCandidate.class,
                    "status",
                    FieldType.enumOf(CandidateStatus.class),
                    DuplicateCandidate::status)
            .asIndexed();

    /** Why two parties may be one. */
    public static final Field.Many<DuplicateCandidate, String> CANDIDATE_REASONS =
            Field.many(DuplicateCandidate.class, "reasons", FieldType.TEXT, DuplicateCandidate::reasons);

    /** When a candidate was noticed. */
    public static final Field.One<DuplicateCandidate, Instant> CANDIDATE_FOUND_AT =
            Field.one(DuplicateCandidate.class, "foundAt", FieldType.INSTANT, DuplicateCandidate::foundAt);

    /** How other systems name a candidate. */
    public static final Field.Many<DuplicateCandidate, String> CANDIDATE_REFS =
            EntityType.externalRefs(DuplicateCandidate.class);

    /** The identity of a conversion. */
    public static final Field.One<Conversion, ConversionId> CONVERSION_ID =
            Field.one(Conversion.class, "id", FieldType.id(ConversionId.class, ConversionId::new), Conversion::id);

    /** The enquiry that was converted. */
    public static final Field.One<Conversion, LeadId> CONVERSION_LEAD =
            Field.one(Conversion.class, "lead", LEAD_ID, Conversion::lead).asIndexed();

    /** The parties of a conversion, those of the enquiry before included. */
    public static final Field.Many<Conversion, CustomerId> CONVERSION_PARTIES = Field.many(
                    Conversion.class, "parties", CustomerFields.ID_TYPE, LeadParties::of)
            .asIndexed();

    /** The deal of a conversion. */
    public static final Field.One<Conversion, OpportunityId> CONVERSION_OPPORTUNITY = Field.optional(
                    Conversion.class,
                    "opportunity",
                    FieldType.id(OpportunityId.class, OpportunityId::new),
                    Conversion::opportunity)
            .asIndexed();

    /** When a conversion was done. */
    public static final Field.One<Conversion, Instant> CONVERSION_AT =
            Field.one(Conversion.class, "committedAt", FieldType.INSTANT, Conversion::committedAt);

    /** When a conversion was reverted. */
    public static final Field.One<Conversion, Instant> CONVERSION_REVERTED_AT =
            Field.optional(Conversion.class, "revertedAt", FieldType.INSTANT, Conversion::revertedAt);

    /** How other systems name a conversion. */
    public static final Field.Many<Conversion, String> CONVERSION_REFS = EntityType.externalRefs(Conversion.class);

    /** The identity of a discarded enquiry. */
    public static final Field.One<DiscardedLead, LeadId> DISCARDED_ID =
            Field.one(DiscardedLead.class, "id", LEAD_ID, DiscardedLead::id);

    /** Why an enquiry was discarded. */
    public static final Field.One<DiscardedLead, DiscardReason> DISCARDED_REASON =
            Field.one(DiscardedLead.class, "reason", FieldType.enumOf(DiscardReason.class), DiscardedLead::reason);

    /** Who sent a discarded enquiry. */
    public static final Field.One<DiscardedLead, String> DISCARDED_SOURCE = Field.one(
            DiscardedLead.class,
            "originSource",
            FieldType.TEXT,
            lead -> lead.origin().source());

    /** When a discarded enquiry arrived. */
    public static final Field.One<DiscardedLead, Instant> DISCARDED_RECEIVED_AT =
            Field.one(DiscardedLead.class, "receivedAt", FieldType.INSTANT, DiscardedLead::receivedAt);

    /** When an enquiry was discarded. */
    public static final Field.One<DiscardedLead, Instant> DISCARDED_AT =
            Field.one(DiscardedLead.class, "discardedAt", FieldType.INSTANT, DiscardedLead::discardedAt);

    /** The identity of a process. */
    public static final Field.One<LeadProcess, LeadProcessId> PROCESS_ID =
            Field.one(LeadProcess.class, "id", FieldType.id(LeadProcessId.class, LeadProcessId::new), LeadProcess::id);

    /** The codes of the statuses of a process. */
    public static final Field.Many<LeadProcess, String> PROCESS_STATUSES = Field.many(
            LeadProcess.class,
            "statuses",
            FieldType.TEXT,
            p -> p.statuses().stream().map(s -> s.code() + "=" + s.phase()).toList());

    /** What a process demands before qualification. */
    public static final Field.Many<LeadProcess, String> PROCESS_MINIMUM =
            Field.many(LeadProcess.class, "minimum", FieldType.TEXT, LeadProcess::minimum);

    /** How other systems name a process. */
    public static final Field.Many<LeadProcess, String> PROCESS_REFS = EntityType.externalRefs(LeadProcess.class);

    private LeadRecordFields() {}
}
