package org.sambandh.crm.segment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sambandh.crm.common.MembershipId;
import org.sambandh.crm.common.SegmentId;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.field.Memberships;
import org.sambandh.crm.field.Relation;

/** The fields of a period of membership, and the relation that leads to it from any subject. */
public final class SegmentMembershipFields {

    /** The name of the relation that leads from every subject to its memberships. */
    public static final String MEMBERSHIPS = "memberships";

    /** Its identity. */
    public static final Field.One<SegmentMembership, MembershipId> ID = Field.one(
            SegmentMembership.class, "id", FieldType.id(MembershipId.class, MembershipId::new), SegmentMembership::id);

    /** Of which segment. */
    public static final Field.Reference<SegmentMembership, SegmentId, Segment> SEGMENT = Field.reference(
                    SegmentMembership.class,
                    "segment",
                    FieldType.id(SegmentId.class, SegmentId::new),
                    Segment.class,
                    m -> Optional.of(m.segment()))
            .asIndexed();

    /** The kind of the member, as the catalogue names it. */
    public static final Field.One<SegmentMembership, String> KIND = Field.one(
            SegmentMembership.class, "kind", FieldType.TEXT, m -> m.subject().kind());

    /** The id of the member. */
    public static final Field.One<SegmentMembership, String> SUBJECT_ID = Field.one(
                    SegmentMembership.class,
                    "subjectId",
                    FieldType.TEXT,
                    m -> m.subject().id())
            .asIndexed();

    /** When it was entered. */
    public static final Field.One<SegmentMembership, Instant> SINCE =
            Field.one(SegmentMembership.class, "since", FieldType.INSTANT, SegmentMembership::since);

    /** When it was left; missing while it lasts. */
    public static final Field.One<SegmentMembership, Instant> UNTIL =
            Field.optional(SegmentMembership.class, "until", FieldType.INSTANT, SegmentMembership::until);

    /** All of them but the id. */
    public static final List<Field<SegmentMembership, ?>> ALL = List.of(SEGMENT, KIND, SUBJECT_ID, SINCE, UNTIL);

    private SegmentMembershipFields() {}

    /**
     * Returns the relation that leads from a subject to its periods of membership, by the time of entering. Ids of
     * subjects of different kinds may be equal, so a condition on the periods also tests {@link #KIND}, unless it names
     * a {@link #SEGMENT}.
     *
     * @param id the field that holds the subject's id
     * @param <S> the subject
     * @return the relation
     */
    public static <S> Relation.Join<S, SegmentMembership> memberships(Field.One<S, ?> id) {
        return Relation.join(MEMBERSHIPS, id, SUBJECT_ID).at(SINCE);
    }

    static <S> Memberships<S, SegmentMembership> declared(Field.One<S, ?> id) {
        return new Memberships<>(memberships(id), KIND, SEGMENT, UNTIL);
    }
}
