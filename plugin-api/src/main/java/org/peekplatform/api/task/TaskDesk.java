package org.peekplatform.api.task;

import org.peekplatform.api.Registration;

/**
 * Where a worker part says which tasks it performs.
 *
 * @since 0.1
 */
public interface TaskDesk {

    /**
     * @param type the kind of task
     * @param performer runs on threads of the platform, several at a time
     * @return takes the performer back
     * @throws IllegalStateException when this part already performs the type
     */
    <I, O> Registration perform(TaskType<I, O> type, TaskPerformer<I, O> performer);
}
