package org.peekplatform.plugins.noop.internal.client;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.peekplatform.api.call.CallFailedException;
import org.peekplatform.plugins.noop.internal.tuple.Pulse;
import org.peekplatform.plugins.noop.internal.tuple.ServerDoor;

/** Asks the server, and tells it what came back. */
final class Heart {
    private static final Logger LOG = System.getLogger(Heart.class.getName());

    private final ServerDoor server;
    private final String instance;
    private final Clock clock;
    private final Runnable beaten;

    /** @param beaten called after each answer of the server */
    Heart(ServerDoor server, String instance, Clock clock, Runnable beaten) {
        this.beaten = beaten;
        this.server = server;
        this.instance = instance;
        this.clock = clock;
    }

    /** An exception would end the beating, and a server that is away is no reason to stop. */
    void beat() {
        Instant asked = clock.instant();
        try {
            long visits = server.visits();
            server.report(new Pulse(
                    instance, visits, Duration.between(asked, clock.instant()).toMillis()));
            beaten.run();
        } catch (CallFailedException e) {
            LOG.log(Level.DEBUG, "the server does not answer, it is asked again in a few seconds", e);
        }
    }
}
