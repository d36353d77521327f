package org.sambandh.crm.segment;

import java.time.Instant;
import java.util.List;
import org.sambandh.crm.common.SegmentEditionId;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;

/** The fields of what is known about all segments of a tenant together. */
public final class SegmentEditionFields {

    /** Its identity. */
    public static final Field.One<SegmentEdition, SegmentEditionId> ID = Field.one(
            SegmentEdition.class,
            "id",
            FieldType.id(SegmentEditionId.class, SegmentEditionId::new),
            SegmentEdition::id);

    /** A text that changes with every definition. */
    public static final Field.One<SegmentEdition, String> STAMP =
            Field.one(SegmentEdition.class, "stamp", FieldType.TEXT, SegmentEdition::stamp);

    /** The instant before which no flip is due; missing where none is awaited. */
    public static final Field.One<SegmentEdition, Instant> NEXT_FLIP =
            Field.optional(SegmentEdition.class, "nextFlip", FieldType.INSTANT, SegmentEdition::nextFlip);

    /** All of them but the id. */
    public static final List<Field<SegmentEdition, ?>> ALL = List.of(STAMP, NEXT_FLIP);

    private SegmentEditionFields() {}
}
