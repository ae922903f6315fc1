package org.peekplatform.api.task;

import org.peekplatform.api.PeekException;

/**
 * A task was ended before it brought a result.
 *
 * @since 0.1
 */
public class TaskCancelledException extends PeekException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message what, which, consequence and cure, without the code
     */
    public TaskCancelledException(String message) {
        super("PEEK-4010", message);
    }
}
