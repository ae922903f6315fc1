package org.peekplatform.api.task;

/**
 * Does the work of one kind of task on a worker.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface TaskPerformer<I, O> {

    /**
     * @param input what was submitted
     * @param task which task it is, and whether it is in vain to go on
     * @return the result, at most 1 MB as JSON
     * @throws Exception fails this attempt with that exception's message
     */
    O perform(I input, TaskContext task) throws Exception;
}
