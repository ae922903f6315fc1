package org.peekplatform.plugins.noop.internal.tuple;

import java.util.List;
import org.peekplatform.api.task.TaskType;

/** The work that noop gives to workers: to add numbers. */
public record Addition(List<Long> numbers) {
    public static final TaskType<Addition, Sum> TASK = new TaskType<>("addition", Addition.class, Sum.class);

    public Addition {
        numbers = List.copyOf(numbers);
    }

    /**
     * The result.
     *
     * @param instance the worker that added
     */
    public record Sum(long value, String instance) {}
}
