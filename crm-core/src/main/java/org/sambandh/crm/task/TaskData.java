package org.sambandh.crm.task;

import static org.sambandh.crm.condition.Conditions.where;
import static org.sambandh.crm.condition.Tests.is;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.event.Changes;
import org.sambandh.crm.field.Attributes;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.store.Cursor;
import org.sambandh.crm.store.CustomerData;
import org.sambandh.crm.store.Page;
import org.sambandh.crm.store.Query;
import org.sambandh.crm.store.Unit;

/**
 * What tasks keep about a party. Erasure destroys title, note, outcome and the host's personal properties; an open task
 * stays open under the title {@code erased}, so that nothing that somebody relies on vanishes.
 */
final class TaskData implements CustomerData {

    private static final int CHUNK = 1_000;

    @Override
    public void repoint(Unit unit, CustomerId from, CustomerId to) {
        List<Task> changed = new ArrayList<>();
        for (Task task : all(unit, from)) {
            List<EntityRef> regarding = new ArrayList<>();
            for (EntityRef ref : task.regarding()) {
                regarding.add(ref.equals(EntityRef.of(from)) ? EntityRef.of(to) : ref);
            }
            changed.add(task.toBuilder().regarding(regarding).build());
        }
        unit.get(TaskRepository.class).save(changed);
    }

    @Override
    public List<Item> export(Unit unit, CustomerId id) {
        List<Item> items = new ArrayList<>();
        for (Task task : all(unit, id)) {
            Map<String, String> values = new LinkedHashMap<>();
            for (Field<Task, ?> field : unit.catalog().subject(Task.class).fields()) {
                String text = Changes.text(field, task);
                if (text != null) {
                    values.put(field.name(), text);
                }
            }
            items.add(new Item(new EntityRef("task", task.id().value()), values));
        }
        return items;
    }

    @Override
    public void erase(Unit unit, CustomerId id) {
        for (Task before : all(unit, id)) {
            Map<String, Object> kept = new TreeMap<>(before.attributes().values());
            for (Field<Task, ?> field : unit.catalog().subject(Task.class).fields()) {
                if (field.isAttribute() && field.personal()) {
                    kept.remove(field.name());
                }
            }
            Task erased = before.toBuilder()
                    .title("erased")
                    .note(null)
                    .outcome(null)
                    .attributes(Attributes.of(kept))
                    .build();
            if (!Changes.between(unit.catalog().subject(Task.class), before, erased)
                    .isEmpty()) {
                unit.get(TaskRepository.class).save(List.of(erased));
                EntityRef ref = new EntityRef("task", before.id().value());
                unit.record(TaskEvents.ERASED, ref, before.regarding(), List.of(), Map.of());
            }
        }
    }

    /** Reads them all before any is changed, so that a change cannot hide one from the next page. */
    private static List<Task> all(Unit unit, CustomerId party) {
        TaskRepository tasks = unit.get(TaskRepository.class);
        Query<Task> first =
                Query.of(where(TaskFields.PARTIES, is(party)), unit.moment()).limit(CHUNK);
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
}
