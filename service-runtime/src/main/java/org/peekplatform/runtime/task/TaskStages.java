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

    private final Map<String, List<Consumer<Ended>>> waiting = new ConcurrentHashMap<>();

    /** Hears of a task's end, or of nothing when the time runs out. */
    public void hear(String id, Duration timeout, Consumer<Ended> listener) {
        Consumer<Ended> added = listener;
        waiting.computeIfAbsent(id, key -> new CopyOnWriteArrayList<>()).add(added);
        CompletableFuture.delayedExecutor(timeout.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS, Runnable::run)
                .execute(() -> forget(id, added));
    }

    private void forget(String id, Consumer<Ended> listener) {
        waiting.computeIfPresent(id, (key, listeners) -> {
            listeners.remove(listener);
            return listeners.isEmpty() ? null : listeners;
        });
    }

    public void ended(Ended end) {
        Optional.ofNullable(waiting.remove(end.id()))
                .ifPresent(listeners -> listeners.forEach(listener -> listener.accept(end)));
    }

    /** A stage for a plugin. */
    public <O> CompletionStage<O> stage(String id, TaskType<?, O> type, Duration timeout) {
        CompletableFuture<O> stage = new CompletableFuture<>();
        hear(id, timeout, end -> complete(stage, type, end));
        return stage.minimalCompletionStage();
    }

    private static <O> void complete(CompletableFuture<O> stage, TaskType<?, O> type, Ended end) {
        try {
            stage.complete(output(type, end));
        } catch (RuntimeException failure) { // the rim: it is the stage's to tell
            stage.completeExceptionally(failure);
        }
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
