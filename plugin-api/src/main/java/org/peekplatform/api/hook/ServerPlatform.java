package org.peekplatform.api.hook;

import org.peekplatform.api.live.Actions;
import org.peekplatform.api.live.Tuples;
import org.peekplatform.api.task.Tasks;

/**
 * The platform object of the server service.
 *
 * @since 0.1
 */
public interface ServerPlatform extends Platform {

    /** Work for the worker service. */
    Tasks tasks();

    /** Data that devices observe. */
    Tuples tuples();

    /** What devices do and ask. */
    Actions actions();
}
