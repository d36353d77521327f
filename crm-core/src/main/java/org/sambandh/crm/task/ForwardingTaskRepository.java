package org.sambandh.crm.task;

import org.sambandh.crm.common.TaskId;
import org.sambandh.crm.store.ForwardingRepository;
import org.sambandh.crm.store.Repository;

final class ForwardingTaskRepository extends ForwardingRepository<Task, TaskId> implements TaskRepository {

    ForwardingTaskRepository(Repository<Task, TaskId> inner) {
        super(inner);
    }
}
