package org.peekplatform.worker.task;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.peekplatform.api.Registration;
import org.peekplatform.api.task.TaskContext;
import org.peekplatform.api.task.TaskPerformer;
import org.peekplatform.api.task.TaskType;
import org.peekplatform.core.json.Json;
import org.peekplatform.core.task.TaskKind;
import org.peekplatform.runtime.part.PartContext;
import org.peekplatform.runtime.task.TaskInput;

/** Who performs which task on this worker. */
final class TaskPerformers {
    private final Map<TaskKind, Performer> performers = new ConcurrentHashMap<>();

    /** From JSON to JSON. */
    @FunctionalInterface
    interface Performer {
        String perform(String input, TaskContext task) throws Exception;
    }

    <I, O> Registration register(
            TaskKind kind, TaskType<I, O> type, TaskPerformer<I, O> performer, PartContext context) {
        Performer added = (input, task) -> {
            I value = Json.mapper().readValue(input, type.input());
            O output = context.call(() -> performer.perform(value, task));
            return TaskInput.text(Json.mapper().valueToTree(output), "the result of task '" + type.name() + "'");
        };
        if (performers.putIfAbsent(kind, added) != null) {
            throw new IllegalStateException("PEEK-4002 plugin '" + kind.plugin() + "' performs task '" + kind.type()
                    + "' already. Close the first registration before you perform it again.");
        }
        return () -> performers.remove(kind, added);
    }

    Optional<Performer> find(TaskKind kind) {
        return Optional.ofNullable(performers.get(kind));
    }

    Set<TaskKind> kinds() {
        return Set.copyOf(performers.keySet());
    }
}
