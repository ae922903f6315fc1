package org.peekplatform.plugins.guest.internal.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.peekplatform.api.PublishedApi;
import org.peekplatform.plugins.noop.server.NoopApi;
import org.peekplatform.plugins.noop.tuple.Greeting;

/** Visits noop. */
@ApplicationScoped
public class Visitor {
    @Inject
    @PublishedApi
    NoopApi noop;

    public Greeting visit() {
        return noop.greet("guest");
    }
}
