package org.peekplatform.server.task;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.peekplatform.api.task.Secret;
import org.peekplatform.api.task.TaskOptions;
import org.peekplatform.api.task.TaskType;
import org.peekplatform.api.task.Tasks;
import org.peekplatform.core.json.Json;
import org.peekplatform.core.kit.MovingClock;
import org.peekplatform.core.message.Envelope;
import org.peekplatform.core.task.TaskBeat;
import org.peekplatform.core.task.TaskKind;
import org.peekplatform.runtime.link.Exchange;
import org.peekplatform.runtime.link.LinkException;
import org.peekplatform.runtime.live.AfterCommit;
import org.peekplatform.runtime.live.Rounds;
import org.peekplatform.runtime.part.PartContext;
import org.peekplatform.runtime.task.TaskMessage;
import org.peekplatform.runtime.task.TaskRequests;
import org.peekplatform.runtime.task.TaskResults;
import org.peekplatform.runtime.task.TaskResults.Ending;
import org.peekplatform.runtime.task.TaskResults.Result;
import org.peekplatform.server.database.Database;
import org.peekplatform.server.database.RealTransactions;
import org.peekplatform.server.task.ServerTasks.Surroundings;

/** Tasks of a plugin on a database in memory, with a queue and a worker that do what the test says. */
final class TaskRoom {
    static final TaskType<Sum, Integer> SUM = new TaskType<>("sum", Sum.class, Integer.class);
    static final TaskKind KIND = new TaskKind("noop", "sum");
    static final TaskOptions OPTIONS = TaskOptions.within(Duration.ofMinutes(5));
    static final String WORKER = "worker1";

    final MovingClock clock = new MovingClock();
    final RealTransactions transactions = RealTransactions.fresh();
    final Database database = transactions.database();
    final Map<String, TaskMessage> queue = new LinkedHashMap<>();
    final List<Envelope> told = new ArrayList<>();
    boolean brokerIsAway;
    Exchange exchange;
    ServerTasks server;
    Tasks tasks;
    private List<Runnable> rounds = new ArrayList<>();

    record Sum(int a, int b, @Secret String password) {
        Sum(int a, int b) {
            this(a, b, "p");
        }
    }

    private final class MemoryQueue implements TaskQueue {
        @Override
        public void send(TaskMessage task, int priority) {
            if (brokerIsAway) {
                throw new LinkException("away", new IllegalStateException());
            }
            queue.put(task.id(), task);
        }

        @Override
        public Set<String> waiting() {
            return Set.copyOf(queue.keySet());
        }
    }

    private static final class AtOnce implements AfterCommit {
        @Override
        public void run(Runnable work) {
            work.run();
        }

        @Override
        public boolean isInTransaction() {
            return true;
        }
    }

    static final class Direct implements PartContext {
        @Override
        public <T> T call(Callable<T> code) throws Exception {
            return code.call();
        }
    }

    TaskRoom() {
        start();
    }

    /** A new life of the server on the same database; the queue is empty, as after a crash. */
    void start() {
        queue.clear();
        rounds = new ArrayList<>();
        exchange = new Exchange((peer, message, life) -> told.add(message), Runnable::run);
        server = new ServerTasks(
                exchange,
                new Surroundings(
                        database,
                        new MemoryQueue(),
                        new AtOnce(),
                        () -> Set.of(WORKER),
                        new TaskLimits(0.75),
                        Runnable::run,
                        new Rounds(new RememberedRounds(rounds), Runnable::run),
                        clock));
        server.open();
        tasks = server.of("noop", new Direct(), registration -> registration);
    }

    /** The worker says what it does. */
    void beat(TaskBeat.Held... held) {
        say(TaskRequests.BEAT, new TaskBeat(8, Set.of(KIND), List.of(held)));
    }

    void round() {
        rounds.forEach(Runnable::run);
    }

    /** The worker takes a task out of the queue. */
    TaskMessage take() {
        return queue.remove(queue.keySet().iterator().next());
    }

    void done(TaskMessage task, int output) {
        result(Result.done(task, 5, String.valueOf(output)));
    }

    void failed(TaskMessage task, Ending ending) {
        result(Result.without(task, ending, 5, "it broke", Optional.of("at x")));
    }

    void result(Result result) {
        say(TaskResults.KIND, new TaskResults(List.of(result)));
    }

    void say(String kind, Object message) {
        exchange.received(WORKER, Envelope.of(kind, Json.write(message)));
    }
}
