package org.sambandh.crm.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sambandh.crm.common.CustomerId;
import org.sambandh.crm.common.EntityRef;
import org.sambandh.crm.event.Changes;
import org.sambandh.crm.field.Attributes;
import org.sambandh.crm.field.Field;
import org.sambandh.crm.store.CustomerData;
import org.sambandh.crm.store.Unit;

/**
 * What tasks keep about a party. Erasure destroys title, note, outcome and the host's personal properties; an open task
 * stays open under the title {@code erased}, so that nothing that somebody relies on vanishes.
 */
final class TaskData implements CustomerData {

    @Override
    public void repoint(Unit unit, CustomerId from, CustomerId to) {
        List<Task> changed = new ArrayList<>();
        for (Task task : Planning.about(unit, from)) {
            changed.add(Planning.repointed(task, from, to));
        }
        unit.get(TaskRepository.class).save(changed);
    }

    @Override
    public List<Item> export(Unit unit, CustomerId id) {
        List<Item> items = new ArrayList<>();
        for (Task task : Planning.about(unit, id)) {
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
        for (Task before : Planning.about(unit, id)) {
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
}
