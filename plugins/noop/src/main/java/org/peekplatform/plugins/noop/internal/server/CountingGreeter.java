package org.peekplatform.plugins.noop.internal.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.peekplatform.api.PublishedApi;
import org.peekplatform.plugins.noop.server.NoopApi;
import org.peekplatform.plugins.noop.tuple.Greeting;

/** Greets, and writes every visit down. */
@PublishedApi
@ApplicationScoped
public class CountingGreeter implements NoopApi {
    @Inject
    VisitBook visits;

    @Override
    @Transactional
    public Greeting greet(String name) {
        visits.add(name);
        long count = visits.count();
        return new Greeting("Hello " + name + ", you are visitor number " + count + ".", count);
    }
}
