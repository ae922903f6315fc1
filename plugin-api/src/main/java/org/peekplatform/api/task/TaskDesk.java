package org.peekplatform.api.task;

import org.peekplatform.api.Registration;

/**
 * Where a worker part says which tasks it performs, and submits others. A task that is submitted here is written by the
 * server, in a transaction of its own.
 *
 * @since 0.1
 */
public interface TaskDesk extends TaskSubmission {

    /**
     * @param type the kind of task
     * @param performer runs on threads of the platform, several at a time
     * @return takes the performer back; tasks that run are told to stop
     * @throws IllegalStateException when this part already performs the type
     */
    <I, O> Registration perform(TaskType<I, O> type, TaskPerformer<I, O> performer);
}
