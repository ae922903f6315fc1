package org.peekplatform.core.task;

import java.time.Duration;

/** How long to wait before something is tried again. */
public final class Backoff {
    private Backoff() {}

    /**
     * @param first before the first retry; twice as long before each that follows
     * @param attempt how often it was tried again already
     */
    public static Duration before(Duration first, int attempt, Duration most) {
        if (first.isZero()) {
            return first;
        }
        if (attempt >= 32 || first.compareTo(most) >= 0) {
            return most;
        }
        Duration pause = first.multipliedBy(1L << attempt);
        return pause.compareTo(most) < 0 ? pause : most;
    }
}
