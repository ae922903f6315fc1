package org.peekplatform.runtime.task;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.peekplatform.api.task.TaskCancelledException;
import org.peekplatform.api.task.TaskFailedException;
import org.peekplatform.api.task.TaskState;
import org.peekplatform.api.task.TaskType;
import org.peekplatform.core.json.Json;
import org.peekplatform.runtime.task.TaskRequests.Ended;

/** Who waits for a result in this life of the instance. Thread-safe. */
public final class TaskStages {
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Map<String, List<CompletableFuture<Ended>>> waiting = new ConcurrentHashMap<>();

    /** Hears of a task's end, or of nothing when the time runs out. */
    public void hear(String id, Duration timeout, Consumer<Ended> listener) {
        end(id, timeout).thenAccept(listener);
    }

    /** A stage for a plugin. */
    public <O> CompletionStage<O> stage(String id, TaskType<?, O> type, Duration timeout) {
        return end(id, timeout)
                .exceptionally(nothing -> {
                    throw new TaskFailedException("of task '" + type.name() + "' nothing was heard within " + timeout
                            + ", id " + id + ". What submitted it was rolled back, or the server is away.");
                })
                .thenApply(end -> output(type, end))
                .minimalCompletionStage();
    }

    /** The timer of a future goes with it when it is completed before: a task may have a year. */
    private CompletableFuture<Ended> end(String id, Duration timeout) {
        CompletableFuture<Ended> end = new CompletableFuture<>();
        waiting.compute(id, (key, ends) -> {
            List<CompletableFuture<Ended>> all = ends == null ? new CopyOnWriteArrayList<>() : ends;
            all.add(end);
            return all;
        });
        end.orTimeout(timeout.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((ended, nothing) -> forget(id, end));
        return end;
    }

    private void forget(String id, CompletableFuture<Ended> end) {
        waiting.computeIfPresent(id, (key, ends) -> {
            ends.remove(end);
            return ends.isEmpty() ? null : ends;
        });
    }

    public void ended(Ended end) {
        Optional.ofNullable(waiting.remove(end.id())).ifPresent(ends -> ends.forEach(one -> one.complete(end)));
    }

    private static <O> O output(TaskType<?, O> type, Ended end) {
        if (end.state() == TaskState.CANCELLED) {
            throw new TaskCancelledException("task '" + type.name() + "' was cancelled, id " + end.id());
        }
        if (end.state() == TaskState.FAILED) {
            throw new TaskFailedException("task '" + type.name() + "' failed, id " + end.id() + ": "
                    + end.failure().orElse("no reason was given"));
        }
        return read(type, end.output().orElse("null"));
    }

    /** A result as the plugin's type. */
    public static <O> O read(TaskType<?, O> type, String output) {
        try {
            return Json.mapper().readValue(output, type.output());
        } catch (IOException e) {
            throw new TaskFailedException("result of task '" + type.name() + "' cannot be read: " + e.getMessage());
        }
    }
}
