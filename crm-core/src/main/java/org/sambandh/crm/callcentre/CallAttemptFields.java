package org.sambandh.crm.callcentre;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sambandh.crm.common.CallAttemptId;
import org.sambandh.crm.common.CallEntryId;
import org.sambandh.crm.common.CallListId;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.InteractionId;
import org.sambandh.crm.common.UserId;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.CustomerFields;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.field.Relation;
import org.sambandh.crm.interaction.Interaction;
import org.sambandh.crm.store.EntityType;
import org.sambandh.crm.team.User;

/** What can be asked of an attempt to call, and the relation that leads to it from the party. */
public final class CallAttemptFields {

    private static final Class<CallAttempt> ATTEMPT = CallAttempt.class;

    /** Its identity. */
    public static final Field.One<CallAttempt, CallAttemptId> ID =
            Field.one(ATTEMPT, "id", FieldType.id(CallAttemptId.class, CallAttemptId::new), CallAttempt::id);

    /** The list. */
    public static final Field.Reference<CallAttempt, CallListId, CallList> LIST = Field.reference(
                    ATTEMPT, "list", CallListFields.ID_TYPE, CallList.class, a -> Optional.of(a.list()))
            .asIndexed();

    /** The party's place on the list. */
    public static final Field.Reference<CallAttempt, CallEntryId, CallEntry> ENTRY_ID = Field.reference(
                    ATTEMPT,
                    "entry",
                    FieldType.id(CallEntryId.class, CallEntryId::new),
                    CallEntry.class,
                    a -> Optional.of(a.entry()))
            .asIndexed();

    /** Who was called. */
    public static final Field.Reference<CallAttempt, CustomerId, Customer> PARTY = Field.reference(
                    ATTEMPT, "party", CustomerFields.ID_TYPE, Customer.class, a -> Optional.of(a.party()))
            .asIndexed();

    /** Who called. */
    public static final Field.Reference<CallAttempt, UserId, User> AGENT = Field.reference(
                    ATTEMPT, "agent", FieldType.id(UserId.class, UserId::new), User.class, a -> Optional.of(a.agent()))
            .asIndexed();

    /** When the call began. */
    public static final Field.One<CallAttempt, Instant> AT =
            Field.one(ATTEMPT, "at", FieldType.INSTANT, CallAttempt::at).asIndexed();

    /** How long the agent was busy with it, in seconds. */
    public static final Field.One<CallAttempt, BigDecimal> HANDLE_SECONDS =
            Field.one(ATTEMPT, "handleSeconds", FieldType.number(6), CallAttemptFields::seconds);

    /** The code it ended with. */
    public static final Field.One<CallAttempt, String> DISPOSITION =
            Field.one(ATTEMPT, "disposition", FieldType.TEXT, CallAttempt::disposition);

    /** What the code means. */
    public static final Field.One<CallAttempt, CallOutcome> OUTCOME =
            Field.one(ATTEMPT, "outcome", FieldType.enumOf(CallOutcome.class), CallAttempt::outcome);

    /** Whether it reached what the list is for. */
    public static final Field.One<CallAttempt, Boolean> CONVERTED =
            Field.one(ATTEMPT, "converted", FieldType.BOOLEAN, CallAttempt::converted);

    /** Its entry in the timeline. */
    public static final Field.Reference<CallAttempt, InteractionId, Interaction> INTERACTION = Field.reference(
            ATTEMPT,
            "interaction",
            FieldType.id(InteractionId.class, InteractionId::new),
            Interaction.class,
            CallAttempt::interaction);

    /** How other systems name it. */
    public static final Field.Many<CallAttempt, String> EXTERNAL_REFS = EntityType.externalRefs(ATTEMPT);

    /** All of them but the id. */
    public static final List<Field<CallAttempt, ?>> ALL = List.of(
            LIST,
            ENTRY_ID,
            PARTY,
            AGENT,
            AT,
            HANDLE_SECONDS,
            DISPOSITION,
            OUTCOME,
            CONVERTED,
            INTERACTION,
            EXTERNAL_REFS);

    /** From a party to the attempts to call it, by when they were made. */
    public static final Relation.Join<Customer, CallAttempt> CALL_ATTEMPTS =
            Relation.join("callAttempts", CustomerFields.ID, PARTY).at(AT);

    private CallAttemptFields() {}

    private static BigDecimal seconds(CallAttempt attempt) {
        return BigDecimal.valueOf(attempt.handleTime().toNanos() / 1_000, 6);
    }
}
