package org.peekplatform.api.hook;

import org.peekplatform.api.task.TaskDesk;

/**
 * The platform object of the worker service.
 *
 * @since 0.1
 */
public interface WorkerPlatform extends Platform {

    /** Where the part says which tasks it performs. */
    TaskDesk tasks();
}
