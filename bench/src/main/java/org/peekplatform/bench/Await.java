package org.peekplatform.bench;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Looks again and again until a condition is met, within a bound. */
final class Await {
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private Await() {}

    static <T> T until(String what, Duration pause, Supplier<T> look, Predicate<T> met) {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        T seen = look.get();
        while (!met.test(seen)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("not within " + LONGEST + ": " + what + "; last seen: " + seen);
            }
            LockSupport.parkNanos(pause.toNanos());
            seen = look.get();
        }
        return seen;
    }

    /** The time from now until the condition is met. */
    static <T> Duration timed(String what, Duration pause, Supplier<T> look, Predicate<T> met) {
        long began = System.nanoTime();
        until(what, pause, look, met);
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
