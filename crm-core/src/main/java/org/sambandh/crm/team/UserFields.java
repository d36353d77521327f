package org.sambandh.crm.team;

import java.util.List;
import org.sambandh.crm.common.UserId;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.store.EntityType;

/** The fields of users. */
public final class UserFields {

    /** The host's id. */
    public static final Field.One<User, UserId> ID =
            Field.one(User.class, "id", FieldType.id(UserId.class, UserId::new), User::id);

    /** How colleagues see the name. */
    public static final Field.One<User, String> DISPLAY_NAME = Field.one(
                    User.class, "displayName", FieldType.TEXT, User::displayName)
            .asPersonal()
            .writtenBy((user, name) -> user.rename(name == null ? "" : name));

    /** Whether the user still works. */
    public static final Field.One<User, Boolean> ACTIVE = Field.one(
                    User.class, "active", FieldType.BOOLEAN, User::active)
            .writtenBy((user, active) -> active == null || active ? user.activate() : user.deactivate());

    /** The zone of the user's days, as text; missing if it is the tenant's. */
    public static final Field.One<User, String> ZONE = Field.optional(
            User.class, "zone", FieldType.TEXT, user -> user.zone().map(Object::toString));

    /** To whom the user reports. */
    public static final Field.Reference<User, UserId, User> MANAGER = Field.reference(
                    User.class, "manager", FieldType.id(UserId.class, UserId::new), User.class, User::manager)
            .asIndexed()
            .writtenBy(User::reportTo);

    /** The keys under which other systems know the user. */
    public static final Field.Many<User, String> EXTERNAL_REFS = EntityType.externalRefs(User.class);

    /** All of them but the id. */
    public static final List<Field<User, ?>> ALL = List.of(DISPLAY_NAME, ACTIVE, ZONE, MANAGER, EXTERNAL_REFS);

    private UserFields() {}
}
