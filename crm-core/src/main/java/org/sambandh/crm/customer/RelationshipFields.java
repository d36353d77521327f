package org.sambandh.crm.customer;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.RelationshipId;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.field.Relation;
import org.sambandh.crm.store.EntityType;

/** What can be asked of a relationship, and the relations that lead from a party to it. */
public final class RelationshipFields {

    /** Its identity. */
    public static final Field.One<Relationship, RelationshipId> ID = Field.one(
            Relationship.class, "id", FieldType.id(RelationshipId.class, RelationshipId::new), Relationship::id);

    /** What it is. */
    public static final Field.One<Relationship, RelationshipType> TYPE = Field.one(
            Relationship.class,
            "type",
            FieldType.code(RelationshipType.class, RelationshipType::of, RelationshipType::code),
            Relationship::type);

    /** The party on the left. */
    public static final Field.Reference<Relationship, CustomerId, Customer> FROM = Field.reference(
                    Relationship.class, "from", CustomerFields.ID_TYPE, Customer.class, r -> Optional.of(r.from()))
            .asIndexed();

    /** The party on the right. */
    public static final Field.Reference<Relationship, CustomerId, Customer> TO = Field.reference(
                    Relationship.class, "to", CustomerFields.ID_TYPE, Customer.class, r -> Optional.of(r.to()))
            .asIndexed();

    /** What the left party is there. */
    public static final Field.One<Relationship, String> ROLE_TITLE = Field.optional(
                    Relationship.class, "roleTitle", FieldType.TEXT, Relationship::roleTitle)
            .asPersonal()
            .writtenBy(Relationship::retitle);

    /** The first day on which it holds. */
    public static final Field.One<Relationship, LocalDate> VALID_FROM = Field.optional(
            Relationship.class,
            "validFrom",
            FieldType.DATE,
            r -> Optional.ofNullable(r.validity().from()));

    /** The first day on which it no longer holds. */
    public static final Field.One<Relationship, LocalDate> VALID_UNTIL = Field.optional(
            Relationship.class,
            "validUntil",
            FieldType.DATE,
            r -> Optional.ofNullable(r.validity().until()));

    /** The keys under which other systems know it. */
    public static final Field.Many<Relationship, String> EXTERNAL_REFS = EntityType.externalRefs(Relationship.class);

    /** From a party to the relationships in which it stands on the left: its employers, groups, parent companies. */
    public static final Relation.Join<Customer, Relationship> RELATED_TO =
            Relation.join("relatedTo", CustomerFields.ID, FROM);

    /** From a party to the relationships in which it stands on the right: its employees, members, subsidiaries. */
    public static final Relation.Join<Customer, Relationship> RELATED_FROM =
            Relation.join("relatedFrom", CustomerFields.ID, TO);

    /** All of them but the id. */
    public static final List<Field<Relationship, ?>> ALL =
            List.of(TYPE, FROM, TO, ROLE_TITLE, VALID_FROM, VALID_UNTIL, EXTERNAL_REFS);

    private RelationshipFields() {}
}
