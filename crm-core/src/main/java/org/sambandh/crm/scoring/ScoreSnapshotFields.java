package org.sambandh.crm.scoring;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ModelId;
import org.sambandh.crm.common.ScoreSnapshotId;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Conditions;
import org.sambandh.crm.condition.Tests;
import org.sambandh.crm.condition.Window;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.field.Relation;
import org.sambandh.crm.store.EntityType;

/** The fields of a recorded score, and the relation that leads to it from any subject. */
public final class ScoreSnapshotFields {

    /** The name of the relation that leads from every subject to all its recorded scores, past ones too. */
    public static final String SCORES = "scores";

    /** The name of the relation that leads from every subject to the latest recorded score of each model. */
    public static final String LATEST_SCORES = "latestScores";

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

    /** The points of the groups of the kind fit; missing where the model has none. */
    public static final Field.One<ScoreSnapshot, BigDecimal> FIT =
            Field.one(ScoreSnapshot.class, "fit", FieldType.number(Points.SCALE), s -> points(s, Group.Kind.FIT));

    /** The points of the groups of the kind engagement; missing where the model has none. */
    public static final Field.One<ScoreSnapshot, BigDecimal> ENGAGEMENT = Field.one(
            ScoreSnapshot.class, "engagement", FieldType.number(Points.SCALE), s -> points(s, Group.Kind.ENGAGEMENT));

    /** The mark of the fit. */
    public static final Field.One<ScoreSnapshot, String> LETTER = Field.one(
            ScoreSnapshot.class, "letter", FieldType.TEXT, s -> s.score().letter());

    /** The mark of the engagement. */
    public static final Field.One<ScoreSnapshot, String> NUMBER = Field.one(
            ScoreSnapshot.class, "number", FieldType.TEXT, s -> s.score().number());

    /** Letter and number, for example {@code A1}. */
    public static final Field.One<ScoreSnapshot, String> COMBINED = Field.optional(
            ScoreSnapshot.class, "combined", FieldType.TEXT, s -> s.score().combined());

    /** Since when the score is known to be this one. */
    public static final Field.One<ScoreSnapshot, Instant> RECORDED_AT =
            Field.one(ScoreSnapshot.class, "recordedAt", FieldType.INSTANT, ScoreSnapshot::recordedAt);

    /** When another score took its place; missing in the latest. */
    public static final Field.One<ScoreSnapshot, Instant> SUPERSEDED_AT = Field.optional(
                    ScoreSnapshot.class, "supersededAt", FieldType.INSTANT, ScoreSnapshot::supersededAt)
            .asIndexed();

    /** Whether no later one was recorded. */
    public static final Field.One<ScoreSnapshot, Boolean> LATEST =
            Field.one(ScoreSnapshot.class, "latest", FieldType.BOOLEAN, ScoreSnapshot::latest);

    /** The id of the subject in the latest of each model, missing in the others: what {@link #latest} joins by. */
    public static final Field.One<ScoreSnapshot, String> LATEST_OF = Field.one(
                    ScoreSnapshot.class,
                    "latestOf",
                    FieldType.TEXT,
                    s -> s.latest() ? s.subject().id() : null)
            .asIndexed();

    /** Model and subject of the latest, missing in the others: so that there is only one. */
    public static final Field.One<ScoreSnapshot, String> KEY = Field.one(
                    ScoreSnapshot.class, "key", FieldType.TEXT, s -> s.latest() ? key(s.model(), s.subject()) : null)
            .asIndexed();

    /** How other systems name it. */
    public static final Field.Many<ScoreSnapshot, String> EXTERNAL_REFS = EntityType.externalRefs(ScoreSnapshot.class);

    /** All of them but the id. */
    public static final List<Field<ScoreSnapshot, ?>> ALL = List.of(
            MODEL,
            KIND,
            SUBJECT_ID,
            VALUE,
            GRADE,
            FIT,
            ENGAGEMENT,
            LETTER,
            NUMBER,
            COMBINED,
            AT,
            RECORDED_AT,
            SUPERSEDED_AT,
            LATEST,
            LATEST_OF,
            KEY,
            EXTERNAL_REFS);

    private ScoreSnapshotFields() {}

    /**
     * Returns the relation that leads from a subject to all its recorded scores, past ones too. Ids of subjects of different kinds may be
     * equal, so a condition on the facts also tests {@link #KIND}, unless it names a {@link #MODEL}.
     *
     * @param id the field that holds the subject's id
     * @param <S> the subject
     * @return the relation
     */
    public static <S> Relation.Join<S, ScoreSnapshot> scores(Field.One<S, ?> id) {
        return Relation.join(SCORES, id, SUBJECT_ID).at(AT);
    }

    /**
     * Returns the relation that leads from a subject to its latest recorded scores, one of each model.
     *
     * @param id the field that holds the subject's id
     * @param <S> the subject
     * @return the relation
     */
    public static <S> Relation.Join<S, ScoreSnapshot> latest(Field.One<S, ?> id) {
        return Relation.join(LATEST_SCORES, id, LATEST_OF).at(RECORDED_AT);
    }

    /**
     * Returns the condition that the latest recorded score of a subject under a model passes a test: what a segment by
     * grade or score is made of. Nothing recorded: false.
     *
     * <pre>{@code
     * latestPasses(CustomerFields.ID, model, where(ScoreSnapshotFields.GRADE, in("A", "B")))
     * latestPasses(CustomerFields.ID, model, where(ScoreSnapshotFields.VALUE, atLeast(60)))
     * }</pre>
     *
     * @param id the field that holds the subject's id
     * @param model the model
     * @param test what must hold for the recorded score
     * @param <S> the subject
     * @return the condition
     */
    public static <S> Condition<S> latestPasses(Field.One<S, ?> id, ModelId model, Condition<ScoreSnapshot> test) {
        Condition<ScoreSnapshot> under = Conditions.all(Conditions.where(MODEL, Tests.is(model)), test);
        return Conditions.count(latest(id), under, Window.ever(), Tests.atLeast(1));
    }

    static String key(ModelId model, EntityRef subject) {
        return model + " " + subject;
    }

    private static @Nullable BigDecimal points(ScoreSnapshot snapshot, Group.Kind kind) {
        boolean none = snapshot.score().groups().stream().noneMatch(g -> g.kind() == kind);
        return none ? null : snapshot.score().points(kind);
    }
}
