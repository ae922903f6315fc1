package org.peekplatform.core.task;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How long tasks of each kind take: an exponentially weighted moving average, in which the newest counts an eighth (the
 * weight that RFC 6298 gives a new round-trip time). Thread-safe.
 */
public final class TaskPace {
    /** Tasks that take less end in a moment. */
    static final Duration QUICK = Duration.ofMillis(250);

    private static final double WEIGHT = 1.0 / 8;

    private final Map<TaskKind, Double> millis = new ConcurrentHashMap<>();

    /** A task has ended, or has run for so long already. */
    public void took(TaskKind kind, Duration time) {
        millis.merge(kind, (double) time.toMillis(), (before, now) -> before + WEIGHT * (now - before));
    }

    public boolean isQuick(TaskKind kind) {
        return millis.getOrDefault(kind, Double.MAX_VALUE) < QUICK.toMillis();
    }

    /** Milliseconds that a task of a kind takes, by kind. */
    public Map<TaskKind, Double> all() {
        return Map.copyOf(millis);
    }
}
