package org.peekplatform.api.task;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * How a task is to be performed.
 *
 * @param timeout from submitting to the result, waiting and all attempts included; then the task fails, and a worker that
 *     performs it is told to stop
 * @param priority from 0 to 9; of two tasks of a plugin that wait, the one with the higher number is begun first
 * @param retries how often it is tried again when its performer throws
 * @param pause before the first retry; twice as long before each that follows, at most an hour
 * @param uniqueKey see {@link #withUniqueKey}
 * @param delay how long it waits before it may be begun
 * @param callback see {@link #withCallback}
 * @since 0.1
 */
public record TaskOptions(
        Duration timeout,
        int priority,
        int retries,
        Duration pause,
        Optional<String> uniqueKey,
        Duration delay,
        boolean callback) {
    private static final int NORMAL = 4;
    private static final int LONGEST_KEY = 200;
    private static final Duration LONGEST = Duration.ofDays(365);

    public TaskOptions {
        requireNonNull(uniqueKey, "uniqueKey is null");
        require(!timeout.isNegative() && !timeout.isZero() && timeout.compareTo(LONGEST) <= 0, "timeout", timeout);
        require(priority >= 0 && priority <= 9, "priority", priority);
        require(retries >= 0 && retries <= 100, "retries", retries);
        require(!pause.isNegative(), "pause", pause);
        require(!delay.isNegative() && delay.compareTo(LONGEST) <= 0, "delay", delay);
        require(
                uniqueKey
                        .filter(key -> key.isEmpty() || key.length() > LONGEST_KEY)
                        .isEmpty(),
                "uniqueKey",
                uniqueKey);
    }

    private static void require(boolean holds, String what, Object value) {
        if (!holds) {
            throw new IllegalArgumentException(
                    what + " of a task is " + value + ", which is out of range. Nothing was submitted.");
        }
    }

    /** Once, at normal priority (4), as soon as a worker is free. */
    public static TaskOptions within(Duration timeout) {
        return new TaskOptions(timeout, NORMAL, 0, Duration.ZERO, Optional.empty(), Duration.ZERO, false);
    }

    public TaskOptions withPriority(int newPriority) {
        return new TaskOptions(timeout, newPriority, retries, pause, uniqueKey, delay, callback);
    }

    /** Tries again when the performer throws; a worker that dies costs no retry. */
    public TaskOptions withRetries(int newRetries, Duration newPause) {
        return new TaskOptions(timeout, priority, newRetries, newPause, uniqueKey, delay, callback);
    }

    /**
     * While a task of the same plugin, type and key waits or runs, submitting gives that one in place of a second.
     *
     * @param key at most 200 characters
     */
    public TaskOptions withUniqueKey(String key) {
        return new TaskOptions(timeout, priority, retries, pause, Optional.of(key), delay, callback);
    }

    public TaskOptions withDelay(Duration newDelay) {
        return new TaskOptions(timeout, priority, retries, pause, uniqueKey, newDelay, callback);
    }

    /** What becomes of it is told to {@link Tasks#onResult}, however long that takes. */
    public TaskOptions withCallback() {
        return new TaskOptions(timeout, priority, retries, pause, uniqueKey, delay, true);
    }
}
