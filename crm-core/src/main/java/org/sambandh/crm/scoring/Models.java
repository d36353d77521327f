package org.sambandh.crm.scoring;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.ModelId;
import org.sambandh.crm.common.ModelVersionId;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Tests;
import org.sambandh.crm.store.Order;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Unit;
import org.sambandh.crm.store.Upserted;

/** Writes and finds models and their versions. */
final class Models {

    private Models() {}

    static <S> Upserted<ScoreModel> put(Unit unit, PointsModel<S> model, List<ExternalRef> refs) {
        Scorer.of(model, unit.catalog());
        Caps.check(model);
        Optional<ScoreModel> stored = unit.get(ScoreModelRepository.class).findById(model.id());
        if (stored.isEmpty()) {
            ScoreModel fresh = ScoreModel.builder(model.id())
                    .model(model.atVersion(1))
                    .externalRefs(refs)
                    .build();
            keepVersion(unit, fresh);
            return new Upserted.Created<>(save(unit, ScoreEvents.MODEL_DEFINED, null, fresh));
        }
        ScoreModel before = stored.get();
        Set<ExternalRef> allRefs = new LinkedHashSet<>(before.externalRefs());
        allRefs.addAll(refs);
        int version = before.model().version();
        boolean sameModel = before.model().equals(model.atVersion(version));
        if (sameModel
                && !before.archived()
                && allRefs.size() == before.externalRefs().size()) {
            return new Upserted.Unchanged<>(before);
        }
        ScoreModel after = before.toBuilder()
                .model(model.atVersion(sameModel ? version : version + 1))
                .externalRefs(List.copyOf(allRefs))
                .archived(false)
                .build();
        if (!sameModel) {
            keepVersion(unit, after);
        }
        return new Upserted.Updated<>(save(unit, ScoreEvents.MODEL_CHANGED, before, after));
    }

    static ScoreModel archive(Unit unit, ModelId id) {
        ScoreModel before = stored(unit, id);
        return before.archived() ? before : save(unit, ScoreEvents.MODEL_ARCHIVED, before, before.archive());
    }

    static ScoreModel stored(Unit unit, ModelId id) {
        return unit.get(ScoreModelRepository.class)
                .findById(id)
                .orElseThrow(() -> new NotFound(new EntityRef("scoreModel", id.value())));
    }

    /** One version; that in force also where no versions were kept. */
    static PointsModel<?> version(Unit unit, ModelId id, int version) {
        PointsModel<?> current = stored(unit, id).model();
        if (current.version() == version) {
            return current;
        }
        Condition<ScoreModelVersion> wanted =
                Conditions.where(ScoreModelVersionFields.KEY, Tests.is(id + "/" + version));
        return unit
                .get(ScoreModelVersionRepository.class)
                .find(Query.of(wanted, unit.moment()).limit(1))
                .items()
                .stream()
                .findFirst()
                .orElseThrow(() -> new Invalid(
                        "version",
                        "the model " + id + " has no version " + version + "; it is at " + current.version()))
                .model();
    }

    /** The version that was in force. */
    static PointsModel<?> inForce(Unit unit, ModelId id, Instant at) {
        stored(unit, id);
        Condition<ScoreModelVersion> begun = Conditions.all(
                Conditions.where(ScoreModelVersionFields.MODEL, Tests.is(id)),
                Conditions.where(ScoreModelVersionFields.FROM, Tests.atMost(at)));
        return unit
                .get(ScoreModelVersionRepository.class)
                .find(Query.of(begun, unit.moment())
                        .orderBy(Order.descending(ScoreModelVersionFields.VERSION))
                        .limit(1))
                .items()
                .stream()
                .findFirst()
                .orElseThrow(() -> new Invalid(
                        "at", "no version of the model " + id + " was in force at " + at + "; name one to score by"))
                .model();
    }

    private static void keepVersion(Unit unit, ScoreModel model) {
        ScoreModelVersion version = ScoreModelVersion.builder(unit.newId(ModelVersionId.class, ModelVersionId::new))
                .model(model.model())
                .from(unit.now())
                .build();
        unit.get(ScoreModelVersionRepository.class).save(List.of(version));
    }

    private static ScoreModel save(Unit unit, String event, @Nullable ScoreModel before, ScoreModel after) {
        ScoreModel saved =
                unit.get(ScoreModelRepository.class).save(List.of(after)).get(0);
        unit.record(event, ScoreModel.class, before, saved, List.of(), Map.of());
        return saved;
    }
}
