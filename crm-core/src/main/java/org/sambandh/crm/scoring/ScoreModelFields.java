package org.sambandh.crm.scoring;

import java.math.BigDecimal;
import java.util.List;
import org.sambandh.crm.common.ModelId;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.store.EntityType;

/** The fields of a stored points model. */
public final class ScoreModelFields {

    /** Its identity. */
    public static final Field.One<ScoreModel, ModelId> ID =
            Field.one(ScoreModel.class, "id", FieldType.id(ModelId.class, ModelId::new), ScoreModel::id);

    /** Its name. */
    public static final Field.One<ScoreModel, String> NAME =
            Field.one(ScoreModel.class, "name", FieldType.TEXT, m -> m.model().name());

    /** Its version, from 1. */
    public static final Field.One<ScoreModel, BigDecimal> VERSION = Field.one(
            ScoreModel.class,
            "version",
            FieldType.INTEGER,
            m -> BigDecimal.valueOf(m.model().version()));

    /** Whether it is hidden. */
    public static final Field.One<ScoreModel, Boolean> ARCHIVED =
            Field.one(ScoreModel.class, "archived", FieldType.BOOLEAN, ScoreModel::archived);

    /** How other systems name it. */
    public static final Field.Many<ScoreModel, String> EXTERNAL_REFS = EntityType.externalRefs(ScoreModel.class);

    /** All of them but the id. */
    public static final List<Field<ScoreModel, ?>> ALL = List.of(NAME, VERSION, ARCHIVED, EXTERNAL_REFS);

    private ScoreModelFields() {}
}
