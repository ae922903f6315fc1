package org.peekplatform.plugins.noop.internal.client;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.peekplatform.api.call.Target;
import org.peekplatform.api.hook.ClientHook;
import org.peekplatform.api.hook.ClientPlatform;
import org.peekplatform.plugins.noop.internal.tuple.ServerDoor;

/** Entry on the client. */
@ApplicationScoped
public class NoopClient implements ClientHook {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Override
    public void start(ClientPlatform platform) {
        ServerDoor server = platform.calls().to(Target.server(), ServerDoor.class, PATIENCE);
        Heart heart = new Heart(server, platform.instance(), Clock.systemUTC());
        ScheduledFuture<?> beating =
                scheduler.scheduleWithFixedDelay(heart::beat, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        platform.own(() -> beating.cancel(true));
    }
}
