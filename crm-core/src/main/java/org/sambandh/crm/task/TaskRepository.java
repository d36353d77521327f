package org.sambandh.crm.task;

import org.sambandh.crm.common.TaskId;
import org.sambandh.crm.store.Repository;

/** Keeps tasks, open and closed. */
public interface TaskRepository extends Repository<Task, TaskId> {}
