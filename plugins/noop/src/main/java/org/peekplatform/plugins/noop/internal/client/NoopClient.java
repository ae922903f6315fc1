package org.peekplatform.plugins.noop.internal.client;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.peekplatform.api.call.Target;
import org.peekplatform.api.hook.ClientHook;
import org.peekplatform.api.hook.ClientPlatform;
import org.peekplatform.api.live.Access;
import org.peekplatform.api.live.TupleSelector;
import org.peekplatform.plugins.noop.internal.tuple.ServerDoor;
import org.peekplatform.plugins.noop.tuple.Door;

/** Entry on the client. */
@ApplicationScoped
public class NoopClient implements ClientHook {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    @Resource
    ManagedThreadFactory threads;

    @Override
    public void start(ClientPlatform platform) {
        ServerDoor server = platform.calls().to(Target.server(), ServerDoor.class, PATIENCE);
        AtomicLong pulses = new AtomicLong();
        platform.tuples()
                .provide(
                        Door.class,
                        Access.signedIn(),
                        selector -> List.of(new Door(platform.instance(), pulses.get())));
        Heart heart = new Heart(server, platform.instance(), Clock.systemUTC(), () -> {
            pulses.incrementAndGet();
            platform.tuples().changed(TupleSelector.of(Door.class));
        });
        ScheduledExecutorService beats = new ScheduledThreadPoolExecutor(1, threads);
        platform.own(beats::shutdownNow);
        beats.scheduleWithFixedDelay(heart::beat, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }
}
