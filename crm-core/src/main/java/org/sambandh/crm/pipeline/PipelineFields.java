package org.sambandh.crm.pipeline;

import java.time.LocalDate;
import java.util.List;
import org.sambandh.crm.common.PipelineId;
import org.sambandh.crm.common.SnapshotId;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.store.EntityType;

/** What can be asked of a pipeline and of a snapshot by name. */
public final class PipelineFields {

    /** The identity of a pipeline. */
    public static final Field.One<Pipeline, PipelineId> ID =
            Field.one(Pipeline.class, "id", FieldType.id(PipelineId.class, PipelineId::new), Pipeline::id);

    /** The name of a pipeline for people. */
    public static final Field.One<Pipeline, String> NAME =
            Field.one(Pipeline.class, "name", FieldType.TEXT, Pipeline::name);

    /** The codes of the stages of a pipeline, in order. */
    public static final Field.Many<Pipeline, String> STAGES = Field.many(
            Pipeline.class,
            "stages",
            FieldType.TEXT,
            pipeline -> pipeline.stages().stream().map(Stage::code).toList());

    /** How other systems name a pipeline. */
    public static final Field.Many<Pipeline, String> EXTERNAL_REFS = EntityType.externalRefs(Pipeline.class);

    /** All fields of a pipeline but the id. */
    public static final List<Field<Pipeline, ?>> ALL = List.of(NAME, STAGES, EXTERNAL_REFS);

    /** The identity of a snapshot. */
    public static final Field.One<PipelineSnapshot, SnapshotId> SNAPSHOT_ID = Field.one(
            PipelineSnapshot.class, "id", FieldType.id(SnapshotId.class, SnapshotId::new), PipelineSnapshot::id);

    /** The local day of a snapshot; no two of a tenant share it. */
    public static final Field.One<PipelineSnapshot, LocalDate> SNAPSHOT_DATE = Field.one(
                    PipelineSnapshot.class, "date", FieldType.DATE, PipelineSnapshot::date)
            .asIndexed();

    /** All fields of a snapshot but the id. */
    public static final List<Field<PipelineSnapshot, ?>> SNAPSHOT_ALL = List.of(SNAPSHOT_DATE);

    private PipelineFields() {}
}
