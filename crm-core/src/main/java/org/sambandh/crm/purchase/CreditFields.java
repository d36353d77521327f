package org.sambandh.crm.purchase;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sambandh.crm.common.CreditId;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.CustomerFields;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.field.Relation;
import org.sambandh.crm.store.EntityType;

/** What can be asked of the credit of a party. */
public final class CreditFields {

    private static final Class<Credit> CREDIT_CLASS = Credit.class;

    /** Its identity. */
    public static final Field.One<Credit, CreditId> ID =
            Field.one(CREDIT_CLASS, "id", FieldType.id(CreditId.class, CreditId::new), Credit::id);

    /** The party. */
    public static final Field.Reference<Credit, CustomerId, Customer> CUSTOMER = Field.reference(
                    CREDIT_CLASS, "customer", CustomerFields.ID_TYPE, Customer.class, c -> Optional.of(c.customer()))
            .asIndexed();

    /** Whether it is on hold. */
    public static final Field.One<Credit, Boolean> ON_HOLD =
            Field.one(CREDIT_CLASS, "onHold", FieldType.BOOLEAN, c -> c.hold().isPresent());

    /** Since when it is on hold. */
    public static final Field.One<Credit, Instant> HELD_SINCE = Field.optional(
            CREDIT_CLASS, "heldSince", FieldType.INSTANT, c -> c.hold().map(CreditHold::at));

    /** Why it is on hold. */
    public static final Field.One<Credit, String> HOLD_REASON = Field.optional(
                    CREDIT_CLASS, "holdReason", FieldType.TEXT, c -> c.hold().map(CreditHold::reason))
            .asPersonal();

    /** How other systems name it. */
    public static final Field.Many<Credit, String> EXTERNAL_REFS = EntityType.externalRefs(CREDIT_CLASS);

    /** All of them but the id. */
    public static final List<Field<Credit, ?>> ALL = List.of(CUSTOMER, ON_HOLD, HELD_SINCE, HOLD_REASON, EXTERNAL_REFS);

    /** What was decided on the credit of a party: one fact, or none. */
    public static final Relation.Join<Customer, Credit> CREDIT = Relation.join("credit", CustomerFields.ID, CUSTOMER);

    private CreditFields() {}
}
