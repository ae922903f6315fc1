package org.peekplatform.api.task;

import java.util.Optional;

/**
 * Hands tasks to the worker service. A task is a row in the platform's database, so it survives a restart of every service;
 * any worker that runs the plugin takes it. A worker that dies in the middle is replaced by another, so a task may be begun
 * more than once; its result is accepted once.
 *
 * <p>Thread-safe.
 *
 * @since 0.1
 */
public interface TaskSubmission {

    /**
     * Submits a task. On the server the row is written in the caller's transaction if there is one: the task exists if, and only
     * if, that commits, and is begun afterwards. Returns when the row is written.
     *
     * @param type the kind of task; the plugin's worker part must perform it
     * @param input what the task works on, at most 1 MB as JSON
     * @throws IllegalArgumentException when the input is too large
     * @throws TaskFailedException when the row could not be written; the task was not submitted
     */
    <I, O> SubmittedTask<O> submit(TaskType<I, O> type, I input, TaskOptions options);

    /**
     * What is known of a task of this plugin. Empty when there is none of that id, or when it ended longer ago than the platform
     * keeps them.
     */
    Optional<TaskStatus> find(String id);

    /**
     * Ends a task of this plugin: one that waits is not begun, one that runs is told to stop, see
     * {@link TaskContext#cancelled()}. Its stage fails with {@link TaskCancelledException}; a result that comes later is ignored.
     *
     * @return false when there is none of that id that has not ended
     */
    boolean cancel(String id);
}
