package org.peekplatform.api.task;

import org.peekplatform.api.PeekException;

/**
 * A task brought no result: its performer threw, no worker performs it, or the time ran out.
 *
 * @since 0.1
 */
public class TaskFailedException extends PeekException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message what, which, consequence and cure, without the code
     */
    public TaskFailedException(String message) {
        super("PEEK-4001", message);
    }
}
