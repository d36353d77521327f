package org.sambandh.crm.task;

import java.util.List;
import java.util.Optional;
import org.sambandh.crm.common.Revision;
import org.sambandh.crm.common.TaskId;
import org.sambandh.crm.field.Catalog;
import org.sambandh.crm.store.CustomerData;
import org.sambandh.crm.store.EntityType;
import org.sambandh.crm.store.Feature;

/** Tasks, described to stores and to the catalogue. */
public final class TaskFeature implements Feature {

    private static final EntityType<Task, TaskId, TaskRepository> TASK = new EntityType<>(
            Task.class,
            "task",
            TaskFields.ID,
            TaskRepository.class,
            ForwardingTaskRepository::new,
            TaskFeature::stamped,
            List.of(TaskFields.EXTERNAL_REFS));

    /** Makes the feature. */
    public TaskFeature() {}

    @Override
    public String name() {
        return "task";
    }

    @Override
    public List<EntityType<?, ?, ?>> entities() {
        return List.of(TASK);
    }

    @Override
    public void declare(Catalog.Builder catalog) {
        catalog.entity(Task.class, "task", TaskFields.ID, TaskFields.ALL);
    }

    @Override
    public void relate(Catalog.Builder catalog) {
        catalog.relation(TaskFields.TASKS);
    }

    @Override
    public Optional<CustomerData> customerData() {
        return Optional.of(new TaskData());
    }

    private static Task stamped(Task task, Revision revision) {
        return task.toBuilder().revision(revision).build();
    }
}
