package org.sambandh.crm.prediction;

import java.util.List;
import java.util.Optional;
import org.sambandh.crm.common.ModelId;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.store.EntityType;
import org.sambandh.crm.store.Feature;
import org.sambandh.crm.store.ForwardingRepository;
import org.sambandh.crm.store.Reaction;
import org.sambandh.crm.store.Repository;

/** Predictive models, described to stores and catalogue. What they keep is shared by many, so it concerns no party. */
public final class PredictionFeature implements Feature {

    private static final EntityType<PredictiveModel, ModelId, PredictiveModelRepository> MODEL = new EntityType<>(
            PredictiveModel.class,
            "predictiveModel",
            PredictiveModelFields.ID,
            PredictiveModelRepository.class,
            Models::new,
            (model, revision) -> model.toBuilder().revision(revision).build(),
            List.of(PredictiveModelFields.EXTERNAL_REFS));

    /** Makes the feature. */
    public PredictionFeature() {}

    @Override
    public String name() {
        return "prediction";
    }

    @Override
    public List<EntityType<?, ?, ?>> entities() {
        return List.of(MODEL);
    }

    @Override
    public void declare(Catalog.Builder catalog) {
        catalog.entity(PredictiveModel.class, "predictiveModel", PredictiveModelFields.ID, PredictiveModelFields.ALL);
    }

    /** Deals and enquiries: for other subjects a host adds {@link PredictionReaction#on} of its own. */
    @Override
    public Optional<Reaction> reaction() {
        return Optional.of(PredictionReaction.on("opportunity", "lead"));
    }

    private static final class Models extends ForwardingRepository<PredictiveModel, ModelId>
            implements PredictiveModelRepository {

        Models(Repository<PredictiveModel, ModelId> inner) {
            super(inner);
        }
    }
}
