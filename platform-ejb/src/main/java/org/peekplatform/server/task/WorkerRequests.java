package org.peekplatform.server.task;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.peekplatform.core.json.Json;
import org.peekplatform.core.message.Envelope;
import org.peekplatform.core.task.Crew;
import org.peekplatform.core.task.TaskBeat;
import org.peekplatform.core.task.TaskKind;
import org.peekplatform.runtime.link.Exchange;
import org.peekplatform.runtime.link.Exchange.Responder;
import org.peekplatform.runtime.link.LinkException;
import org.peekplatform.runtime.task.TaskInput;
import org.peekplatform.runtime.task.TaskRequests;
import org.peekplatform.runtime.task.TaskResults;
import org.peekplatform.runtime.task.TaskStages;

/** Answers workers. What others send is dropped. */
final class WorkerRequests {
    private static final Logger LOG = System.getLogger(WorkerRequests.class.getName());
    private static final Duration ENDED_LIFE = Duration.ofMinutes(1);

    private final Predicate<String> isWorker;
    private final Exchange exchange;
    private final Crew crew;
    private final ResultIntake results;
    private final TaskBook book;
    private final TaskStages stages;
    private final Runnable dispatch;

    WorkerRequests(
            Predicate<String> isWorker,
            Exchange exchange,
            Crew crew,
            ResultIntake results,
            TaskBook book,
            TaskStages stages,
            Runnable dispatch) {
        this.isWorker = isWorker;
        this.exchange = exchange;
        this.crew = crew;
        this.results = results;
        this.book = book;
        this.stages = stages;
        this.dispatch = dispatch;
    }

    void answer() {
        exchange.onQuick(TaskRequests.BEAT, ofWorkers(TaskBeat.class, this::beat));
        exchange.on(TaskResults.KIND, ofWorkers(TaskResults.class, (worker, message) -> {
            results.take(message.results());
            return Optional.of(new byte[0]);
        }));
        exchange.on(TaskRequests.SUBMIT, ofWorkers(TaskRequests.Submit.class, this::submit));
        exchange.on(
                TaskRequests.FIND,
                ofWorkers(
                        TaskRequests.Named.class,
                        (worker, named) -> Optional.of(
                                Json.write(new TaskRequests.Found(book.find(named.plugin(), named.id()))))));
        exchange.on(
                TaskRequests.CANCEL,
                ofWorkers(
                        TaskRequests.Named.class,
                        (worker, named) -> Optional.of(
                                Json.write(new TaskRequests.Cancelled(book.cancel(named.plugin(), named.id()))))));
    }

    private <T> Responder ofWorkers(Class<T> type, BiFunction<String, T, Optional<byte[]>> responder) {
        return (node, message) -> {
            if (!isWorker.test(node)) {
                LOG.log(
                        Level.WARNING,
                        () -> "PEEK-4021 '" + message.kind() + "' of '" + node + "', which is no worker, dropped");
                return Optional.empty();
            }
            return responder.apply(node, read(message, type));
        };
    }

    private static <T> T read(Envelope message, Class<T> type) {
        return Json.read(message.body(), type);
    }

    private Optional<byte[]> beat(String worker, TaskBeat beat) {
        crew.heard(worker, beat);
        dispatch.run();
        return Optional.empty();
    }

    private Optional<byte[]> submit(String worker, TaskRequests.Submit task) {
        AtomicReference<String> actual = new AtomicReference<>();
        book.submit(
                task.id().toString(),
                new TaskKind(task.plugin(), task.type()),
                new TaskInput(task.input(), task.shown()),
                task.options(),
                id -> {
                    actual.set(id);
                    stages.hear(id, task.options().timeout(), end -> tell(worker, end));
                });
        return Optional.of(Json.write(new TaskRequests.Submitted(actual.get())));
    }

    private void tell(String worker, TaskRequests.Ended ended) {
        try {
            exchange.tell(worker, Envelope.of(TaskRequests.ENDED, Json.write(ended)), ENDED_LIFE);
        } catch (LinkException e) {
            LOG.log(Level.DEBUG, () -> "worker '" + worker + "' was not told: " + e.getMessage());
        }
    }
}
