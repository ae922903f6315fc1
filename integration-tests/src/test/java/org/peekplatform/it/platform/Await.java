package org.peekplatform.it.platform;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Looks again and again until a condition is met, within a bound. */
public final class Await {
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);

    private Await() {}

    /**
     * @param what the condition in words
     * @return the value that met it
     * @throws AssertionError when the time is up; it tells the last value
     */
    public static <T> T until(String what, Duration bound, Supplier<T> look, Predicate<T> met) {
        long deadline = System.nanoTime() + bound.toNanos();
        T seen = look.get();
        while (!met.test(seen)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + bound.toSeconds() + " s: " + what + "; last seen: " + seen);
            }
            LockSupport.parkNanos(PAUSE);
            seen = look.get();
        }
        return seen;
    }
}
