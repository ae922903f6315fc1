package org.peekplatform.api.task;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a task.
 *
 * @param type name of its kind
 * @param attempt how often it was tried before, 0 for the first time
 * @param progress what its performer said last
 * @param worker the instance that performs it, while it runs
 * @param ended when it was done, failed or was cancelled
 * @param failure why the last attempt failed
 * @since 0.1
 */
public record TaskStatus(
        String id,
        String type,
        TaskState state,
        int attempt,
        TaskProgress progress,
        Optional<String> worker,
        Instant submitted,
        Optional<Instant> ended,
        Optional<String> failure) {}
