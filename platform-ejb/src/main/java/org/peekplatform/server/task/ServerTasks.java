package org.peekplatform.server.task;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.peekplatform.api.task.TaskState;
import org.peekplatform.api.task.Tasks;
import org.peekplatform.core.json.Json;
import org.peekplatform.core.message.Envelope;
import org.peekplatform.core.task.Crew;
import org.peekplatform.core.task.Gathering;
import org.peekplatform.core.task.TaskPace;
import org.peekplatform.runtime.hook.PlatformFactory.Owner;
import org.peekplatform.runtime.link.Exchange;
import org.peekplatform.runtime.link.LinkException;
import org.peekplatform.runtime.live.AfterCommit;
import org.peekplatform.runtime.live.Rounds;
import org.peekplatform.runtime.part.PartContext;
import org.peekplatform.runtime.task.TaskRequests;
import org.peekplatform.runtime.task.TaskStages;
import org.peekplatform.server.database.Database;

/** Tasks as the server's start, its parts and the admin app need them: joins the classes of this room. */
public final class ServerTasks {
    private static final Logger LOG = System.getLogger(ServerTasks.class.getName());
    private static final int ROWS_AT_ONCE = 500;
    private static final Duration SWEEP = Duration.ofSeconds(1);
    private static final Duration LOOK_FOR_LOST = Duration.ofSeconds(2);
    private static final Duration PURGE = Duration.ofHours(1);
    private static final Duration KEPT = Duration.ofDays(1);
    private static final Duration FAILED_KEPT = Duration.ofDays(30);
    private static final Duration STOP_LIFE = Duration.ofMinutes(1);

    private final Exchange exchange;
    private final Surroundings around;
    private final Crew crew;
    private final TaskPace pace = new TaskPace();
    private final TaskStages stages = new TaskStages();
    private final Dispatcher dispatcher;
    private final TaskBook book;
    private final CallbackDesk callbacks;
    private final WorkerRequests requests;

    /**
     * What this room needs of others.
     *
     * @param workers names of the workers that are there, or may be so in a moment
     * @param executor for work that must not get lost while WildFly takes none
     */
    public record Surroundings(
            Database database,
            TaskQueue queue,
            AfterCommit afterCommit,
            Supplier<Set<String>> workers,
            TaskLimits limits,
            Executor executor,
            Rounds rounds,
            Clock clock) {}

    public ServerTasks(Exchange exchange, Surroundings around) {
        this.exchange = exchange;
        this.around = around;
        Database database = around.database();
        Clock clock = around.clock();
        crew = new Crew(clock);
        TaskTable table = new TaskTable(database, clock);
        dispatcher = new Dispatcher(table, around.queue(), crew, pace, around.limits(), clock, around.executor());
        Gathering<NewTask> rows = new Gathering<>(
                around.executor(),
                ROWS_AT_ONCE,
                tasks -> database.inTransaction(() -> {
                    table.insert(tasks);
                    return null;
                }));
        TaskEnds ends = new TaskEnds();
        ends.hear(end -> stages.ended(end.told()));
        TaskIntake intake = new TaskIntake(database, table, dispatcher, around.afterCommit(), rows, clock);
        book = new TaskBook(database, table, intake, dispatcher, crew, ends, stages, this::stop, clock);
        callbacks = new CallbackDesk(database, new CallbackTable(database, table, clock), around.executor());
        ResultIntake results = new ResultIntake(database, table, dispatcher, pace, ends);
        requests = new WorkerRequests(
                node -> around.workers().get().contains(node),
                exchange,
                crew,
                results,
                book,
                stages,
                dispatcher::dispatch);
    }

    /** The tasks of one part. */
    public Tasks of(String plugin, PartContext context, Owner owner) {
        return new PartTasks(plugin, context, owner, book, stages, callbacks);
    }

    public TaskBook book() {
        return book;
    }

    public void open() {
        requests.answer();
        Rounds rounds = around.rounds();
        rounds.every(SWEEP, "looking for tasks that are due", this::round);
        rounds.every(LOOK_FOR_LOST, "looking for tasks that got lost", dispatcher::findLost);
        rounds.every(PURGE, "forgetting tasks that ended long ago", () -> book.purge(KEPT, FAILED_KEPT));
    }

    private void round() {
        book.endOverdue();
        dispatcher.sweep(crew.names().containsAll(around.workers().get()));
        callbacks.tell();
        learn();
    }

    /** A kind whose tasks have run for long is slow, though none of them has ended. */
    private void learn() {
        crew.performed()
                .forEach(performed -> dispatcher.kindOf(performed.task().id()).ifPresent(kind -> {
                    Duration running = Duration.between(
                            performed.task().since(), around.clock().instant());
                    if (running.compareTo(SWEEP) > 0) {
                        pace.took(kind, running);
                    }
                }));
    }

    private void stop(List<String> ids) {
        byte[] body = Json.write(new TaskRequests.Stop(ids));
        for (String worker : crew.names()) {
            try {
                exchange.tell(worker, Envelope.of(TaskRequests.STOP, body), STOP_LIFE);
            } catch (LinkException e) {
                LOG.log(Level.DEBUG, () -> "worker '" + worker + "' was not told to stop: " + e.getMessage());
            }
        }
    }

    public Map<String, Long> counters() {
        return Map.of(
                "tasks.threads", (long) crew.threads(),
                "tasks.under-way", (long) dispatcher.underWay(),
                "tasks.waiting", (long) book.count(TaskState.WAITING),
                "tasks.failed", (long) book.count(TaskState.FAILED));
    }

    public void close() {
        around.rounds().close();
    }
}
