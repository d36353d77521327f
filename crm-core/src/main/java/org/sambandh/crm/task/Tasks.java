package org.sambandh.crm.task;

import static org.sambandh.crm.condition.Conditions.all;
import static org.sambandh.crm.condition.Conditions.count;
import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.ageAtLeast;
import static org.sambandh.crm.condition.Tests.atMost;
import static org.sambandh.crm.condition.Tests.in;
import static org.sambandh.crm.condition.Tests.is;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.TaskId;
import org.sambandh.crm.common.UserId;
import org.sambandh.crm.condition.Condition;
import org.sambandh.crm.condition.Window;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.customer.CustomerRepository;
import org.sambandh.crm.customer.Scope;
import org.sambandh.crm.interaction.Direction;
import org.sambandh.crm.interaction.InteractionFields;
import org.sambandh.crm.store.Cursor;
import org.sambandh.crm.store.Order;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Unit;
import org.sambandh.crm.store.Units;
import org.sambandh.crm.store.Upserted;
import org.sambandh.crm.team.Ownership;

/** Plans what is to be done, and tells what is due and who was forgotten. */
public final class Tasks {

    /** In time is until the instant it is due; overdue is from the next instant on. */
    private static final Duration MICROSECOND = Duration.of(1, ChronoUnit.MICROS);

    private final Units units;

    /**
     * Makes the service.
     *
     * @param units where its units of work come from
     */
    public Tasks(Units units) {
        this.units = units;
    }

    /**
     * Plans a task. One about a deal, a ticket, a purchase or anything else of a party is about the party that it names
     * now, too; one about an enquiry goes with it when it turns out to be of others.
     *
     * @param task what is to be done
     * @return the task
     * @throws org.sambandh.crm.common.NotFound if it is regarding a party, enquiry or deal that does not exist
     * @throws org.sambandh.crm.common.Invalid if it has a property that the tenant did not declare
     */
    public Task plan(NewTask task) {
        return units.run(unit -> new Planning(unit).plan(task));
    }

    /**
     * Plans a task, or brings the one known under the reference to the same content. A closed one stays as it is.
     *
     * @param ref how another system names it
     * @param task what is to be done
     * @return the task: created, updated, or unchanged with nothing written or told
     * @throws org.sambandh.crm.common.NotFound if it is regarding a party, enquiry or deal that does not exist
     */
    public Upserted<Task> upsert(ExternalRef ref, NewTask task) {
        return units.run(unit -> {
            Planning planning = new Planning(unit);
            NewTask named = task.externalRef(ref);
            Optional<Task> known = planning.known(ref);
            if (known.isEmpty()) {
                return new Upserted.Created<>(planning.plan(named));
            }
            Task now = planning.revise(known.get(), named);
            boolean same = now.revision().equals(known.get().revision());
            return same ? new Upserted.Unchanged<>(now) : new Upserted.Updated<>(now);
        });
    }

    /**
     * Returns one task.
     *
     * @param id its id
     * @return the task
     * @throws org.sambandh.crm.common.NotFound if there is none
     */
    public Task get(TaskId id) {
        return units.run(unit -> new Planning(unit).load(id));
    }

    /**
     * Makes a task due at another time.
     *
     * @param id the task
     * @param due until when: {@link Due#at}, or {@link Due#on} for a whole day; null where there is no hurry
     * @return the task
     * @throws org.sambandh.crm.common.NotFound if there is none
     * @throws org.sambandh.crm.common.RuleViolation {@code task-closed} if it is not open
     */
    public Task reschedule(TaskId id, @Nullable Due due) {
        return change(id, TaskEvents.RESCHEDULED, (unit, task) -> task.reschedule(due));
    }

    /**
     * Gives a task to somebody else.
     *
     * @param id the task
     * @param owner who is to do it, or null for nobody yet
     * @return the task
     * @throws org.sambandh.crm.common.NotFound if there is none
     * @throws org.sambandh.crm.common.RuleViolation {@code task-closed} if it is not open
     */
    public Task assign(TaskId id, @Nullable Ownership owner) {
        return change(id, TaskEvents.REASSIGNED, (unit, task) -> task.reassign(owner));
    }

    /**
     * Moves what is to be done about something from one party to another, because it had been matched wrongly. Closed
     * tasks move too.
     *
     * @param what usually an enquiry
     * @param from the party it was matched to
     * @param to the party it belongs to
     * @return how many tasks were moved
     * @throws org.sambandh.crm.common.NotFound if the second party does not exist
     */
    public int reattach(EntityRef what, CustomerId from, CustomerId to) {
        return units.run(unit -> {
            CustomerId target = new CustomerId(unit.existing(EntityRef.of(to)).id());
            CustomerId wrong = unit.repositories().redirects().resolve(from);
            int moved = 0;
            for (Task before : wrong.equals(target) ? List.<Task>of() : Planning.about(unit, wrong)) {
                if (before.regarding().contains(what)) {
                    new Planning(unit).save(TaskEvents.REVISED, before, Planning.repointed(before, wrong, target));
                    moved++;
                }
            }
            return moved;
        });
    }

    /**
     * Closes a task as done.
     *
     * @param id the task
     * @param outcome what came of it, at most 2,000 characters; blank for nothing worth telling
     * @return the task
     * @throws org.sambandh.crm.common.NotFound if there is none
     * @throws org.sambandh.crm.common.RuleViolation {@code task-closed} if it is not open: done twice included
     */
    public Task done(TaskId id, String outcome) {
        return change(id, TaskEvents.DONE, (unit, task) -> task.done(outcome, unit.now(), unit.actor()));
    }

    /**
     * Closes a task as not to be done.
     *
     * @param id the task
     * @param reason why, at most 2,000 characters; blank for nothing worth telling
     * @return the task
     * @throws org.sambandh.crm.common.NotFound if there is none
     * @throws org.sambandh.crm.common.RuleViolation {@code task-closed} if it is not open
     */
    public Task cancel(TaskId id, String reason) {
        return change(id, TaskEvents.CANCELLED, (unit, task) -> task.cancel(reason, unit.now(), unit.actor()));
    }

    /** A verb of the task, with the unit it happens in. */
    private interface Verb {
        Task apply(Unit unit, Task task);
    }

    private Task change(TaskId id, String event, Verb verb) {
        return units.run(unit -> {
            Planning planning = new Planning(unit);
            Task before = planning.load(id);
            return planning.save(event, before, verb.apply(unit, before));
        });
    }

    /**
     * Returns the open tasks of a user that are due, the first due first.
     *
     * @param moment until when
     * @param owner the user
     * @param limit the most tasks of the page, 1 to 1,000
     * @return the first page
     */
    public Page<Task> dueBefore(Instant moment, UserId owner, int limit) {
        return dueBefore(moment, owner, limit, null);
    }

    /**
     * Returns a page of {@link #dueBefore(Instant, UserId, int)}.
     *
     * @param moment until when
     * @param owner the user
     * @param limit the most tasks of the page, 1 to 1,000
     * @param after where the page before ended, or null for the first
     * @return the page
     * @throws org.sambandh.crm.common.Invalid if the cursor came from another query
     */
    public Page<Task> dueBefore(Instant moment, UserId owner, int limit, @Nullable Cursor after) {
        return page(
                unit -> all(
                        where(TaskFields.OPEN, is(true)),
                        where(TaskFields.OWNER_USER, is(owner)),
                        where(TaskFields.DUE_AT, atMost(moment))),
                limit,
                after);
    }

    /**
     * Returns the open tasks whose time is over, of all owners, the longest overdue first.
     *
     * @param limit the most tasks of the page, 1 to 1,000
     * @return the first page
     */
    public Page<Task> overdue(int limit) {
        return overdue(limit, null);
    }

    /**
     * Returns a page of {@link #overdue(int)}. All pages are as of the first one.
     *
     * @param limit the most tasks of the page, 1 to 1,000
     * @param after where the page before ended, or null for the first
     * @return the page
     * @throws org.sambandh.crm.common.Invalid if the cursor came from another query
     */
    public Page<Task> overdue(int limit, @Nullable Cursor after) {
        return page(
                unit -> all(where(TaskFields.OPEN, is(true)), where(TaskFields.DUE_AT, ageAtLeast(MICROSECOND))),
                limit,
                after);
    }

    /**
     * Returns when a party is to be touched next: its open task that is due first; one without a due time only if there
     * is no other.
     *
     * @param customer the party, also under an id that was merged
     * @return the task, or nothing if no open task is about the party
     */
    public Optional<Task> nextTouch(CustomerId customer) {
        return open(customer, 1).items().stream().findFirst();
    }

    /**
     * Returns the open tasks about a party, the first due first, those without a due time last.
     *
     * @param customer the party, also under an id that was merged
     * @param limit the most tasks of the page, 1 to 1,000
     * @return the first page
     */
    public Page<Task> open(CustomerId customer, int limit) {
        return page(
                unit -> all(
                        where(
                                TaskFields.PARTIES,
                                is(unit.repositories().redirects().resolve(customer))),
                        where(TaskFields.OPEN, is(true))),
                limit,
                null);
    }

    /**
     * Returns the condition of being forgotten: established and in use, no interaction with the outside within the time (a note of
     * ours is none), and no open task. It can be a segment, or part of one.
     *
     * @param since how long nothing has happened
     * @return the condition
     */
    public static Condition<Customer> untouchedFor(Duration since) {
        return Scope.STANDARD.and(all(
                count(
                        InteractionFields.INTERACTIONS,
                        where(InteractionFields.DIRECTION, in(Direction.INBOUND, Direction.OUTBOUND)),
                        Window.last(since),
                        is(0)),
                count(TaskFields.TASKS, where(TaskFields.OPEN, is(true)), Window.ever(), is(0))));
    }

    /**
     * Returns the parties that {@link #untouchedFor} holds of, by id.
     *
     * @param since how long nothing has happened
     * @param limit the most parties of the page, 1 to 1,000
     * @return the first page; it can be shorter than the limit and not be the last
     */
    public Page<Customer> untouched(Duration since, int limit) {
        return untouched(since, limit, null);
    }

    /**
     * Returns a page of {@link #untouched(Duration, int)}. All pages are as of the first one.
     *
     * @param since how long nothing has happened
     * @param limit the most parties of the page, 1 to 1,000
     * @param after where the page before ended, or null for the first
     * @return the page; it can be shorter than the limit and not be the last
     * @throws org.sambandh.crm.common.Invalid if the cursor came from another query
     */
    public Page<Customer> untouched(Duration since, int limit, @Nullable Cursor after) {
        return units.run(unit -> {
            Query<Customer> query = Query.of(untouchedFor(since), unit.moment()).limit(Planning.limit(limit));
            return unit.get(CustomerRepository.class).find(after == null ? query : query.after(after));
        });
    }

    private Page<Task> page(Function<Unit, Condition<Task>> condition, int limit, @Nullable Cursor after) {
        return units.run(unit -> {
            Query<Task> query = Query.of(condition.apply(unit), unit.moment())
                    .orderBy(Order.by(TaskFields.DUE_AT))
                    .limit(Planning.limit(limit));
            return unit.get(TaskRepository.class).find(after == null ? query : query.after(after));
        });
    }
}
