package org.sambandh.crm.ticket;

import java.math.BigDecimal;
import java.util.List;
import org.sambandh.crm.common.ServicePolicyId;
import org.sambandh.crm.common.TicketProcessId;
import org.sambandh.crm.common.TicketSequenceId;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.store.EntityType;

/** What can be asked of service policies, ticket processes and sequences of numbers. */
public final class ServiceFields {

    /** The identity of a policy. */
    public static final Field.One<ServicePolicy, ServicePolicyId> POLICY_ID = Field.one(
            ServicePolicy.class, "id", FieldType.id(ServicePolicyId.class, ServicePolicyId::new), ServicePolicy::id);

    /** The name of a policy for people. */
    public static final Field.One<ServicePolicy, String> POLICY_NAME =
            Field.one(ServicePolicy.class, "name", FieldType.TEXT, ServicePolicy::name);

    /** The codes of the rules of a policy, in order. */
    public static final Field.Many<ServicePolicy, String> POLICY_RULES = Field.many(
            ServicePolicy.class,
            "rules",
            FieldType.TEXT,
            p -> p.rules().stream().map(ServiceRule::code).toList());

    /** How other systems name a policy. */
    public static final Field.Many<ServicePolicy, String> POLICY_EXTERNAL_REFS =
            EntityType.externalRefs(ServicePolicy.class);

    /** All fields of a policy but the id. */
    public static final List<Field<ServicePolicy, ?>> POLICY_ALL =
            List.of(POLICY_NAME, POLICY_RULES, POLICY_EXTERNAL_REFS);

    /** The identity of a process. */
    public static final Field.One<TicketProcess, TicketProcessId> PROCESS_ID = Field.one(
            TicketProcess.class, "id", FieldType.id(TicketProcessId.class, TicketProcessId::new), TicketProcess::id);

    /** The codes of the statuses of a process, in order. */
    public static final Field.Many<TicketProcess, String> PROCESS_STATUSES = Field.many(
            TicketProcess.class,
            "statuses",
            FieldType.TEXT,
            p -> p.statuses().stream().map(TicketStatus::code).toList());

    /** How other systems name a process. */
    public static final Field.Many<TicketProcess, String> PROCESS_EXTERNAL_REFS =
            EntityType.externalRefs(TicketProcess.class);

    /** All fields of a process but the id. */
    public static final List<Field<TicketProcess, ?>> PROCESS_ALL = List.of(PROCESS_STATUSES, PROCESS_EXTERNAL_REFS);

    /** The identity of a sequence. */
    public static final Field.One<TicketSequence, TicketSequenceId> SEQUENCE_ID = Field.one(
            TicketSequence.class,
            "id",
            FieldType.id(TicketSequenceId.class, TicketSequenceId::new),
            TicketSequence::id);

    /** The last number given. */
    public static final Field.One<TicketSequence, BigDecimal> SEQUENCE_LAST =
            Field.ofLong(TicketSequence.class, "last", FieldType.INTEGER, s -> s.last());

    /** How other systems name a sequence. */
    public static final Field.Many<TicketSequence, String> SEQUENCE_EXTERNAL_REFS =
            EntityType.externalRefs(TicketSequence.class);

    /** All fields of a sequence but the id. */
    public static final List<Field<TicketSequence, ?>> SEQUENCE_ALL = List.of(SEQUENCE_LAST, SEQUENCE_EXTERNAL_REFS);

    private ServiceFields() {}
}
