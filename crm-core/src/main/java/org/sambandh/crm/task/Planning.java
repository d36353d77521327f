package org.sambandh.crm.task;

import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.is;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.common.ExternalRef;
import org.sambandh.crm.common.Invalid;
import org.sambandh.crm.common.NotFound;
import org.sambandh.crm.common.TaskId;
import org.sambandh.crm.event.Changes;
import org.sambandh.crm.store.Cursor;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Unit;

/** Loads, checks and keeps tasks within one unit of work. */
final class Planning {

    private static final int MAX_LIMIT = 1_000;

    private final Unit unit;
    private final TaskRepository tasks;

    Planning(Unit unit) {
        this.unit = unit;
        this.tasks = unit.get(TaskRepository.class);
    }

    static int limit(int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new Invalid("task.limit", "1 to " + MAX_LIMIT + ", found " + limit);
        }
        return limit;
    }

    Task load(TaskId id) {
        return tasks.findById(id).orElseThrow(() -> new NotFound(new EntityRef("task", id.value())));
    }

    Optional<Task> known(ExternalRef ref) {
        return tasks.find(Query.of(where(TaskFields.EXTERNAL_REFS, is(ref.key())), unit.moment())).items().stream()
                .findFirst();
    }

    Task plan(NewTask task) {
        Task planned = content(
                        task,
                        Task.builder(unit.newId(TaskId.class, TaskId::new))
                                .plannedAt(unit.now())
                                .plannedBy(unit.actor()))
                .build();
        return checkedAndSaved(TaskEvents.PLANNED, null, planned);
    }

    Task revise(Task known, NewTask task) {
        return known.isOpen()
                ? save(
                        TaskEvents.REVISED,
                        known,
                        content(task, known.toBuilder())
                                .externalRefs(known.externalRefs())
                                .build())
                : known;
    }

    Task save(String event, Task before, Task after) {
        boolean same = Changes.between(unit.catalog().subject(Task.class), before, after)
                .isEmpty();
        return same ? before : checkedAndSaved(event, before, after);
    }

    /** Reads them all before any is changed, so that a change cannot hide one from the next page. */
    static List<Task> about(Unit unit, CustomerId party) {
        TaskRepository tasks = unit.get(TaskRepository.class);
        Query<Task> first =
                Query.of(where(TaskFields.PARTIES, is(party)), unit.moment()).limit(MAX_LIMIT);
        Page<Task> page = tasks.find(first);
        List<Task> all = new ArrayList<>(page.items());
        Optional<Cursor> next = page.next();
        while (next.isPresent()) {
            page = tasks.find(first.after(next.get()));
            all.addAll(page.items());
            next = page.next();
        }
        return all;
    }

    /** The task with one party in place of another. */
    static Task repointed(Task task, CustomerId from, CustomerId to) {
        List<EntityRef> regarding = new ArrayList<>();
        for (EntityRef ref : task.regarding()) {
            regarding.add(ref.equals(EntityRef.of(from)) ? EntityRef.of(to) : ref);
        }
        return task.toBuilder().regarding(regarding).build();
    }

    private Task checkedAndSaved(String event, @Nullable Task before, Task after) {
        unit.catalog().checkAttributes(after);
        Task stored = tasks.save(List.of(after)).get(0);
        unit.record(event, Task.class, before, stored, stored.regarding(), Map.of());
        return stored;
    }

    private Task.Builder content(NewTask task, Task.Builder builder) {
        Task draft = task.draft();
        return builder.title(draft.title())
                .note(draft.note().orElse(null))
                .due(due(task))
                .reminder(draft.reminder().orElse(null))
                .owner(draft.owner().orElse(null))
                .priority(draft.priority())
                .regarding(regarding(draft))
                .externalRefs(draft.externalRefs())
                .attributes(draft.attributes());
    }

    private @Nullable Due due(NewTask task) {
        LocalDate day = task.day();
        return day == null
                ? task.draft().due().orElse(null)
                : Due.on(day, unit.repositories().settings().on(day).zone());
    }

    /**
     * A task about a deal, a ticket or anything else of a party is about the party too, so that its next touch is one
     * look-up. Whose it is, is asked of the catalogue: most of their packages stand above this one. Of an interaction with
     * very many, as many as a task can name.
     */
    private List<EntityRef> regarding(Task draft) {
        Set<EntityRef> regarding = new LinkedHashSet<>();
        Set<EntityRef> parties = new LinkedHashSet<>();
        for (EntityRef ref : draft.regarding()) {
            EntityRef known = unit.existing(ref);
            regarding.add(known);
            unit.partiesOf(known).forEach(party -> parties.add(EntityRef.of(party)));
        }
        for (EntityRef party : parties) {
            if (regarding.size() < Task.MAX_REGARDING) {
                regarding.add(party);
            }
        }
        return List.copyOf(regarding);
    }
}
