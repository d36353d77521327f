package org.sambandh.crm.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sambandh.crm.interaction.Direction.INBOUND;
import static org.sambandh.crm.interaction.Direction.INTERNAL;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sambandh.crm.common.Actor;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.common.RuleViolation;
import org.sambandh.crm.common.TaskId;
import org.sambandh.crm.common.UserId;
import org.sambandh.crm.customer.Customer;
import org.sambandh.crm.event.Change;
import org.sambandh.crm.event.Event;
import org.sambandh.crm.interaction.Channel;
import org.sambandh.crm.interaction.Interactions;
import org.sambandh.crm.interaction.NewInteraction;
import org.sambandh.crm.interaction.World;
import org.sambandh.crm.pipeline.NewOpportunity;
import org.sambandh.crm.pipeline.Opportunities;
import org.sambandh.crm.pipeline.Opportunity;
import org.sambandh.crm.store.CustomerData;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Upserted;
import org.sambandh.crm.team.Ownership;

class TasksTest {

    private static final UserId MEERA = new UserId("meera");
    private static final UserId DEV = new UserId("dev");
    private static final Duration MONTH = Duration.ofDays(30);

    private final World world = new World();
    private final Tasks tasks = world.tasks();
    private final Interactions log = world.interactions();
    private final CustomerId asha = world.person("Asha Rao");

    @Test
    void aPlannedTaskIsOpenAndKnowsWhoPlannedIt() {
        Task task = tasks.plan(NewTask.of("Call back")
                .note("She asked for a discount")
                .regarding(asha)
                .owner(DEV)
                .priority(Priority.HIGH)
                .reminder(World.START.plusSeconds(60))
                .dueAt(World.START.plusSeconds(3_600)));

        Task stored = tasks.get(task.id());
        assertThat(stored.status()).isEqualTo(TaskStatus.OPEN);
        assertThat(stored.plannedBy()).isEqualTo(Actor.user("meera"));
        assertThat(stored.plannedAt()).isEqualTo(World.START);
        assertThat(stored.owner()).contains(Ownership.of(DEV));
        assertThat(stored.due()).contains(Due.at(World.START.plusSeconds(3_600)));
        assertThat(stored.reminder()).contains(World.START.plusSeconds(60));
    }

    @Test
    void aTaskDueOnADayIsInTimeUntilTheEndOfThatDayWhereTheTenantIs() {
        Task task = tasks.plan(NewTask.of("Call back").dueOn(LocalDate.of(2026, 11, 23)));

        assertThat(TaskFields.DUE_AT.get(task)).isEqualTo(Instant.parse("2026-11-23T18:29:59.999999Z"));
        assertThat(TaskFields.DUE_ON.get(task)).isEqualTo(LocalDate.of(2026, 11, 23));
    }

    @Test
    void aTaskIsOverdueFromTheInstantAfterItsDueTime() {
        Task task = tasks.plan(NewTask.of("Call back").dueAt(World.START));
        tasks.plan(NewTask.of("Someday"));

        assertThat(tasks.overdue(10).items()).isEmpty();
        world.clock().advance(Duration.ofNanos(1_000));
        assertThat(tasks.overdue(10).items()).containsExactly(task);
        tasks.done(task.id(), "sold");
        assertThat(tasks.overdue(10).items()).isEmpty();
    }

    @Test
    void doneKeepsTheOutcomeAndTwiceIsRefused() {
        Task task = tasks.plan(NewTask.of("Call back").regarding(asha));
        world.clock().advance(Duration.ofHours(1));
        Task done = tasks.done(task.id(), "wants an offer");

        assertThat(done.status()).isEqualTo(TaskStatus.DONE);
        assertThat(done.outcome()).contains("wants an offer");
        assertThat(done.closedAt()).contains(World.START.plus(Duration.ofHours(1)));
        assertThat(done.closedBy()).contains(Actor.user("meera"));
        List<Runnable> late = List.of(
                () -> tasks.done(task.id(), "again"),
                () -> tasks.cancel(task.id(), "not needed"),
                () -> tasks.reschedule(task.id(), null),
                () -> tasks.assign(task.id(), Ownership.of(DEV)));
        assertThat(late)
                .allSatisfy(call -> assertThatThrownBy(call::run)
                        .isInstanceOfSatisfying(
                                RuleViolation.class, e -> assertThat(e.rule()).isEqualTo("task-closed")));
        assertThat(tasks.get(task.id()).revision()).isEqualTo(done.revision());
    }

    @Test
    void reschedulingReassigningAndCancellingAreToldAndTheSameAgainIsNot() {
        Task task = tasks.plan(NewTask.of("Call back").regarding(asha));
        Due due = Due.at(World.START.plusSeconds(60));
        tasks.reschedule(task.id(), due);
        tasks.reschedule(task.id(), due);
        tasks.assign(task.id(), Ownership.of(DEV));
        tasks.assign(task.id(), Ownership.of(DEV));
        tasks.cancel(task.id(), "moved away");

        assertThat(told())
                .extracting(Event::type)
                .containsExactly(
                        TaskEvents.PLANNED, TaskEvents.RESCHEDULED, TaskEvents.REASSIGNED, TaskEvents.CANCELLED);
        assertThat(told()).allSatisfy(e -> assertThat(e.concerning()).containsExactly(EntityRef.of(asha)));
        assertThat(told().get(1).changes()).extracting(Change::field).containsExactly("dueAt");
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        CustomerId nobody = new CustomerId("nobody");
        TaskId missing = new TaskId("missing");
        List<Runnable> calls = List.of(
                () -> tasks.get(missing),
                () -> tasks.done(missing, "x"),
                () -> tasks.plan(NewTask.of("Call back").regarding(nobody)),
                () -> tasks.plan(NewTask.of("Call back").regarding(new EntityRef("interaction", "none"))));

        assertThat(calls).allSatisfy(call -> assertThatThrownBy(call::run).isInstanceOf(NotFound.class));
        assertThat(told()).isEmpty();
    }

    @Test
    void aTitleIsNeededAndLimitsAreChecked() {
        assertThatThrownBy(() -> NewTask.of(" ")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> NewTask.of("x".repeat(301))).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> tasks.overdue(0)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> tasks.overdue(1_001)).isInstanceOf(Invalid.class);
    }

    @Test
    void upsertBringsTheTaskToTheContentAndLeavesClosedOnesAlone() {
        ExternalRef ref = new ExternalRef("calendar", "event", "9");
        Upserted<Task> first = tasks.upsert(ref, NewTask.of("Call back").regarding(asha));
        Upserted<Task> again = tasks.upsert(ref, NewTask.of("Call back").regarding(asha));
        Upserted<Task> renamed = tasks.upsert(ref, NewTask.of("Call back today").regarding(asha));
        tasks.done(first.entity().id(), "sold");
        Upserted<Task> closed =
                tasks.upsert(ref, NewTask.of("Call back tomorrow").regarding(asha));

        assertThat(first).isInstanceOf(Upserted.Created.class);
        assertThat(again).isInstanceOf(Upserted.Unchanged.class);
        assertThat(renamed).isInstanceOf(Upserted.Updated.class);
        assertThat(renamed.entity()).isEqualTo(first.entity());
        assertThat(renamed.entity().title()).isEqualTo("Call back today");
        assertThat(closed).isInstanceOf(Upserted.Unchanged.class);
        assertThat(closed.entity().title()).isEqualTo("Call back today");
        assertThat(told())
                .extracting(Event::type)
                .containsExactly(TaskEvents.PLANNED, TaskEvents.REVISED, TaskEvents.DONE);
    }

    @Test
    void whatIsDueBeforeAMomentIsListedForItsOwnerOnlyInOrder() {
        Task second = tasks.plan(NewTask.of("b").owner(MEERA).dueAt(World.START.plusSeconds(20)));
        Task first = tasks.plan(NewTask.of("a").owner(MEERA).dueAt(World.START.plusSeconds(10)));
        tasks.plan(NewTask.of("later").owner(MEERA).dueAt(World.START.plusSeconds(21)));
        tasks.plan(NewTask.of("another's").owner(DEV).dueAt(World.START.plusSeconds(10)));
        tasks.plan(NewTask.of("someday").owner(MEERA));
        tasks.cancel(
                tasks.plan(NewTask.of("off").owner(MEERA).dueAt(World.START)).id(), "");

        Instant until = World.START.plusSeconds(20);
        Page<Task> page = tasks.dueBefore(until, MEERA, 1);
        assertThat(page.items()).containsExactly(first);
        assertThat(tasks.dueBefore(until, MEERA, 5, page.next().orElseThrow()).items())
                .containsExactly(second);
    }

    @Test
    void theNextTouchIsTheOpenTaskThatIsDueFirst() {
        assertThat(tasks.nextTouch(asha)).isEmpty();
        Task someday = tasks.plan(NewTask.of("someday").regarding(asha));
        assertThat(tasks.nextTouch(asha)).contains(someday);
        tasks.plan(NewTask.of("later").regarding(asha).dueAt(World.START.plusSeconds(20)));
        Task soon = tasks.plan(NewTask.of("soon").regarding(asha).dueAt(World.START.plusSeconds(10)));
        assertThat(tasks.nextTouch(asha)).contains(soon);
        tasks.done(soon.id(), "reached");
        assertThat(tasks.nextTouch(asha)).map(Task::title).contains("later");
    }

    @Test
    void aTaskAboutADealIsATouchOfItsCustomer() {
        Opportunity deal = new Opportunities(world.units())
                .open(NewOpportunity.named("Rolling mill").customer(asha).stage("qualify"));
        Task task = tasks.plan(NewTask.of("Send the offer").regarding(deal.id()));

        assertThat(tasks.nextTouch(asha)).contains(task);
        assertThat(task.regarding()).containsExactly(EntityRef.of(deal.id()), EntityRef.of(asha));
        assertThat(tasks.untouched(MONTH, 10).items()).isEmpty();
    }

    @Test
    void archivedPartiesAreNotUntouched() {
        world.customers().archive(asha);

        assertThat(tasks.untouched(MONTH, 10).items()).isEmpty();
    }

    @Test
    void untouchedIsWhoIsEstablishedAndHasNeitherAnInteractionNorAnOpenTask() {
        CustomerId called = world.person("Called");
        CustomerId planned = world.person("Planned");
        CustomerId longAgo = world.person("Long ago");
        CustomerId noted = world.person("Noted");
        world.provisional("Row 17");
        log.log(NewInteraction.call(INBOUND).with(called));
        log.log(NewInteraction.of(Channel.NOTE, INTERNAL).regarding(noted));
        log.log(NewInteraction.call(INBOUND)
                .with(longAgo)
                .occurredAt(World.START.minus(MONTH).minusNanos(1_000)));
        tasks.plan(NewTask.of("Visit").regarding(planned).dueAt(World.START.plus(MONTH)));
        Task over = tasks.plan(NewTask.of("Visit").regarding(asha));
        tasks.done(over.id(), "not at home");

        assertThat(tasks.untouched(MONTH, 10).items()).extracting(Customer::id).containsExactly(asha, longAgo, noted);
        assertThat(tasks.untouched(MONTH.plusDays(1), 10).items())
                .extracting(Customer::id)
                .containsExactly(asha, noted);
    }

    @Test
    void pagesOfUntouchedPartiesMeetEachOnce() {
        IntStream.range(0, 24).forEach(i -> world.person("Person " + i));
        Page<Customer> first = tasks.untouched(MONTH, 10);
        Page<Customer> second = tasks.untouched(MONTH, 10, first.next().orElseThrow());
        Page<Customer> third = tasks.untouched(MONTH, 10, second.next().orElseThrow());

        assertThat(List.of(first.items(), second.items(), third.items()))
                .extracting(List::size)
                .containsExactly(10, 10, 5);
        assertThat(third.next()).isEmpty();
    }

    @Test
    void mergeExportAndErasureReachTheTasksOfAParty() {
        CustomerId ravi = world.person("Ravi");
        CustomerData data = new TaskFeature().customerData().orElseThrow();
        Task open =
                tasks.plan(NewTask.of("Ask about the divorce").note("private").regarding(asha));
        Task done = tasks.plan(NewTask.of("Call").regarding(asha).regarding(ravi));
        tasks.done(done.id(), "told me everything");

        List<CustomerData.Item> items = world.units().run(unit -> data.export(unit, asha));
        assertThat(items).hasSize(2);
        assertThat(items.get(0).values())
                .containsAllEntriesOf(Map.of("title", "Ask about the divorce", "note", "private"));
        assertThat(items.get(1).values()).containsEntry("outcome", "told me everything");

        world.units().run(unit -> {
            data.repoint(unit, asha, ravi);
            return unit;
        });
        assertThat(tasks.nextTouch(asha)).isEmpty();
        assertThat(tasks.nextTouch(ravi)).contains(open);
        assertThat(tasks.get(done.id()).regarding()).containsExactly(EntityRef.of(ravi));

        world.units().run(unit -> {
            data.erase(unit, ravi);
            return unit;
        });
        assertThat(tasks.get(open.id()).title()).isEqualTo("erased");
        assertThat(tasks.get(open.id()).note()).isEmpty();
        assertThat(tasks.get(open.id()).isOpen()).isTrue();
        assertThat(tasks.get(done.id()).outcome()).isEmpty();
    }

    @Test
    void noTextOfATaskShowsAnythingPersonal() {
        Task task = tasks.plan(NewTask.of("Secret").note("Secret"));

        assertThat(task + " " + NewTask.of("Secret")).doesNotContain("Secret");
    }

    private List<Event> told() {
        return world.events().stream().filter(e -> e.type().startsWith("task.")).toList();
    }
}
