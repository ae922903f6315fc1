package org.peekplatform.worker.task;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import org.peekplatform.api.task.TaskDesk;
import org.peekplatform.core.json.Json;
import org.peekplatform.core.message.Envelope;
import org.peekplatform.core.task.TaskBeat;
import org.peekplatform.runtime.hook.PlatformFactory.Owner;
import org.peekplatform.runtime.link.Exchange;
import org.peekplatform.runtime.link.Link;
import org.peekplatform.runtime.link.LinkException;
import org.peekplatform.runtime.live.Rounds;
import org.peekplatform.runtime.part.PartContext;
import org.peekplatform.runtime.task.TaskMessage;
import org.peekplatform.runtime.task.TaskRequests;
import org.peekplatform.runtime.task.TaskResults;

/** Tasks on this worker: joins the classes of this room. */
public final class WorkerTasks implements AutoCloseable {
    private static final Logger LOG = System.getLogger(WorkerTasks.class.getName());
    private static final Duration BEAT = Duration.ofSeconds(1);
    private static final Duration CONFIRM = Duration.ofSeconds(15);

    private final Exchange exchange;
    private final int threads;
    private final TaskPerformers performers = new TaskPerformers();
    private final TaskBench bench;
    private final ResultLane results;
    private final SubmissionDesk submissions;
    private final Rounds rounds;

    /**
     * @param threads how many tasks the container gives at once
     * @param executor for work that must not get lost while WildFly takes none
     */
    public WorkerTasks(Exchange exchange, int threads, Executor executor, ScheduledExecutorService timer, Clock clock) {
        this.exchange = exchange;
        this.threads = threads;
        this.bench = new TaskBench(performers, clock);
        this.results = new ResultLane(
                batch -> exchange.ask(Link.SERVER, Envelope.of(TaskResults.KIND, Json.write(batch)), CONFIRM),
                executor,
                result -> bench.confirmed(result.id()));
        this.submissions = new SubmissionDesk(exchange);
        this.rounds = new Rounds(timer, executor);
    }

    public void open() {
        exchange.onQuick(TaskRequests.STOP, (server, message) -> {
            bench.stop(Json.read(message.body(), TaskRequests.Stop.class).ids());
            return Optional.empty();
        });
        submissions.listen();
        rounds.every(BEAT, "telling the server which tasks are held here", () -> {
            bench.stopOverdue();
            tell(bench.beat(threads));
        });
    }

    public TaskDesk desk(String plugin, PartContext context, Owner owner) {
        return new PartTaskDesk(plugin, context, owner, performers, this::changed, bench, submissions);
    }

    /**
     * Performs a task on the caller's thread.
     *
     * @param beginning how often the broker has given it out
     */
    public void perform(TaskMessage task, int beginning) {
        bench.perform(task, beginning).ifPresent(results::add);
    }

    /** How many tasks are held here: performed, or ended and not confirmed by the server. */
    public Map<String, Long> counters() {
        return Map.of("tasks.held", (long) bench.beat(threads).held().size());
    }

    /** Who performs what has changed: the server should not wait for the next beat. */
    private void changed() {
        tell(bench.beat(threads));
    }

    private void tell(TaskBeat beat) {
        try {
            exchange.tell(Link.SERVER, Envelope.of(TaskRequests.BEAT, Json.write(beat)), BEAT.multipliedBy(3));
        } catch (LinkException e) {
            LOG.log(Level.DEBUG, () -> "server was not told what is held here: " + e.getMessage());
        }
    }

    /** Nothing more is given to this worker; what it holds goes to others when the broker sees that it is gone. */
    @Override
    public void close() {
        rounds.close();
        tell(new TaskBeat(0, Set.of(), bench.beat(0).held()));
    }
}
