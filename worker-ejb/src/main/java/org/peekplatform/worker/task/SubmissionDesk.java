package org.peekplatform.worker.task;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.peekplatform.api.task.SubmittedTask;
import org.peekplatform.api.task.TaskFailedException;
import org.peekplatform.api.task.TaskOptions;
import org.peekplatform.api.task.TaskStatus;
import org.peekplatform.api.task.TaskType;
import org.peekplatform.core.json.Json;
import org.peekplatform.core.message.Envelope;
import org.peekplatform.runtime.link.Exchange;
import org.peekplatform.runtime.link.Link;
import org.peekplatform.runtime.task.TaskInput;
import org.peekplatform.runtime.task.TaskRequests;
import org.peekplatform.runtime.task.TaskStages;

/** Tasks that parts of this worker submit: the server writes them down. */
final class SubmissionDesk {
    private static final Duration ANSWER = Duration.ofSeconds(20);

    private final Exchange exchange;
    private final TaskStages stages = new TaskStages();

    SubmissionDesk(Exchange exchange) {
        this.exchange = exchange;
    }

    void listen() {
        exchange.on(TaskRequests.ENDED, (server, message) -> {
            stages.ended(Json.read(message.body(), TaskRequests.Ended.class));
            return Optional.empty();
        });
    }

    <I, O> SubmittedTask<O> submit(String plugin, TaskType<I, O> type, I input, TaskOptions options) {
        UUID id = UUID.randomUUID();
        TaskInput data = TaskInput.of(type, input);
        CompletionStage<O> result = stages.stage(id.toString(), type, options.timeout()); // before it can end
        TaskRequests.Submit task = new TaskRequests.Submit(id, plugin, type.name(), data.text(), data.shown(), options);
        String actual =
                ask(TaskRequests.SUBMIT, task, TaskRequests.Submitted.class).id();
        return new SubmittedTask<>(
                actual, actual.equals(id.toString()) ? result : stages.stage(actual, type, options.timeout()));
    }

    Optional<TaskStatus> find(String plugin, String id) {
        return ask(TaskRequests.FIND, new TaskRequests.Named(plugin, id), TaskRequests.Found.class)
                .status();
    }

    boolean cancel(String plugin, String id) {
        return ask(TaskRequests.CANCEL, new TaskRequests.Named(plugin, id), TaskRequests.Cancelled.class)
                .done();
    }

    private <T> T ask(String kind, Object question, Class<T> answer) {
        try {
            byte[] body = exchange.ask(Link.SERVER, Envelope.of(kind, Json.write(question)), ANSWER)
                    .join();
            return Json.read(body, answer);
        } catch (CompletionException failed) {
            throw new TaskFailedException("the server did not answer '" + kind + "': " + failed.getCause()
                    + ". What was asked may have been done; ask again.");
        }
    }
}
