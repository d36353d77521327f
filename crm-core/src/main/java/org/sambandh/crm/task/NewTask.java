package org.sambandh.crm.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.LeadId;
import org.sambandh.crm.common.OpportunityId;
import org.sambandh.crm.common.TaskId;
import org.sambandh.crm.common.UserId;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.team.Ownership;

/**
 * What is to be planned: {@code NewTask.of("Call back").regarding(asha).dueOn(friday)}. Immutable; every method returns
 * a changed copy.
 */
public final class NewTask {

    private static final TaskId DRAFT = new TaskId("draft");

    private final Task draft;
    private final @Nullable LocalDate day;

    private NewTask(Task draft, @Nullable LocalDate day) {
        this.draft = draft;
        this.day = day;
    }

    /**
     * Returns a task to describe further: of normal priority, due at no time, owned by nobody.
     *
     * @param title what is to be done, at most 300 characters
     * @return the task
     */
    public static NewTask of(String title) {
        return new NewTask(
                Task.builder(DRAFT)
                        .title(title)
                        .plannedAt(Instant.EPOCH)
                        .plannedBy(Actor.SYSTEM)
                        .build(),
                null);
    }

    /**
     * Sets what else the owner must know.
     *
     * @param note at most 10,000 characters, or null
     * @return a changed copy
     */
    public NewTask note(@Nullable String note) {
        return with(draft.toBuilder().note(note));
    }

    /**
     * Sets a clock time until which it is to be done.
     *
     * @param instant the last instant at which it is in time
     * @return a changed copy
     */
    public NewTask dueAt(Instant instant) {
        return new NewTask(draft.toBuilder().due(Due.at(instant)).build(), null);
    }

    /**
     * Sets a day until the end of which it is to be done, in the tenant's zone.
     *
     * @param newDay the day
     * @return a changed copy
     */
    public NewTask dueOn(LocalDate newDay) {
        return new NewTask(draft.toBuilder().due(null).build(), newDay);
    }

    /**
     * Sets when the host should remind the owner.
     *
     * @param instant the instant, or null
     * @return a changed copy
     */
    public NewTask reminder(@Nullable Instant instant) {
        return with(draft.toBuilder().reminder(instant));
    }

    /**
     * Sets the user who is to do it.
     *
     * @param user the user
     * @return a changed copy
     */
    public NewTask owner(UserId user) {
        return owner(Ownership.of(user));
    }

    /**
     * Sets who is to do it.
     *
     * @param owner user and team
     * @return a changed copy
     */
    public NewTask owner(Ownership owner) {
        return with(draft.toBuilder().owner(owner));
    }

    /**
     * Sets how much it matters.
     *
     * @param priority the priority
     * @return a changed copy
     */
    public NewTask priority(Priority priority) {
        return with(draft.toBuilder().priority(priority));
    }

    /**
     * Adds what it is about.
     *
     * @param what a party, lead, opportunity, ticket or purchase
     * @return a changed copy
     */
    public NewTask regarding(EntityRef what) {
        return with(draft.toBuilder().regarding(plus(draft.regarding(), what)));
    }

    /**
     * Adds a party it is about.
     *
     * @param party the party
     * @return a changed copy
     */
    public NewTask regarding(CustomerId party) {
        return regarding(EntityRef.of(party));
    }

    /**
     * Adds an enquiry it is about.
     *
     * @param lead the enquiry
     * @return a changed copy
     */
    public NewTask regarding(LeadId lead) {
        return regarding(EntityRef.of(lead));
    }

    /**
     * Adds a deal it is about.
     *
     * @param opportunity the deal
     * @return a changed copy
     */
    public NewTask regarding(OpportunityId opportunity) {
        return regarding(EntityRef.of(opportunity));
    }

    /**
     * Adds how another system names it.
     *
     * @param ref system, type and value
     * @return a changed copy
     */
    public NewTask externalRef(ExternalRef ref) {
        return with(draft.toBuilder().externalRefs(plus(draft.externalRefs(), ref)));
    }

    /**
     * Sets a property of the host's.
     *
     * @param field the property
     * @param value its value, or null
     * @param <V> its class
     * @return a changed copy
     */
    public <V> NewTask set(Field.One<Task, V> field, @Nullable V value) {
        return with(draft.toBuilder().attributes(draft.attributes().with(field, value)));
    }

    Task draft() {
        return draft;
    }

    @Nullable
    LocalDate day() {
        return day;
    }

    /** {@return nothing of the content: it may be personal} */
    @Override
    public String toString() {
        return "NewTask";
    }

    private NewTask with(Task.Builder changed) {
        return new NewTask(changed.build(), day);
    }

    private static <T> List<T> plus(List<T> list, T more) {
        List<T> longer = new ArrayList<>(list);
        longer.add(more);
        return longer;
    }
}
