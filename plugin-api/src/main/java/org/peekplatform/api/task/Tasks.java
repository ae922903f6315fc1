package org.peekplatform.api.task;

import java.util.List;
import org.peekplatform.api.Registration;

/**
 * Work that the server part hands to the worker service, and what comes of it.
 *
 * @since 0.1
 */
public interface Tasks extends TaskSubmission {

    /**
     * Submits many tasks at once, which costs much less than one after the other: all of them exist, or none.
     *
     * @param type the kind of all of them
     * @param inputs one for each
     * @param options for each; without unique key
     * @return in the order of the inputs
     * @throws IllegalArgumentException when an input is too large, or there is a unique key
     */
    <I, O> List<SubmittedTask<O>> submitAll(TaskType<I, O> type, List<I> inputs, TaskOptions options);

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
