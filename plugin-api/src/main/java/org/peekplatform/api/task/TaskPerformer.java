package org.peekplatform.api.task;

/**
 * Does the work of one kind of task on a worker.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface TaskPerformer<I, O> {

    /**
     * @param input what the server part submitted
     * @return the result, sent back to the server part
     * @throws Exception fails the task with that exception's message; it is not tried again
     */
    O perform(I input) throws Exception;
}
