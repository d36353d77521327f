package org.sambandh.crm.scoring;

import java.util.List;
import java.util.Optional;
import org.sambandh.crm.common.ModelId;
import org.sambandh.crm.common.ModelVersionId;
import org.sambandh.crm.common.ScoreSnapshotId;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.field.Subject;
import org.sambandh.crm.store.CustomerData;
import org.sambandh.crm.store.EntityType;
import org.sambandh.crm.store.Feature;
import org.sambandh.crm.store.ForwardingRepository;
import org.sambandh.crm.store.Repository;

/** Points models, their versions and recorded scores, described to stores and catalogue. */
public final class ScoringFeature implements Feature {

    private static final EntityType<ScoreModel, ModelId, ScoreModelRepository> MODEL = new EntityType<>(
            ScoreModel.class,
            "scoreModel",
            ScoreModelFields.ID,
            ScoreModelRepository.class,
            Models::new,
            (model, revision) -> model.toBuilder().revision(revision).build(),
            List.of(ScoreModelFields.EXTERNAL_REFS));

    private static final EntityType<ScoreSnapshot, ScoreSnapshotId, ScoreSnapshotRepository> SNAPSHOT =
            new EntityType<>(
                    ScoreSnapshot.class,
                    "scoreSnapshot",
                    ScoreSnapshotFields.ID,
                    ScoreSnapshotRepository.class,
                    Snapshots::new,
                    (snapshot, revision) ->
                            snapshot.toBuilder().revision(revision).build(),
                    List.of(ScoreSnapshotFields.KEY, ScoreSnapshotFields.EXTERNAL_REFS));

    private static final EntityType<ScoreModelVersion, ModelVersionId, ScoreModelVersionRepository> VERSION =
            new EntityType<>(
                    ScoreModelVersion.class,
                    "scoreModelVersion",
                    ScoreModelVersionFields.ID,
                    ScoreModelVersionRepository.class,
                    Versions::new,
                    (version, revision) ->
                            version.toBuilder().revision(revision).build(),
                    List.of(ScoreModelVersionFields.KEY, ScoreModelVersionFields.EXTERNAL_REFS));

    /** Makes the feature. */
    public ScoringFeature() {}

    @Override
    public String name() {
        return "scoring";
    }

    @Override
    public List<EntityType<?, ?, ?>> entities() {
        return List.of(MODEL, VERSION, SNAPSHOT);
    }

    @Override
    public void declare(Catalog.Builder catalog) {
        catalog.entity(ScoreModel.class, "scoreModel", ScoreModelFields.ID, ScoreModelFields.ALL);
        catalog.entity(
                ScoreModelVersion.class, "scoreModelVersion", ScoreModelVersionFields.ID, ScoreModelVersionFields.ALL);
        catalog.entity(ScoreSnapshot.class, "scoreSnapshot", ScoreSnapshotFields.ID, ScoreSnapshotFields.ALL);
    }

    @Override
    public void relate(Catalog.Builder catalog) {
        catalog.subjects().forEach(subject -> relate(catalog, subject));
    }

    private static <S> void relate(Catalog.Builder catalog, Subject<S> subject) {
        subject.id()
                .ifPresent(id ->
                        catalog.relation(ScoreSnapshotFields.scores(id)).relation(ScoreSnapshotFields.latest(id)));
    }

    @Override
    public Optional<CustomerData> customerData() {
        return Optional.of(new ScoreCustomerData());
    }

    private static final class Models extends ForwardingRepository<ScoreModel, ModelId>
            implements ScoreModelRepository {

        Models(Repository<ScoreModel, ModelId> inner) {
            super(inner);
        }
    }

    private static final class Versions extends ForwardingRepository<ScoreModelVersion, ModelVersionId>
            implements ScoreModelVersionRepository {

        Versions(Repository<ScoreModelVersion, ModelVersionId> inner) {
            super(inner);
        }
    }

    private static final class Snapshots extends ForwardingRepository<ScoreSnapshot, ScoreSnapshotId>
            implements ScoreSnapshotRepository {

        Snapshots(Repository<ScoreSnapshot, ScoreSnapshotId> inner) {
            super(inner);
        }
    }
}
