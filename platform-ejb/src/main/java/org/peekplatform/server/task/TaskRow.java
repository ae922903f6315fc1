package org.peekplatform.server.task;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.peekplatform.api.task.TaskState;
import org.peekplatform.core.task.TaskKind;

/**
 * A task as its row says. Whether it runs now, the row does not know.
 *
 * @param shown the input as people may see it, JSON
 * @param output JSON, when it is done
 */
public record TaskRow(
        String id,
        TaskKind kind,
        TaskState state,
        int priority,
        int attempt,
        int retries,
        Duration pause,
        Instant submitted,
        Instant notBefore,
        Instant deadline,
        Optional<Instant> ended,
        String shown,
        Optional<String> output,
        Optional<String> failure,
        Optional<String> trace) {}
