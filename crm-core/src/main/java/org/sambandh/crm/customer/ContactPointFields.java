package org.sambandh.crm.customer;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.sambandh.crm.common.RelationshipId;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;

/** What can be asked of a contact point inside a party. */
public final class ContactPointFields {

    /** E-mail, phone, postal, social or messenger. */
    public static final Field.One<ContactPoint, ContactPoint.Kind> KIND =
            Field.one(ContactPoint.class, "kind", FieldType.enumOf(ContactPoint.Kind.class), ContactPoint::kind);

    /** The key by which addresses of one kind are the same; missing for postal ones. */
    public static final Field.One<ContactPoint, String> KEY = Field.optional(
                    ContactPoint.class,
                    "key",
                    FieldType.TEXT,
                    point -> point.address().key())
            .asPersonal();

    /** What it is for. */
    public static final Field.One<ContactPoint, String> PURPOSE =
            Field.one(ContactPoint.class, "purpose", FieldType.TEXT, ContactPoint::purpose);

    /** The country of a postal address. */
    public static final Field.One<ContactPoint, String> COUNTRY = Field.one(
            ContactPoint.class,
            "country",
            FieldType.TEXT,
            point -> point.address() instanceof PostalAddress postal ? postal.country() : null);

    /** The first day on which it can be used. */
    public static final Field.One<ContactPoint, LocalDate> VALID_FROM = Field.optional(
            ContactPoint.class,
            "validFrom",
            FieldType.DATE,
            p -> Optional.ofNullable(p.validity().from()));

    /** The first day on which it can no longer be used. */
    public static final Field.One<ContactPoint, LocalDate> VALID_UNTIL = Field.optional(
            ContactPoint.class,
            "validUntil",
            FieldType.DATE,
            p -> Optional.ofNullable(p.validity().until()));

    /** The relationship it hangs on. */
    public static final Field.One<ContactPoint, RelationshipId> RELATIONSHIP = Field.one(
            ContactPoint.class,
            "relationship",
            FieldType.id(RelationshipId.class, RelationshipId::new),
            ContactPoint::relationship);

    /** Whether nobody may call it. */
    public static final Field.One<ContactPoint, Boolean> DO_NOT_CALL =
            Field.one(ContactPoint.class, "doNotCall", FieldType.BOOLEAN, ContactPoint::doNotCall);

    /** All of them. */
    public static final List<Field<ContactPoint, ?>> ALL =
            List.of(KIND, KEY, PURPOSE, COUNTRY, VALID_FROM, VALID_UNTIL, RELATIONSHIP, DO_NOT_CALL);

    private ContactPointFields() {}
}
