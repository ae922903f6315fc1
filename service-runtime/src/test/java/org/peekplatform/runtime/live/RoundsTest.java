package org.peekplatform.runtime.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.peekplatform.core.kit.Await;

@Timeout(30)
class RoundsTest {
    private static final Duration SOON = Duration.ofMillis(1);

    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    @Test
    void goesOnAfterARoundThatFails() {
        AtomicInteger rounds = new AtomicInteger();
        try (Rounds every = new Rounds(timer, Runnable::run)) {
            every.every(SOON, "counting", () -> {
                if (rounds.incrementAndGet() == 1) {
                    throw new IllegalStateException("the first one fails");
                }
            });
            Await.until(() -> rounds.get() > 3);
        }
    }

    @Test
    void goesOnAfterTheExecutorTookNone() {
        AtomicBoolean full = new AtomicBoolean(true);
        AtomicInteger rounds = new AtomicInteger();
        try (Rounds every = new Rounds(timer, task -> {
            if (full.getAndSet(false)) {
                throw new RejectedExecutionException("full");
            }
            task.run();
        })) {
            every.every(SOON, "counting", rounds::incrementAndGet);
            Await.until(() -> rounds.get() > 1);
        }
    }

    @Test
    void isNeverDoneTwiceAtATime() {
        List<Runnable> handed = new ArrayList<>();
        AtomicInteger ticks = new AtomicInteger();
        try (Rounds every = new Rounds(timer, handed::add)) {
            every.every(SOON, "waiting", () -> {});
            timer.scheduleWithFixedDelay(ticks::incrementAndGet, 1, 1, java.util.concurrent.TimeUnit.MILLISECONDS);
            Await.until(() -> ticks.get() > 20);
            assertThat(handed).hasSize(1);
        }
    }
}
