package org.peekplatform.api.task;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

/**
 * Hands tasks to the worker service. Any worker that runs the plugin takes the task; one that dies in the middle is
 * replaced by another, so a task may run more than once and should be idempotent. Its result is accepted once.
 *
 * @since 0.1
 */
public interface Tasks {

    /**
     * Submits a task. Returns as soon as the broker has it.
     *
     * @param type the kind of task; the plugin's worker part must perform it
     * @param input what the task works on
     * @param timeout from submitting to the result; after that the stage fails and a late result is ignored
     * @return completes on a thread of the platform with the result, or exceptionally with {@link TaskFailedException}
     */
    <I, O> CompletionStage<O> submit(TaskType<I, O> type, I input, Duration timeout);
}
