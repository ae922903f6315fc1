package org.peekplatform.core.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what other threads do, within a bound. */
public final class Await {
    private static final Duration BOUND = Duration.ofSeconds(20);

    private Await() {}

    public static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + BOUND.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime())
                    .as("it did not happen within " + BOUND)
                    .isLessThan(end);
            LockSupport.parkNanos(200_000);
        }
    }
}
