package org.peekplatform.core.task;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How long tasks of each kind take: an exponentially weighted moving average, in which the newest counts an eighth (the
 * weight that RFC 6298 gives a new round-trip time). Thread-safe.
 */
public final class TaskPace {
    /** Tasks that take less are quick. */
    static final Duration MOMENT = Duration.ofMillis(200);

    private static final double WEIGHT = 1.0 / 8;

    private final Map<TaskKind, Double> millis = new ConcurrentHashMap<>();

    /** A task has ended, or has run for so long already. */
    public void took(TaskKind kind, Duration time) {
        millis.merge(kind, (double) time.toMillis(), (before, now) -> before + WEIGHT * (now - before));
    }

    /**
     * How many tasks of a kind a thread can do within the time that counts as a moment, at most so many; 0 when the kind is slow
     * or unknown.
     */
    public int inAMoment(TaskKind kind, int most) {
        double each = millis.getOrDefault(kind, Double.MAX_VALUE);
        return each < MOMENT.toMillis() ? (int) Math.min(most, 1 + MOMENT.toMillis() / Math.max(1, each)) : 0;
    }
}
