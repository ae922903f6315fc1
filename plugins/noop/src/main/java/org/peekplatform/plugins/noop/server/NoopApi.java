package org.peekplatform.plugins.noop.server;

import org.peekplatform.plugins.noop.tuple.Greeting;

/** Greets visitors and counts them. Injected with {@code @Inject @PublishedApi NoopApi}; may be called by any thread. */
public interface NoopApi {

    /**
     * Greets a visitor and counts the visit in the database, in the caller's transaction where there is one.
     *
     * @param name whom to greet, at most 200 characters
     */
    Greeting greet(String name);
}
