package org.sambandh.crm.callcentre;

import java.util.List;
import org.sambandh.crm.common.UserId;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.store.EntityType;

/** What can be asked of a user who calls. */
public final class CallAgentFields {

    private static final Class<CallAgent> AGENT = CallAgent.class;

    /** Its identity: that of the user. */
    public static final Field.One<CallAgent, UserId> ID =
            Field.one(AGENT, "id", FieldType.id(UserId.class, UserId::new), CallAgent::id);

    /** What they speak. */
    public static final Field.Many<CallAgent, String> LANGUAGES =
            Field.many(AGENT, "languages", FieldType.TEXT, CallAgent::languages);

    /** Whether they get calls. */
    public static final Field.One<CallAgent, Boolean> ACTIVE =
            Field.one(AGENT, "active", FieldType.BOOLEAN, CallAgent::active);

    /** How other systems name it. */
    public static final Field.Many<CallAgent, String> EXTERNAL_REFS = EntityType.externalRefs(AGENT);

    /** All of them but the id. */
    public static final List<Field<CallAgent, ?>> ALL = List.of(LANGUAGES, ACTIVE, EXTERNAL_REFS);

    private CallAgentFields() {}
}
