package org.sambandh.crm.segment;

import java.util.List;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.store.EntityType;

/** The fields of a segment. */
public final class SegmentFields {

    /** Its identity. */
    public static final Field.One<Segment, SegmentId> ID =
            Field.one(Segment.class, "id", FieldType.id(SegmentId.class, SegmentId::new), Segment::id);

    /** Its name. */
    public static final Field.One<Segment, String> NAME =
            Field.one(Segment.class, "name", FieldType.TEXT, Segment::name).asIndexed();

    /** The kind of its members, as the catalogue names it. */
    public static final Field.One<Segment, String> SUBJECT = Field.one(
                    Segment.class, "subject", FieldType.TEXT, Segment::subject)
            .asIndexed();

    /** How members are found. */
    public static final Field.One<Segment, Segment.Kind> KIND =
            Field.one(Segment.class, "kind", FieldType.enumOf(Segment.Kind.class), Segment::kind);

    /** The rule as a sentence; missing for a list kept by hand and for a broken rule. */
    public static final Field.One<Segment, String> RULE = Field.optional(
            Segment.class,
            "rule",
            FieldType.TEXT,
            s -> s.rule().filter(r -> r.isValid()).map(r -> r.condition().describe()));

    /** The ids of the subjects that are members whatever the rule says. */
    public static final Field.Many<Segment, String> INCLUDES =
            Field.many(Segment.class, "includes", FieldType.TEXT, Segment::includes);

    /** The ids of the subjects that are never members. */
    public static final Field.Many<Segment, String> EXCLUDES =
            Field.many(Segment.class, "excludes", FieldType.TEXT, Segment::excludes);

    /** Whether it is hidden. */
    public static final Field.One<Segment, Boolean> ARCHIVED =
            Field.one(Segment.class, "archived", FieldType.BOOLEAN, Segment::archived);

    /** How other systems name it. */
    public static final Field.Many<Segment, String> EXTERNAL_REFS = EntityType.externalRefs(Segment.class);

    /** All of them but the id. */
    public static final List<Field<Segment, ?>> ALL =
            List.of(NAME, SUBJECT, KIND, RULE, INCLUDES, EXCLUDES, ARCHIVED, EXTERNAL_REFS);

    private SegmentFields() {}
}
