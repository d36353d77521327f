package org.sambandh.crm.prediction;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.ModelId;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.store.EntityType;

/** The fields of a stored predictive model. */
public final class PredictiveModelFields {

    /** Its identity. */
    public static final Field.One<PredictiveModel, ModelId> ID =
            Field.one(PredictiveModel.class, "id", FieldType.id(ModelId.class, ModelId::new), PredictiveModel::id);

    /** Its name. */
    public static final Field.One<PredictiveModel, String> NAME =
            Field.one(PredictiveModel.class, "name", FieldType.TEXT, PredictiveModel::name);

    /** Its version, from 1. */
    public static final Field.One<PredictiveModel, BigDecimal> VERSION =
            Field.one(PredictiveModel.class, "version", FieldType.INTEGER, m -> BigDecimal.valueOf(m.version()));

    /** Whether it is hidden. */
    public static final Field.One<PredictiveModel, Boolean> ARCHIVED =
            Field.one(PredictiveModel.class, "archived", FieldType.BOOLEAN, PredictiveModel::archived);

    /** The kind of subject whose closed ones it counts, as they close; missing for all others and where it is archived. */
    public static final Field.One<PredictiveModel, String> COUNTED = Field.one(
                    PredictiveModel.class, "counted", FieldType.TEXT, PredictiveModelFields::counted)
            .asIndexed();

    /** How other systems name it. */
    public static final Field.Many<PredictiveModel, String> EXTERNAL_REFS =
            EntityType.externalRefs(PredictiveModel.class);

    /** All of them but the id. */
    public static final List<Field<PredictiveModel, ?>> ALL = List.of(NAME, VERSION, ARCHIVED, COUNTED, EXTERNAL_REFS);

    private PredictiveModelFields() {}

    private static @Nullable String counted(PredictiveModel model) {
        return model.learned() instanceof Learned.Counts counts && !model.archived()
                ? counts.subject().getSimpleName()
                : null;
    }
}
