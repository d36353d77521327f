package org.sambandh.crm.tck;

import org.sambandh.crm.common.TaskId;
import org.sambandh.crm.task.Task;

/** The contract of {@link org.sambandh.crm.task.TaskRepository}. */
public abstract class TaskRepositoryContract extends RepositoryContract<Task, TaskId> {

    /** Begins the contract. */
    protected TaskRepositoryContract() {
        super(Task.class);
    }

    @Override
    protected Task changed(Task entity) {
        return entity.toBuilder().title("changed").build();
    }

    @Override
    protected Task claiming(Task entity, int... keys) {
        return entity.toBuilder().externalRefs(Keys.refs(keys)).build();
    }
}
