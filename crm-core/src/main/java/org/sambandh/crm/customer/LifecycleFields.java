package org.sambandh.crm.customer;

import java.util.List;
import org.sambandh.crm.common.LifecycleId;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.store.EntityType;

/** The fields of a tenant's list of lifecycle stages. */
public final class LifecycleFields {

    /** Its identity. */
    public static final Field.One<CustomerLifecycle, LifecycleId> ID = Field.one(
            CustomerLifecycle.class, "id", FieldType.id(LifecycleId.class, LifecycleId::new), CustomerLifecycle::id);

    /** The stages in their order. */
    public static final Field.Many<CustomerLifecycle, LifecycleStage> STAGES = Field.many(
            CustomerLifecycle.class,
            "stages",
            FieldType.code(LifecycleStage.class, LifecycleStage::new, LifecycleStage::code),
            list -> list.lifecycle().stages());

    /** The keys under which other systems know it. */
    public static final Field.Many<CustomerLifecycle, String> EXTERNAL_REFS =
            EntityType.externalRefs(CustomerLifecycle.class);

    /** All of them but the id. */
    public static final List<Field<CustomerLifecycle, ?>> ALL = List.of(STAGES, EXTERNAL_REFS);

    private LifecycleFields() {}
}
