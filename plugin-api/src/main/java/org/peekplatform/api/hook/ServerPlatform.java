package org.peekplatform.api.hook;

import org.peekplatform.api.task.Tasks;

/**
 * The platform object of the server service.
 *
 * @since 0.1
 */
public interface ServerPlatform extends Platform {

    /** Work for the worker service. */
    Tasks tasks();
}
