package org.peekplatform.server.task;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.peekplatform.api.task.TaskFailedException;
import org.peekplatform.api.task.TaskType;
import org.peekplatform.api.task.Tasks;
import org.peekplatform.core.json.Json;
import org.peekplatform.core.message.Envelope;
import org.peekplatform.runtime.link.Exchange;
import org.peekplatform.runtime.link.Link;
import org.peekplatform.runtime.task.TaskMessage;
import org.peekplatform.runtime.task.TaskResult;

/** Tasks that were submitted in this life of the server and have no result yet. A result is accepted once. */
public final class TaskBook {
    /** Name of the task queue as a peer. */
    public static final String WORKERS = "worker.tasks";

    private final Link tasks;
    private final Map<String, CompletableFuture<TaskResult>> pending = new ConcurrentHashMap<>();

    /** @param tasks leads to the task queue */
    public TaskBook(Link tasks, Exchange exchange) {
        this.tasks = tasks;
        exchange.on(TaskResult.KIND, (worker, message) -> {
            accept(Json.read(message.body(), TaskResult.class));
            return Optional.empty();
        });
    }

    /** The tasks of one plugin. */
    public Tasks of(String plugin) {
        return new Tasks() {
            @Override
            public <I, O> CompletionStage<O> submit(TaskType<I, O> type, I input, Duration timeout) {
                return send(plugin, type, input, timeout).thenApply(result -> output(type, result));
            }
        };
    }

    private <I> CompletableFuture<TaskResult> send(String plugin, TaskType<I, ?> type, I input, Duration timeout) {
        String id = UUID.randomUUID().toString();
        TaskMessage task =
                new TaskMessage(id, plugin, type.name(), Json.mapper().valueToTree(input));
        CompletableFuture<TaskResult> result = new CompletableFuture<>();
        pending.put(id, result);
        tasks.send(WORKERS, Envelope.of(TaskMessage.KIND, Json.write(task)), timeout);
        return result.orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(
                        failure instanceof TimeoutException
                                ? new TaskFailedException("task '" + type.name() + "' of plugin '" + plugin
                                        + "' brought no result within " + timeout + ". A late one is ignored.")
                                : failure))
                .whenComplete((value, failure) -> pending.remove(id));
    }

    private void accept(TaskResult result) {
        Optional.ofNullable(pending.get(result.id())).ifPresent(stage -> stage.complete(result));
    }

    private static <O> O output(TaskType<?, O> type, TaskResult result) {
        result.failure().ifPresent(reason -> {
            throw new TaskFailedException("task '" + type.name() + "' failed on its worker: " + reason);
        });
        try {
            return Json.mapper().treeToValue(result.output().orElseThrow(), type.output());
        } catch (IOException e) {
            throw new TaskFailedException("result of task '" + type.name() + "' cannot be read: " + e.getMessage());
        }
    }
}
