package org.peekplatform.plugins.noop.internal.tuple;

import java.time.Duration;
import org.peekplatform.api.task.TaskType;

/**
 * Work that shows what tasks can do: it takes as long as it is told, says how far it is, and fails as often as it is told.
 *
 * @param name tells one from another
 * @param steps how many; 0 ends at once
 * @param pause how long each takes
 * @param failures how many attempts fail
 */
public record Work(String name, int steps, Duration pause, int failures) {
    public static final TaskType<Work, WorkDone> TASK = new TaskType<>("work", Work.class, WorkDone.class);

    /**
     * The result.
     *
     * @param instance the worker that did it
     */
    public record WorkDone(String name, String instance) {}
}
