package org.peekplatform.api.task;

import java.util.Optional;

/**
 * What became of a task.
 *
 * @param id of the task
 * @param state {@code DONE}, {@code FAILED} or {@code CANCELLED}
 * @param output present when it is done
 * @param failure why it failed
 * @since 0.1
 */
public record TaskOutcome<O>(String id, TaskState state, Optional<O> output, Optional<String> failure) {}
