package org.peekplatform.runtime.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PatientExecutorTest {
    private final Deque<Runnable> taken = new ArrayDeque<>();
    private final Deque<Runnable> later = new ArrayDeque<>();
    private boolean suspended;

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1) {
        @Override
        public ScheduledFuture<?> schedule(Runnable work, long delay, TimeUnit unit) {
            if (isShutdown()) {
                throw new RejectedExecutionException("stopped");
            }
            later.add(work);
            return super.schedule(() -> {}, 0, unit);
        }
    };

    private final PatientExecutor patient = new PatientExecutor(
            work -> {
                if (suspended) {
                    throw new RejectedExecutionException("suspended");
                }
                taken.add(work);
            },
            timer);

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    @Test
    void offersWorkAgainUntilItIsTaken() {
        suspended = true;
        Runnable work = () -> {};
        patient.execute(work);
        later.remove().run();
        assertThat(taken).isEmpty();

        suspended = false;
        later.remove().run();

        assertThat(taken).containsExactly(work);
        assertThat(later).isEmpty();
    }

    @Test
    void letsWorkGoWithTheInstance() {
        suspended = true;
        timer.shutdownNow();

        patient.execute(() -> {});

        assertThat(later).isEmpty();
    }
}
