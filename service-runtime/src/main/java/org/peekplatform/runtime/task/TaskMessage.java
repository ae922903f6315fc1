package org.peekplatform.runtime.task;

import java.time.Duration;

/**
 * A task on its way to a worker.
 *
 * @param attempt how often it was tried before
 * @param left how long its result is wanted; not a point in time, since clocks differ
 * @param input JSON
 */
public record TaskMessage(String id, String plugin, String type, int attempt, Duration left, String input) {
    public static final String KIND = "task";
}
