package org.sambandh.crm.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.TaskId;
import org.sambandh.crm.common.TeamId;
import org.sambandh.crm.common.UserId;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.CustomerFields;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.field.FieldType;
import org.sambandh.crm.field.Relation;
import org.sambandh.crm.store.EntityType;
import org.sambandh.crm.team.Ownership;
import org.sambandh.crm.team.Team;
import org.sambandh.crm.team.User;

/** What can be asked of a task. */
public final class TaskFields {

    /** Its identity. */
    public static final Field.One<Task, TaskId> ID =
            Field.one(Task.class, "id", FieldType.id(TaskId.class, TaskId::new), Task::id);

    /** What is to be done. */
    public static final Field.One<Task, String> TITLE = Field.one(Task.class, "title", FieldType.TEXT, Task::title)
            .asPersonal()
            .writtenBy((t, v) -> t.toBuilder().title(v).build());

    /** What else the owner must know. */
    public static final Field.One<Task, String> NOTE = Field.optional(Task.class, "note", FieldType.TEXT, Task::note)
            .asPersonal()
            .writtenBy((t, v) -> t.toBuilder().note(v).build());

    /** The last instant at which it is in time; for a whole day its end. */
    public static final Field.One<Task, Instant> DUE_AT = Field.optional(
                    Task.class, "dueAt", FieldType.INSTANT, t -> t.due().map(Due::at))
            .asIndexed();

    /** The day it is due, where a whole day is meant. */
    public static final Field.One<Task, LocalDate> DUE_ON = Field.optional(
            Task.class, "dueOn", FieldType.DATE, t -> t.due().flatMap(due -> Optional.ofNullable(due.day())));

    /** When the host should remind the owner. */
    public static final Field.One<Task, Instant> REMINDER = Field.optional(
                    Task.class, "reminder", FieldType.INSTANT, Task::reminder)
            .writtenBy((t, v) -> t.toBuilder().reminder(v).build());

    /** The user who is to do it. */
    public static final Field.Reference<Task, UserId, User> OWNER_USER = Field.reference(
                    Task.class,
                    "ownerUser",
                    FieldType.id(UserId.class, UserId::new),
                    User.class,
                    t -> t.owner().map(Ownership::user))
            .asIndexed();

    /** The team that is to do it. */
    public static final Field.Reference<Task, TeamId, Team> OWNER_TEAM = Field.reference(
                    Task.class,
                    "ownerTeam",
                    FieldType.id(TeamId.class, TeamId::new),
                    Team.class,
                    t -> t.owner().map(Ownership::team))
            .asIndexed();

    /** How much it matters. */
    public static final Field.One<Task, Priority> PRIORITY = Field.one(
                    Task.class, "priority", FieldType.enumOf(Priority.class), Task::priority)
            .writtenBy((t, v) ->
                    t.toBuilder().priority(v == null ? Priority.NORMAL : v).build());

    /** Where it stands. */
    public static final Field.One<Task, TaskStatus> STATUS =
            Field.one(Task.class, "status", FieldType.enumOf(TaskStatus.class), Task::status);

    /** Whether it is to be done. */
    public static final Field.One<Task, Boolean> OPEN =
            Field.one(Task.class, "open", FieldType.BOOLEAN, Task::isOpen).asIndexed();

    /** The parties it is about. */
    public static final Field.Many<Task, CustomerId> PARTIES = Field.many(
                    Task.class, "parties", FieldType.id(CustomerId.class, CustomerId::new), TaskFields::parties)
            .asIndexed();

    /** What it is about: kind, blank, id. */
    public static final Field.Many<Task, String> REGARDING = Field.many(
                    Task.class,
                    "regarding",
                    FieldType.TEXT,
                    t -> t.regarding().stream().map(EntityRef::toString).toList())
            .asIndexed();

    /** When it was planned. */
    public static final Field.One<Task, Instant> PLANNED_AT =
            Field.one(Task.class, "plannedAt", FieldType.INSTANT, Task::plannedAt);

    /** When it was done or cancelled. */
    public static final Field.One<Task, Instant> CLOSED_AT =
            Field.optional(Task.class, "closedAt", FieldType.INSTANT, Task::closedAt);

    /** What came of it, or why it was cancelled. */
    public static final Field.One<Task, String> OUTCOME =
            Field.optional(Task.class, "outcome", FieldType.TEXT, Task::outcome).asPersonal();

    /** How other systems name it. */
    public static final Field.Many<Task, String> EXTERNAL_REFS = EntityType.externalRefs(Task.class);

    /** All of them but the id. */
    public static final List<Field<Task, ?>> ALL = List.of(
            TITLE,
            NOTE,
            DUE_AT,
            DUE_ON,
            REMINDER,
            OWNER_USER,
            OWNER_TEAM,
            PRIORITY,
            STATUS,
            OPEN,
            PARTIES,
            REGARDING,
            PLANNED_AT,
            CLOSED_AT,
            OUTCOME,
            EXTERNAL_REFS);

    /**
     * The tasks of a party, by when they were planned. Not by when they are due: facts later than the moment are never
     * seen, and an open task is mostly due later.
     */
    public static final Relation.Join<Customer, Task> TASKS =
            Relation.join("tasks", CustomerFields.ID, PARTIES).at(PLANNED_AT);

    private TaskFields() {}

    static Set<CustomerId> parties(Task task) {
        Set<CustomerId> parties = new LinkedHashSet<>();
        for (EntityRef ref : task.regarding()) {
            if (isParty(ref)) {
                parties.add(new CustomerId(ref.id()));
            }
        }
        return parties;
    }

    static boolean isParty(EntityRef ref) {
        return ref.kind().equals("customer");
    }
}
