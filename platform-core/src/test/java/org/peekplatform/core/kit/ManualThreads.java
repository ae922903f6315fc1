package org.peekplatform.core.kit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Executor and timer whose work is done when the test says so, on its thread. Time is not waited for. */
public final class ManualThreads extends AbstractExecutorService implements ScheduledExecutorService {
    private final Deque<Runnable> work = new ArrayDeque<>();
    private boolean shut;

    @Override
    public synchronized void execute(Runnable command) {
        work.add(command);
    }

    /** Does one piece of work; false when there is none. */
    public boolean step() {
        Runnable next;
        synchronized (this) {
            next = work.poll();
        }
        if (next != null) {
            next.run();
        }
        return next != null;
    }

    /** Does all the work, and what comes of it. */
    public void settle() {
        for (int steps = 0; step(); steps++) {
            if (steps > 1_000_000) {
                throw new AssertionError("it does not come to rest");
            }
        }
    }

    public synchronized int waiting() {
        return work.size();
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        Later<Void> later = new Later<>(command);
        execute(later);
        return later;
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long first, long period, TimeUnit unit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long first, long delay, TimeUnit unit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void shutdown() {
        shut = true;
    }

    @Override
    public List<Runnable> shutdownNow() {
        shut = true;
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return shut;
    }

    @Override
    public boolean isTerminated() {
        return shut;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return shut;
    }

    private static final class Later<V> extends FutureTask<V> implements RunnableScheduledFuture<V> {
        Later(Runnable work) {
            super(work, null);
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(Duration.ZERO);
        }

        @Override
        public int compareTo(Delayed other) {
            return 0;
        }

        @Override
        public boolean isPeriodic() {
            return false;
        }
    }
}
