package org.sambandh.crm.callcentre;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sambandh.crm.common.CallEntryId;
import org.sambandh.crm.common.CallListId;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.UserId;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.CustomerFields;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.field.Relation;
import org.sambandh.crm.store.EntityType;
import org.sambandh.crm.team.User;

/** What can be asked of a party's place on a list of calls, and the relation that leads to it from the party. */
public final class CallEntryFields {

    private static final Class<CallEntry> ENTRY = CallEntry.class;

    /** Its identity. */
    public static final Field.One<CallEntry, CallEntryId> ID =
            Field.one(ENTRY, "id", FieldType.id(CallEntryId.class, CallEntryId::new), CallEntry::id);

    /** The list. */
    public static final Field.Reference<CallEntry, CallListId, CallList> LIST = Field.reference(
                    ENTRY, "list", CallListFields.ID_TYPE, CallList.class, e -> Optional.of(e.list()))
            .asIndexed();

    /** Who is to be called. */
    public static final Field.Reference<CallEntry, CustomerId, Customer> PARTY = Field.reference(
                    ENTRY, "party", CustomerFields.ID_TYPE, Customer.class, e -> Optional.of(e.party()))
            .asIndexed();

    /** List and party in one text: no two entries share it. */
    public static final Field.One<CallEntry, String> KEY = Field.one(
                    ENTRY, "key", FieldType.TEXT, e -> key(e.list(), e.party()))
            .asIndexed();

    /** The number to call. */
    public static final Field.One<CallEntry, String> NUMBER =
            Field.optional(ENTRY, "number", FieldType.TEXT, CallEntry::number).asPersonal();

    /** Where it stands. */
    public static final Field.One<CallEntry, CallState> STATE = Field.one(
                    ENTRY, "state", FieldType.enumOf(CallState.class), CallEntry::state)
            .asIndexed();

    /** Whether it may still be called. */
    public static final Field.One<CallEntry, Boolean> OPEN =
            Field.one(ENTRY, "open", FieldType.BOOLEAN, CallEntry::isOpen);

    /** As of when the party was put onto the list. */
    public static final Field.One<CallEntry, Instant> ENLISTED_AT =
            Field.one(ENTRY, "enlistedAt", FieldType.INSTANT, CallEntry::enlistedAt);

    /** How often it was tried. */
    public static final Field.One<CallEntry, BigDecimal> ATTEMPTS =
            Field.ofLong(ENTRY, "attempts", FieldType.INTEGER, CallEntry::attempts);

    /** When it may be tried again at the earliest. */
    public static final Field.One<CallEntry, Instant> NOT_BEFORE =
            Field.one(ENTRY, "notBefore", FieldType.INSTANT, CallEntry::notBefore);

    /** When a call was promised. */
    public static final Field.One<CallEntry, Instant> CALL_BACK_AT =
            Field.optional(ENTRY, "callBackAt", FieldType.INSTANT, CallEntry::callBackAt);

    /** When it was tried most lately. */
    public static final Field.One<CallEntry, Instant> LAST_ATTEMPT_AT =
            Field.optional(ENTRY, "lastAttemptAt", FieldType.INSTANT, CallEntry::lastAttemptAt);

    /** The agent who is at it. */
    public static final Field.Reference<CallEntry, UserId, User> CLAIMED_BY = Field.reference(
                    ENTRY, "claimedBy", FieldType.id(UserId.class, UserId::new), User.class, CallEntry::claimedBy)
            .asIndexed();

    /** Until when nobody else gets it. */
    public static final Field.One<CallEntry, Instant> CLAIMED_UNTIL =
            Field.optional(ENTRY, "claimedUntil", FieldType.INSTANT, CallEntry::claimedUntil);

    /** Whether a call reached what the list is for. */
    public static final Field.One<CallEntry, Boolean> CONVERTED =
            Field.one(ENTRY, "converted", FieldType.BOOLEAN, CallEntry::converted);

    /** How other systems name it. */
    public static final Field.Many<CallEntry, String> EXTERNAL_REFS = EntityType.externalRefs(ENTRY);

    /** All of them but the id. */
    public static final List<Field<CallEntry, ?>> ALL = List.of(
            LIST,
            PARTY,
            KEY,
            NUMBER,
            STATE,
            OPEN,
            ENLISTED_AT,
            ATTEMPTS,
            NOT_BEFORE,
            CALL_BACK_AT,
            LAST_ATTEMPT_AT,
            CLAIMED_BY,
            CLAIMED_UNTIL,
            CONVERTED,
            EXTERNAL_REFS);

    /** From a party to its places on lists, by when it was put there. */
    public static final Relation.Join<Customer, CallEntry> CALL_ENTRIES =
            Relation.join("callEntries", CustomerFields.ID, PARTY).at(ENLISTED_AT);

    private CallEntryFields() {}

    static String key(CallListId list, CustomerId party) {
        return list.value() + ":" + party.value();
    }
}
