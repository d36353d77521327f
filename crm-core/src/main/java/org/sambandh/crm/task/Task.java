package org.sambandh.crm.task;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.Entity;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.common.TaskId;
import org.sambandh.crm.common.Text;
import org.sambandh.crm.field.Attributes;
import org.sambandh.crm.field.HasAttributes;
import org.sambandh.crm.team.Ownership;

/** Something planned: what, regarding what, by whom, until when. Immutable; closed once, as done or as cancelled. */
public final class Task implements Entity<TaskId>, HasAttributes<Task> {

    /** The most that one task is about. */
    static final int MAX_REGARDING = 100;

    private final TaskId id;
    private final Revision revision;
    private final String title;
    private final @Nullable String note;
    private final @Nullable Due due;
    private final @Nullable Instant reminder;
    private final @Nullable Ownership owner;
    private final Priority priority;
    private final List<EntityRef> regarding;
    private final Instant plannedAt;
    private final Actor plannedBy;
    private final TaskStatus status;
    private final @Nullable Instant closedAt;
    private final @Nullable Actor closedBy;
    private final @Nullable String outcome;
    private final List<ExternalRef> externalRefs;
    private final Attributes attributes;

    private Task(Builder b) {
        id = b.id;
        revision = b.revision;
        title = Text.required("task.title", TaskRules.needed("task.title", b.title), 300);
        note = TaskRules.text("task.note", b.note, 10_000);
        due = b.due;
        reminder = b.reminder == null ? null : b.reminder.truncatedTo(ChronoUnit.MICROS);
        owner = b.owner;
        priority = b.priority;
        regarding = List.copyOf(new LinkedHashSet<>(b.regarding));
        plannedAt = TaskRules.needed("task.plannedAt", b.plannedAt).truncatedTo(ChronoUnit.MICROS);
        plannedBy = TaskRules.needed("task.plannedBy", b.plannedBy);
        status = b.status;
        closedAt = b.closedAt == null ? null : b.closedAt.truncatedTo(ChronoUnit.MICROS);
        closedBy = b.closedBy;
        outcome = TaskRules.text("task.outcome", b.outcome, 2_000);
        externalRefs = List.copyOf(new LinkedHashSet<>(b.externalRefs));
        attributes = b.attributes;
        if (regarding.size() > MAX_REGARDING) {
            throw new Invalid("task.regarding", "at most " + MAX_REGARDING + ", found " + regarding.size());
        }
        if (isOpen() == (closedAt != null)) {
            throw new Invalid("task.closedAt", "there exactly for a task that is done or cancelled");
        }
    }

    /**
     * Returns a task to fill: title, time of planning and who planned it are needed.
     *
     * @param id its id
     * @return the builder
     */
    public static Builder builder(TaskId id) {
        return new Builder(id);
    }

    /** {@return a builder that holds everything of this task} */
    public Builder toBuilder() {
        Builder b = new Builder(id);
        b.revision = revision;
        b.title = title;
        b.note = note;
        b.due = due;
        b.reminder = reminder;
        b.owner = owner;
        b.priority = priority;
        b.regarding = regarding;
        b.plannedAt = plannedAt;
        b.plannedBy = plannedBy;
        b.status = status;
        b.closedAt = closedAt;
        b.closedBy = closedBy;
        b.outcome = outcome;
        b.externalRefs = externalRefs;
        b.attributes = attributes;
        return b;
    }

    @Override
    public TaskId id() {
        return id;
    }

    @Override
    public Revision revision() {
        return revision;
    }

    /** {@return what is to be done; at most 300 characters} */
    public String title() {
        return title;
    }

    /** {@return what else the owner must know; at most 10,000 characters} */
    public Optional<String> note() {
        return Optional.ofNullable(note);
    }

    /** {@return until when; missing where there is no hurry} */
    public Optional<Due> due() {
        return Optional.ofNullable(due);
    }

    /** {@return when the host should remind the owner, to the microsecond} */
    public Optional<Instant> reminder() {
        return Optional.ofNullable(reminder);
    }

    /** {@return who is to do it; missing while nobody is} */
    public Optional<Ownership> owner() {
        return Optional.ofNullable(owner);
    }

    /** {@return how much it matters} */
    public Priority priority() {
        return priority;
    }

    /** {@return what it is about: any of party, lead, opportunity, ticket, purchase; each once} */
    public List<EntityRef> regarding() {
        return regarding;
    }

    /** {@return when it was planned, to the microsecond} */
    public Instant plannedAt() {
        return plannedAt;
    }

    /** {@return who planned it} */
    public Actor plannedBy() {
        return plannedBy;
    }

    /** {@return where it stands} */
    public TaskStatus status() {
        return status;
    }

    /** {@return when it was done or cancelled; there exactly while it is not open} */
    public Optional<Instant> closedAt() {
        return Optional.ofNullable(closedAt);
    }

    /** {@return who did or cancelled it} */
    public Optional<Actor> closedBy() {
        return Optional.ofNullable(closedBy);
    }

    /** {@return what came of it, or why it was cancelled; at most 2,000 characters} */
    public Optional<String> outcome() {
        return Optional.ofNullable(outcome);
    }

    @Override
    public List<ExternalRef> externalRefs() {
        return externalRefs;
    }

    @Override
    public Attributes attributes() {
        return attributes;
    }

    @Override
    public Task withAttributes(Attributes newAttributes) {
        return toBuilder().attributes(newAttributes).build();
    }

    /** {@return whether it is to be done} */
    public boolean isOpen() {
        return status == TaskStatus.OPEN;
    }

    /**
     * Returns this task, due at another time.
     *
     * @param newDue until when, or null where there is no hurry
     * @return a changed copy
     * @throws RuleViolation {@code task-closed} if it is not open
     */
    public Task reschedule(@Nullable Due newDue) {
        return open().due(newDue).build();
    }

    /**
     * Returns this task, to be done by somebody else.
     *
     * @param newOwner who is to do it, or null for nobody yet
     * @return a changed copy
     * @throws RuleViolation {@code task-closed} if it is not open
     */
    public Task reassign(@Nullable Ownership newOwner) {
        return open().owner(newOwner).build();
    }

    /**
     * Returns this task as done.
     *
     * @param result what came of it, or null
     * @param at when
     * @param by who
     * @return a changed copy
     * @throws RuleViolation {@code task-closed} if it is not open
     */
    public Task done(@Nullable String result, Instant at, Actor by) {
        return open().status(TaskStatus.DONE)
                .outcome(result)
                .closedAt(at)
                .closedBy(by)
                .build();
    }

    /**
     * Returns this task as not to be done any more.
     *
     * @param reason why, or null
     * @param at when
     * @param by who
     * @return a changed copy
     * @throws RuleViolation {@code task-closed} if it is not open
     */
    public Task cancel(@Nullable String reason, Instant at, Actor by) {
        return open().status(TaskStatus.CANCELLED)
                .outcome(reason)
                .closedAt(at)
                .closedBy(by)
                .build();
    }

    private Builder open() {
        if (closedAt != null) {
            throw new RuleViolation(
                    "task-closed",
                    new EntityRef("task", id.value()),
                    "Cannot change task " + id + ": it was closed as " + status + " on " + closedAt
                            + ". Plan another one.");
        }
        return toBuilder();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Task that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** {@return kind, id and revision} */
    @Override
    public String toString() {
        return "task " + id + " revision " + revision.value();
    }

    /** Fills a task. Not safe for concurrent use. */
    public static final class Builder {

        private final TaskId id;
        private Revision revision = Revision.NEW;
        private @Nullable String title;
        private @Nullable String note;
        private @Nullable Due due;
        private @Nullable Instant reminder;
        private @Nullable Ownership owner;
        private Priority priority = Priority.NORMAL;
        private List<EntityRef> regarding = List.of();
        private @Nullable Instant plannedAt;
        private @Nullable Actor plannedBy;
        private TaskStatus status = TaskStatus.OPEN;
        private @Nullable Instant closedAt;
        private @Nullable Actor closedBy;
        private @Nullable String outcome;
        private List<ExternalRef> externalRefs = List.of();
        private Attributes attributes = Attributes.none();

        private Builder(TaskId id) {
            this.id = id;
        }

        /**
         * Sets revision.
         *
         * @param value given by the store
         * @return this
         */
        public Builder revision(Revision value) {
            revision = value;
            return this;
        }

        /**
         * Sets title.
         *
         * @param value what is to be done; at most 300 characters
         * @return this
         */
        public Builder title(@Nullable String value) {
            title = value;
            return this;
        }

        /**
         * Sets note.
         *
         * @param value what else the owner must know, or null
         * @return this
         */
        public Builder note(@Nullable String value) {
            note = value;
            return this;
        }

        /**
         * Sets due.
         *
         * @param value until when, or null
         * @return this
         */
        public Builder due(@Nullable Due value) {
            due = value;
            return this;
        }

        /**
         * Sets reminder.
         *
         * @param value when to remind the owner, or null
         * @return this
         */
        public Builder reminder(@Nullable Instant value) {
            reminder = value;
            return this;
        }

        /**
         * Sets owner.
         *
         * @param value who is to do it, or null for nobody
         * @return this
         */
        public Builder owner(@Nullable Ownership value) {
            owner = value;
            return this;
        }

        /**
         * Sets priority.
         *
         * @param value how much it matters
         * @return this
         */
        public Builder priority(Priority value) {
            priority = value;
            return this;
        }

        /**
         * Sets regarding.
         *
         * @param value what it is about
         * @return this
         */
        public Builder regarding(List<EntityRef> value) {
            regarding = value;
            return this;
        }

        /**
         * Sets plannedAt.
         *
         * @param value when it was planned
         * @return this
         */
        public Builder plannedAt(@Nullable Instant value) {
            plannedAt = value;
            return this;
        }

        /**
         * Sets plannedBy.
         *
         * @param value who planned it
         * @return this
         */
        public Builder plannedBy(@Nullable Actor value) {
            plannedBy = value;
            return this;
        }

        /**
         * Sets status.
         *
         * @param value where it stands
         * @return this
         */
        public Builder status(TaskStatus value) {
            status = value;
            return this;
        }

        /**
         * Sets closedAt.
         *
         * @param value when it was done or cancelled, or null
         * @return this
         */
        public Builder closedAt(@Nullable Instant value) {
            closedAt = value;
            return this;
        }

        /**
         * Sets closedBy.
         *
         * @param value who did or cancelled it, or null
         * @return this
         */
        public Builder closedBy(@Nullable Actor value) {
            closedBy = value;
            return this;
        }

        /**
         * Sets outcome.
         *
         * @param value what came of it, or null
         * @return this
         */
        public Builder outcome(@Nullable String value) {
            outcome = value;
            return this;
        }

        /**
         * Sets externalRefs.
         *
         * @param value how other systems name it
         * @return this
         */
        public Builder externalRefs(List<ExternalRef> value) {
            externalRefs = value;
            return this;
        }

        /**
         * Sets attributes.
         *
         * @param value the host's own properties
         * @return this
         */
        public Builder attributes(Attributes value) {
            attributes = value;
            return this;
        }

        /**
         * Returns the task.
         *
         * @return the task
         * @throws Invalid if something needed is missing or out of its range
         */
        public Task build() {
            return new Task(this);
        }
    }
}
