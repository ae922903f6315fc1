package org.peekplatform.api.hook;

import org.peekplatform.api.live.Tuples;

/**
 * The platform object of the client service.
 *
 * @since 0.1
 */
public interface ClientPlatform extends Platform {

    /** Data that this instance makes itself, and that devices connected to it observe. */
    Tuples tuples();
}
