package org.peekplatform.api.task;

/**
 * Hears what became of a task.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface TaskCallback<O> {

    /** @throws Exception rolls the transaction back; the callback is called again */
    void ended(TaskOutcome<O> outcome) throws Exception;
}
