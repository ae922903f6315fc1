package org.peekplatform.core.task;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.peekplatform.api.task.TaskProgress;

/**
 * What a worker says about its tasks, every second and whenever it performs something new.
 *
 * @param threads how many it performs at once
 * @param performed what it can do
 * @param held tasks that it performs, and those whose result the server has not confirmed
 */
public record TaskBeat(int threads, Set<TaskKind> performed, List<Held> held) {

    /**
     * One task.
     *
     * @param since when it was begun
     * @param progress empty when it has ended and its result is on the way
     */
    public record Held(String id, int attempt, Instant since, Optional<TaskProgress> progress) {}

    public TaskBeat {
        performed = Set.copyOf(performed);
        held = List.copyOf(held);
    }
}
