package org.peekplatform.server.task;

import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A timer whose rounds come when the test says so. */
final class RememberedRounds extends ScheduledThreadPoolExecutor {
    private final List<Runnable> rounds;

    RememberedRounds(List<Runnable> rounds) {
        super(0);
        this.rounds = rounds;
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable round, long initial, long delay, TimeUnit unit) {
        rounds.add(round);
        return super.schedule(() -> {}, Long.MAX_VALUE / 4, TimeUnit.NANOSECONDS);
    }
}
