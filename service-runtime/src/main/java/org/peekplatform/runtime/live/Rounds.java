package org.peekplatform.runtime.live;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** What a service does again and again. A round that fails does not keep the next one from its turn. */
public final class Rounds implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Rounds.class.getName());

    private final ScheduledExecutorService timer;
    private final Executor executor;
    private final List<Future<?>> running = new ArrayList<>();

    public Rounds(ScheduledExecutorService timer, Executor executor) {
        this.timer = timer;
        this.executor = executor;
    }

    /** Does it every so often, on the executor, never twice at a time. */
    public void every(Duration pause, String what, Runnable round) {
        AtomicBoolean busy = new AtomicBoolean();
        Runnable guarded = () -> {
            try {
                round.run();
            } catch (RuntimeException e) { // the rim: the next round must have its turn
                LOG.log(Level.WARNING, () -> "PEEK-4230 " + what + " failed; it is done again in " + pause, e);
            } finally {
                busy.set(false);
            }
        };
        running.add(timer.scheduleWithFixedDelay(
                () -> {
                    if (busy.compareAndSet(false, true)) {
                        hand(guarded, busy);
                    }
                },
                pause.toMillis(),
                pause.toMillis(),
                TimeUnit.MILLISECONDS));
    }

    private void hand(Runnable guarded, AtomicBoolean busy) {
        try {
            executor.execute(guarded);
        } catch (RejectedExecutionException full) {
            busy.set(false); // the next round has its turn
        }
    }

    @Override
    public void close() {
        running.forEach(round -> round.cancel(false));
    }
}
