package org.sambandh.crm.scoring;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sambandh.crm.common.ModelId;
import org.sambandh.crm.common.ScoreSnapshotId;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.field.Relation;

/** The fields of a recorded score, and the relation that leads to it from any subject. */
public final class ScoreSnapshotFields {

    /** The name of the relation that leads from every subject to its recorded scores. */
    public static final String SCORES = "scores";

    /** Its identity. */
    public static final Field.One<ScoreSnapshot, ScoreSnapshotId> ID = Field.one(
            ScoreSnapshot.class, "id", FieldType.id(ScoreSnapshotId.class, ScoreSnapshotId::new), ScoreSnapshot::id);

    /** By which model. */
    public static final Field.Reference<ScoreSnapshot, ModelId, ScoreModel> MODEL = Field.reference(
                    ScoreSnapshot.class,
                    "model",
                    FieldType.id(ModelId.class, ModelId::new),
                    ScoreModel.class,
                    s -> Optional.of(s.model()))
            .asIndexed();

    /** The kind of subject, as the catalogue names it. */
    public static final Field.One<ScoreSnapshot, String> KIND = Field.one(
            ScoreSnapshot.class, "kind", FieldType.TEXT, s -> s.subject().kind());

    /** The id of the subject. */
    public static final Field.One<ScoreSnapshot, String> SUBJECT_ID = Field.one(
                    ScoreSnapshot.class,
                    "subjectId",
                    FieldType.TEXT,
                    s -> s.subject().id())
            .asIndexed();

    /** The points. */
    public static final Field.One<ScoreSnapshot, BigDecimal> VALUE = Field.one(
            ScoreSnapshot.class,
            "value",
            FieldType.number(Points.SCALE),
            s -> s.score().value());

    /** The name of the grade. */
    public static final Field.One<ScoreSnapshot, String> GRADE = Field.one(
            ScoreSnapshot.class, "grade", FieldType.TEXT, s -> s.score().grade());

    /** When it was scored. */
    public static final Field.One<ScoreSnapshot, Instant> AT = Field.one(
            ScoreSnapshot.class,
            "at",
            FieldType.INSTANT,
            s -> s.score().moment().at());

    /** All of them but the id. */
    public static final List<Field<ScoreSnapshot, ?>> ALL = List.of(MODEL, KIND, SUBJECT_ID, VALUE, GRADE, AT);

    private ScoreSnapshotFields() {}

    /**
     * Returns the relation that leads from a subject to its recorded scores. Ids of subjects of different kinds may be
     * equal, so a condition on the facts also tests {@link #KIND}, unless it names a {@link #MODEL}.
     *
     * @param id the field that holds the subject's id
     * @param <S> the subject
     * @return the relation
     */
    public static <S> Relation.Join<S, ScoreSnapshot> scores(Field.One<S, ?> id) {
        return Relation.join(SCORES, id, SUBJECT_ID).at(AT);
    }
}
