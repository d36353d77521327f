package org.sambandh.crm.segment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sambandh.crm.common.SegmentFlipId;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;

/** The fields of an instant at which a membership may change by time alone. */
public final class SegmentFlipFields {

    /** Its identity. */
    public static final Field.One<SegmentFlip, SegmentFlipId> ID =
            Field.one(SegmentFlip.class, "id", FieldType.id(SegmentFlipId.class, SegmentFlipId::new), SegmentFlip::id);

    /** Of which segment. */
    public static final Field.Reference<SegmentFlip, SegmentId, Segment> SEGMENT = Field.reference(
                    SegmentFlip.class,
                    "segment",
                    FieldType.id(SegmentId.class, SegmentId::new),
                    Segment.class,
                    f -> Optional.of(f.segment()))
            .asIndexed();

    /** The kind of the subject, as the catalogue names it. */
    public static final Field.One<SegmentFlip, String> KIND = Field.one(
            SegmentFlip.class, "kind", FieldType.TEXT, f -> f.subject().kind());

    /** The id of the subject. */
    public static final Field.One<SegmentFlip, String> SUBJECT_ID = Field.one(
                    SegmentFlip.class,
                    "subjectId",
                    FieldType.TEXT,
                    f -> f.subject().id())
            .asIndexed();

    /** When the answer may change. */
    public static final Field.One<SegmentFlip, Instant> UNTIL = Field.one(
                    SegmentFlip.class, "until", FieldType.INSTANT, SegmentFlip::until)
            .asIndexed();

    /** All of them but the id. */
    public static final List<Field<SegmentFlip, ?>> ALL = List.of(SEGMENT, KIND, SUBJECT_ID, UNTIL);

    private SegmentFlipFields() {}
}
