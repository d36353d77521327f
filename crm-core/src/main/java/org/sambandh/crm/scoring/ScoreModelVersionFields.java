package org.sambandh.crm.scoring;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sambandh.crm.common.ModelId;
import org.sambandh.crm.common.ModelVersionId;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.store.EntityType;

/** The fields of a version of a points model. */
public final class ScoreModelVersionFields {

    /** Its identity. */
    public static final Field.One<ScoreModelVersion, ModelVersionId> ID = Field.one(
            ScoreModelVersion.class,
            "id",
            FieldType.id(ModelVersionId.class, ModelVersionId::new),
            ScoreModelVersion::id);

    /** Of which model. */
    public static final Field.Reference<ScoreModelVersion, ModelId, ScoreModel> MODEL = Field.reference(
                    ScoreModelVersion.class,
                    "model",
                    FieldType.id(ModelId.class, ModelId::new),
                    ScoreModel.class,
                    v -> Optional.of(v.model().id()))
            .asIndexed();

    /** The version, from 1. */
    public static final Field.One<ScoreModelVersion, BigDecimal> VERSION = Field.one(
            ScoreModelVersion.class,
            "version",
            FieldType.INTEGER,
            v -> BigDecimal.valueOf(v.model().version()));

    /** Since when it is or was in force. */
    public static final Field.One<ScoreModelVersion, Instant> FROM =
            Field.one(ScoreModelVersion.class, "from", FieldType.INSTANT, ScoreModelVersion::from);

    /** Model and version together, so that no two definitions can be the same version. */
    public static final Field.One<ScoreModelVersion, String> KEY = Field.one(
                    ScoreModelVersion.class,
                    "key",
                    FieldType.TEXT,
                    v -> v.model().id() + "/" + v.model().version())
            .asIndexed();

    /** How other systems name it. */
    public static final Field.Many<ScoreModelVersion, String> EXTERNAL_REFS =
            EntityType.externalRefs(ScoreModelVersion.class);

    /** All of them but the id. */
    public static final List<Field<ScoreModelVersion, ?>> ALL = List.of(MODEL, VERSION, FROM, KEY, EXTERNAL_REFS);

    private ScoreModelVersionFields() {}
}
