package org.peekplatform.api.task;

import org.peekplatform.api.Registration;

/**
 * Work that the server part hands to the worker service, and what comes of it.
 *
 * @since 0.1
 */
public interface Tasks extends TaskSubmission {

    /**
     * Hears what became of tasks that were submitted with {@link TaskOptions#withCallback()}, of those too that were submitted before
     * the server was restarted, or while nobody listened. Called in a transaction of the platform in which it is noted that
     * it was called: what the callback writes into the database takes effect exactly once for each task. When it throws, that is
     * rolled back and it is called again, later and later, up to once in ten minutes.
     *
     * @param type the kind of task
     * @param callback runs on threads of the platform, several at a time, in no order
     * @return takes the callback back
     * @throws IllegalStateException when this part has a callback for the type already
     */
    <I, O> Registration onResult(TaskType<I, O> type, TaskCallback<O> callback);
}
