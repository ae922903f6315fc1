package org.peekplatform.runtime.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BeatsTest {
    private final Beats beats = new Beats(Thread::new);

    @AfterEach
    void stopThreads() {
        beats.shutdownNow();
    }

    @Test
    void goesOnAfterABeatThatWildFlyTookNoWorkOf() throws InterruptedException {
        CountDownLatch thrice = new CountDownLatch(3);

        beats.scheduleWithFixedDelay(
                () -> {
                    thrice.countDown();
                    throw new RejectedExecutionException("suspended");
                },
                0,
                1,
                TimeUnit.MILLISECONDS);

        assertThat(thrice.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void goesOnAfterABeatThatThrew() throws InterruptedException {
        CountDownLatch thrice = new CountDownLatch(3);

        beats.scheduleAtFixedRate(
                () -> {
                    thrice.countDown();
                    throw new IllegalStateException("broken once");
                },
                0,
                1,
                TimeUnit.MILLISECONDS);

        assertThat(thrice.await(30, TimeUnit.SECONDS)).isTrue();
    }
}
