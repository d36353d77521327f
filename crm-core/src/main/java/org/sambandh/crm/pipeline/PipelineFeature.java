package org.sambandh.crm.pipeline;

import java.util.List;
import java.util.Optional;
import org.sambandh.crm.common.OpportunityId;
import org.sambandh.crm.common.PipelineId;
import org.sambandh.crm.common.SnapshotId;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.store.CustomerData;
import org.sambandh.crm.store.EntityType;
import org.sambandh.crm.store.Feature;

/** Deals, pipelines and daily snapshots, described to stores and catalogue. */
public final class PipelineFeature implements Feature {

    private static final EntityType<Opportunity, OpportunityId, OpportunityRepository> OPPORTUNITY = new EntityType<>(
            Opportunity.class,
            "opportunity",
            OpportunityFields.ID,
            OpportunityRepository.class,
            Forwarding.Opportunities::new,
            (deal, revision) -> deal.toBuilder().revision(revision).build(),
            List.of(OpportunityFields.EXTERNAL_REFS));

    private static final EntityType<Pipeline, PipelineId, PipelineRepository> PIPELINE = new EntityType<>(
            Pipeline.class,
            "pipeline",
            PipelineFields.ID,
            PipelineRepository.class,
            Forwarding.Pipelines::new,
            (pipeline, revision) -> pipeline.toBuilder().revision(revision).build(),
            List.of(PipelineFields.EXTERNAL_REFS));

    private static final EntityType<PipelineSnapshot, SnapshotId, PipelineSnapshotRepository> SNAPSHOT =
            new EntityType<>(
                    PipelineSnapshot.class,
                    "pipelineSnapshot",
                    PipelineFields.SNAPSHOT_ID,
                    PipelineSnapshotRepository.class,
                    Forwarding.Snapshots::new,
                    (snapshot, revision) ->
                            snapshot.toBuilder().revision(revision).build(),
                    List.of(PipelineFields.SNAPSHOT_DATE));

    /** Makes the feature. */
    public PipelineFeature() {}

    @Override
    public String name() {
        return "pipeline";
    }

    @Override
    public List<EntityType<?, ?, ?>> entities() {
        return List.of(OPPORTUNITY, PIPELINE, SNAPSHOT);
    }

    @Override
    public void declare(Catalog.Builder catalog) {
        catalog.entity(Opportunity.class, "opportunity", OpportunityFields.ID, OpportunityFields.ALL)
                .entity(Pipeline.class, "pipeline", PipelineFields.ID, PipelineFields.ALL)
                .entity(
                        PipelineSnapshot.class,
                        "pipelineSnapshot",
                        PipelineFields.SNAPSHOT_ID,
                        PipelineFields.SNAPSHOT_ALL)
                .part(Line.class, "opportunityLine", DealPartFields.LINE)
                .part(StageVisit.class, "stageVisit", DealPartFields.VISIT)
                .part(Stakeholder.class, "stakeholder", DealPartFields.STAKEHOLDER);
    }

    @Override
    public void relate(Catalog.Builder catalog) {
        catalog.relation(OpportunityFields.OPPORTUNITIES)
                .relation(OpportunityFields.STAKES)
                .relation(DealPartFields.LINES)
                .relation(DealPartFields.VISITS)
                .relation(DealPartFields.PARTIES);
    }

    @Override
    public Optional<CustomerData> customerData() {
        return Optional.of(new DealCustomerData());
    }
}
