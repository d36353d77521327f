package org.sambandh.crm.tck;

import org.junit.jupiter.api.Nested;
import org.sambandh.crm.store.CrmStore;
import org.sambandh.crm.store.Schema;

/** The contracts of the store and of all its repositories at once, for a store that keeps everything. */
public abstract class WholeStoreContract {

    /** Begins the contract. */
    protected WholeStoreContract() {}

    /**
     * Returns the store under test. Called before each test; it may be the same store each time, over the same data.
     *
     * @param schema what it keeps; the same one each time
     * @return the store
     */
    protected abstract CrmStore store(Schema schema);

    /** The contract of the store itself. */
    @Nested
    class TheStoreItselfIs extends StoreContract {
        @Override
        protected CrmStore store(Schema schema) {
            return WholeStoreContract.this.store(schema);
        }
    }

    /** The contract of the UserRepository. */
    @Nested
    class UserRepositoryIs extends UserRepositoryContract {
        @Override
        protected CrmStore store(Schema schema) {
            return WholeStoreContract.this.store(schema);
        }
    }

    /** The contract of the TeamRepository. */
    @Nested
    class TeamRepositoryIs extends TeamRepositoryContract {
        @Override
        protected CrmStore store(Schema schema) {
            return WholeStoreContract.this.store(schema);
        }
    }

    /** The contract of the CustomerRepository. */
    @Nested
    class CustomerRepositoryIs extends CustomerRepositoryContract {
        @Override
        protected CrmStore store(Schema schema) {
            return WholeStoreContract.this.store(schema);
        }
    }

    /** The contract of the RelationshipRepository. */
    @Nested
    class RelationshipRepositoryIs extends RelationshipRepositoryContract {
        @Override
        protected CrmStore store(Schema schema) {
            return WholeStoreContract.this.store(schema);
        }
    }

    /** The contract of the CustomerLifecycleRepository. */
    @Nested
    class CustomerLifecycleRepositoryIs extends CustomerLifecycleRepositoryContract {
        @Override
        protected CrmStore store(Schema schema) {
            return WholeStoreContract.this.store(schema);
        }
    }

    /** The contract of the InteractionRepository. */
    @Nested
    class InteractionRepositoryIs extends InteractionRepositoryContract {
        @Override
        protected CrmStore store(Schema schema) {
            return WholeStoreContract.this.store(schema);
        }
    }

    /** The contract of the PipelineRepository. */
    @Nested
    class PipelineRepositoryIs extends PipelineRepositoryContract {
        @Override
        protected CrmStore store(Schema schema) {
            return WholeStoreContract.this.store(schema);
        }
    }

    /** The contract of the OpportunityRepository. */
    @Nested
    class OpportunityRepositoryIs extends OpportunityRepositoryContract {
        @Override
        protected CrmStore store(Schema schema) {
            return WholeStoreContract.this.store(schema);
        }
    }

    /** The contract of the PipelineSnapshotRepository. */
    @Nested
    class PipelineSnapshotRepositoryIs extends PipelineSnapshotRepositoryContract {
        @Override
        protected CrmStore store(Schema schema) {
            return WholeStoreContract.this.store(schema);
        }
    }

    /** The contract of the TaskRepository. */
    @Nested
    class TaskRepositoryIs extends TaskRepositoryContract {
        @Override
        protected CrmStore store(Schema schema) {
            return WholeStoreContract.this.store(schema);
        }
    }

    /** The contract of the LeadRepository. */
    @Nested
    class LeadRepositoryIs extends LeadRepositoryContract {
        @Override
        protected CrmStore store(Schema schema) {
            return WholeStoreContract.this.store(schema);
        }
    }

    /** The contract of the DuplicateCandidateRepository. */
    @Nested
    class DuplicateCandidateRepositoryIs extends DuplicateCandidateRepositoryContract {
        @Override
        protected CrmStore store(Schema schema) {
            return WholeStoreContract.this.store(schema);
        }
    }

    /** The contract of the ConversionRepository. */
    @Nested
    class ConversionRepositoryIs extends ConversionRepositoryContract {
        @Override
        protected CrmStore store(Schema schema) {
            return WholeStoreContract.this.store(schema);
        }
    }

    /** The contract of the DiscardedLeadRepository. */
    @Nested
    class DiscardedLeadRepositoryIs extends DiscardedLeadRepositoryContract {
        @Override
        protected CrmStore store(Schema schema) {
            return WholeStoreContract.this.store(schema);
        }
    }

    /** The contract of the LeadProcessRepository. */
    @Nested
    class LeadProcessRepositoryIs extends LeadProcessRepositoryContract {
        @Override
        protected CrmStore store(Schema schema) {
            return WholeStoreContract.this.store(schema);
        }
    }

    /** The contract of the PredictiveModelRepository. */
    @Nested
    class PredictiveModelRepositoryIs extends PredictiveModelRepositoryContract {
        @Override
        protected CrmStore store(Schema schema) {
            return WholeStoreContract.this.store(schema);
        }
    }

    /** The contract of the ScoreModelRepository. */
    @Nested
    class ScoreModelRepositoryIs extends ScoreModelRepositoryContract {
        @Override
        protected CrmStore store(Schema schema) {
            return WholeStoreContract.this.store(schema);
        }
    }

    /** The contract of the ScoreModelVersionRepository. */
    @Nested
    class ScoreModelVersionRepositoryIs extends ScoreModelVersionRepositoryContract {
        @Override
        protected CrmStore store(Schema schema) {
            return WholeStoreContract.this.store(schema);
        }
    }

    /** The contract of the ScoreSnapshotRepository. */
    @Nested
    class ScoreSnapshotRepositoryIs extends ScoreSnapshotRepositoryContract {
        @Override
        protected CrmStore store(Schema schema) {
            return WholeStoreContract.this.store(schema);
        }
    }

    /** The contract of the SegmentRepository. */
    @Nested
    class SegmentRepositoryIs extends SegmentRepositoryContract {
        @Override
        protected CrmStore store(Schema schema) {
            return WholeStoreContract.this.store(schema);
        }
    }

    /** The contract of the SegmentMembershipRepository. */
    @Nested
    class SegmentMembershipRepositoryIs extends SegmentMembershipRepositoryContract {
        @Override
        protected CrmStore store(Schema schema) {
            return WholeStoreContract.this.store(schema);
        }
    }

    /** The contract of the SegmentFlipRepository. */
    @Nested
    class SegmentFlipRepositoryIs extends SegmentFlipRepositoryContract {
        @Override
        protected CrmStore store(Schema schema) {
            return WholeStoreContract.this.store(schema);
        }
    }

    /** The contract of the SegmentEditionRepository. */
    @Nested
    class SegmentEditionRepositoryIs extends SegmentEditionRepositoryContract {
        @Override
        protected CrmStore store(Schema schema) {
            return WholeStoreContract.this.store(schema);
        }
    }

    /** The contract of the ProductRepository. */
    @Nested
    class ProductRepositoryIs extends ProductRepositoryContract {
        @Override
        protected CrmStore store(Schema schema) {
            return WholeStoreContract.this.store(schema);
        }
    }

    /** The contract of the PriceBookRepository. */
    @Nested
    class PriceBookRepositoryIs extends PriceBookRepositoryContract {
        @Override
        protected CrmStore store(Schema schema) {
            return WholeStoreContract.this.store(schema);
        }
    }

    /** The contract of the PriceRepository. */
    @Nested
    class PriceRepositoryIs extends PriceRepositoryContract {
        @Override
        protected CrmStore store(Schema schema) {
            return WholeStoreContract.this.store(schema);
        }
    }

    /** The contract of the PurchaseRepository. */
    @Nested
    class PurchaseRepositoryIs extends PurchaseRepositoryContract {
        @Override
        protected CrmStore store(Schema schema) {
            return WholeStoreContract.this.store(schema);
        }
    }

    /** The contract of the PurchaseReturnRepository. */
    @Nested
    class PurchaseReturnRepositoryIs extends PurchaseReturnRepositoryContract {
        @Override
        protected CrmStore store(Schema schema) {
            return WholeStoreContract.this.store(schema);
        }
    }

    /** The contract of the InvoiceRepository. */
    @Nested
    class InvoiceRepositoryIs extends InvoiceRepositoryContract {
        @Override
        protected CrmStore store(Schema schema) {
            return WholeStoreContract.this.store(schema);
        }
    }

    /** The contract of the CreditRepository. */
    @Nested
    class CreditRepositoryIs extends CreditRepositoryContract {
        @Override
        protected CrmStore store(Schema schema) {
            return WholeStoreContract.this.store(schema);
        }
    }

    /** The contract of the TicketRepository. */
    @Nested
    class TicketRepositoryIs extends TicketRepositoryContract {
        @Override
        protected CrmStore store(Schema schema) {
            return WholeStoreContract.this.store(schema);
        }
    }

    /** The contract of the AssetRepository. */
    @Nested
    class AssetRepositoryIs extends AssetRepositoryContract {
        @Override
        protected CrmStore store(Schema schema) {
            return WholeStoreContract.this.store(schema);
        }
    }

    /** The contract of the ServicePolicyRepository. */
    @Nested
    class ServicePolicyRepositoryIs extends ServicePolicyRepositoryContract {
        @Override
        protected CrmStore store(Schema schema) {
            return WholeStoreContract.this.store(schema);
        }
    }

    /** The contract of the TicketProcessRepository. */
    @Nested
    class TicketProcessRepositoryIs extends TicketProcessRepositoryContract {
        @Override
        protected CrmStore store(Schema schema) {
            return WholeStoreContract.this.store(schema);
        }
    }

    /** The contract of the TicketSequenceRepository. */
    @Nested
    class TicketSequenceRepositoryIs extends TicketSequenceRepositoryContract {
        @Override
        protected CrmStore store(Schema schema) {
            return WholeStoreContract.this.store(schema);
        }
    }

    /** The contract of the CampaignRepository. */
    @Nested
    class CampaignRepositoryIs extends CampaignRepositoryContract {
        @Override
        protected CrmStore store(Schema schema) {
            return WholeStoreContract.this.store(schema);
        }
    }

    /** The contract of the CampaignMemberRepository. */
    @Nested
    class CampaignMemberRepositoryIs extends CampaignMemberRepositoryContract {
        @Override
        protected CrmStore store(Schema schema) {
            return WholeStoreContract.this.store(schema);
        }
    }

    /** The contract of the CallListRepository. */
    @Nested
    class CallListRepositoryIs extends CallListRepositoryContract {
        @Override
        protected CrmStore store(Schema schema) {
            return WholeStoreContract.this.store(schema);
        }
    }

    /** The contract of the CallEntryRepository. */
    @Nested
    class CallEntryRepositoryIs extends CallEntryRepositoryContract {
        @Override
        protected CrmStore store(Schema schema) {
            return WholeStoreContract.this.store(schema);
        }
    }

    /** The contract of the CallAttemptRepository. */
    @Nested
    class CallAttemptRepositoryIs extends CallAttemptRepositoryContract {
        @Override
        protected CrmStore store(Schema schema) {
            return WholeStoreContract.this.store(schema);
        }
    }

    /** The contract of the CallAgentRepository. */
    @Nested
    class CallAgentRepositoryIs extends CallAgentRepositoryContract {
        @Override
        protected CrmStore store(Schema schema) {
            return WholeStoreContract.this.store(schema);
        }
    }

    /** The contract of the QuestionnaireRepository. */
    @Nested
    class QuestionnaireRepositoryIs extends QuestionnaireRepositoryContract {
        @Override
        protected CrmStore store(Schema schema) {
            return WholeStoreContract.this.store(schema);
        }
    }

    /** The contract of the SurveyInvitationRepository. */
    @Nested
    class SurveyInvitationRepositoryIs extends SurveyInvitationRepositoryContract {
        @Override
        protected CrmStore store(Schema schema) {
            return WholeStoreContract.this.store(schema);
        }
    }

    /** The contract of the SurveyResponseRepository. */
    @Nested
    class SurveyResponseRepositoryIs extends SurveyResponseRepositoryContract {
        @Override
        protected CrmStore store(Schema schema) {
            return WholeStoreContract.this.store(schema);
        }
    }

    /** The contract of the EventRepository. */
    @Nested
    class EventRepositoryIs extends EventRepositoryContract {
        @Override
        protected CrmStore store(Schema schema) {
            return WholeStoreContract.this.store(schema);
        }
    }
}
