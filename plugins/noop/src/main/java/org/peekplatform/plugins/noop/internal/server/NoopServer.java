package org.peekplatform.plugins.noop.internal.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import org.peekplatform.api.hook.ServerHook;
import org.peekplatform.api.hook.ServerPlatform;
import org.peekplatform.plugins.noop.internal.tuple.ServerDoor;

/** Entry on the server. */
@ApplicationScoped
public class NoopServer implements ServerHook {
    private static final Logger LOG = System.getLogger(NoopServer.class.getName());

    @Inject
    AnswerDesk desk;

    @Inject
    LiveDoor live;

    @Inject
    VisitBook visits;

    @Inject
    PulseBook pulses;

    @Inject
    WorkDesk work;

    @Override
    public void load(ServerPlatform platform) {
        platform.calls().provide(ServerDoor.class, new ClientDoor(visits, pulses, Clock.systemUTC()));
    }

    @Override
    public void start(ServerPlatform platform) {
        desk.open(platform);
        live.open(platform);
        work.open(platform);
        LOG.log(Level.INFO, "noop {0} started on {1}", platform.plugin().version(), platform.instance());
    }

    @Override
    public void stop(ServerPlatform platform) {
        desk.close();
        work.close();
    }
}
