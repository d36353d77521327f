/**
 * What is planned to be done, by whom and until when: calls to make, offers to send. Start at
 * {@link org.sambandh.crm.task.Tasks}. What has happened is an interaction. A task is regarding any entities; those of
 * kind {@code customer} make it a task of that party, found by
 * {@link org.sambandh.crm.task.TaskFields#TASKS}.
 */
@NullMarked
package org.sambandh.crm.task;

import org.jspecify.annotations.NullMarked;
