package org.peekplatform.server.task;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.peekplatform.core.task.Crew;
import org.peekplatform.core.task.FairQueue;
import org.peekplatform.core.task.LostTasks;
import org.peekplatform.core.task.Room;
import org.peekplatform.core.task.TaskKind;
import org.peekplatform.core.task.TaskPace;
import org.peekplatform.core.task.TaskTicket;
import org.peekplatform.runtime.task.TaskMessage;

/**
 * Keeps the task queue short: as many are sent as the workers can begin in a moment, chosen in fair turns, so that whose turn it is
 * is decided late. What is sent is not written to disk by the broker: the rows are there, and what gets lost is sent again.
 */
final class Dispatcher {
    private static final Logger LOG = System.getLogger(Dispatcher.class.getName());
    private static final int IN_MEMORY_OF_PLUGIN = 2_000;
    private static final int KEPT_INPUTS = 4_000;
    private static final int KEPT_INPUT_SIZE = 4_096;
    private static final Duration WORKERS_COME_BACK = Duration.ofSeconds(20);

    private final TaskTable table;
    private final TaskQueue queue;
    private final Crew crew;
    private final TaskPace pace;
    private final TaskLimits limits;
    private final Clock clock;
    private final Executor executor;
    private final Instant opened;
    private final FairQueue turns = new FairQueue(IN_MEMORY_OF_PLUGIN);
    private final LostTasks lost = new LostTasks();
    private final Map<String, TaskMessage> inputs = new ConcurrentHashMap<>();
    private boolean sending;
    private boolean more;

    Dispatcher(
            TaskTable table,
            TaskQueue queue,
            Crew crew,
            TaskPace pace,
            TaskLimits limits,
            Clock clock,
            Executor executor) {
        this.table = table;
        this.queue = queue;
        this.crew = crew;
        this.pace = pace;
        this.limits = limits;
        this.clock = clock;
        this.executor = executor;
        this.opened = clock.instant();
    }

    /** A new task; its row is committed. */
    void offer(NewTask task) {
        if (task.notBefore().isAfter(clock.instant())) {
            return; // the sweep finds it when it is due
        }
        synchronized (this) { // so that it does not leave before its input is kept
            boolean small = task.input().text().length() <= KEPT_INPUT_SIZE && inputs.size() < KEPT_INPUTS;
            if (turns.offer(task.ticket()) && small) {
                inputs.put(task.id(), task.message());
            }
        }
        dispatch();
    }

    /** Ended, or to be sent anew by the next sweep. */
    void leave(String id) {
        synchronized (this) {
            turns.leave(id);
            lost.ended(id);
        }
        inputs.remove(id);
    }

    /** Sends what there is room for, on another thread; one at a time. */
    void dispatch() {
        synchronized (this) {
            more = true;
            if (sending) {
                return;
            }
            sending = true;
        }
        executor.execute(this::send);
    }

    private void send() {
        while (goesOn()) {
            for (Optional<TaskTicket> ticket = next(); ticket.isPresent(); ticket = next()) {
                if (!send(ticket.get())) {
                    break; // the next sweep tries again
                }
            }
        }
    }

    private synchronized boolean goesOn() {
        sending = more;
        more = false;
        return sending;
    }

    private synchronized Optional<TaskTicket> next() {
        int threads = crew.threads();
        Optional<TaskTicket> next = turns.next(new Room(
                crew::performs,
                kind -> threads * pace.inAMoment(kind, TaskLimits.QUICK_AHEAD),
                limits.slow(threads),
                limits.slowOfPlugin(threads)));
        next.ifPresent(ticket -> lost.sent(ticket.id(), clock.instant()));
        return next;
    }

    private boolean send(TaskTicket ticket) {
        try {
            Optional<TaskMessage> message = Optional.ofNullable(inputs.remove(ticket.id()))
                    .or(() -> table.message(ticket.id(), ticket.attempt()));
            message.ifPresentOrElse(m -> queue.send(m, ticket.priority()), () -> leave(ticket.id()));
            return true;
        } catch (RuntimeException failed) { // the rim: broker or database are away; the row is there
            LOG.log(Level.WARNING, () -> "PEEK-4013 task '" + ticket.id() + "' was not sent; it is sent again", failed);
            leave(ticket.id());
            return false;
        }
    }

    /**
     * Looks into the table for what may be begun and is not here: what was delayed, what did not fit, what the last life of the
     * server left. That last waits until the workers had time to say what they still perform.
     */
    void sweep(boolean workersAreBack) {
        if (!workersAreBack && clock.instant().isBefore(opened.plus(WORKERS_COME_BACK))) {
            return;
        }
        for (String plugin : table.pluginsWithDue()) {
            int room;
            synchronized (this) {
                room = IN_MEMORY_OF_PLUGIN - turns.waiting(plugin);
            }
            if (room > IN_MEMORY_OF_PLUGIN / 2) {
                List<TaskTicket> due = table.due(plugin, IN_MEMORY_OF_PLUGIN + TaskLimits.QUICK_AHEAD * crew.threads());
                synchronized (this) {
                    due.stream()
                            .filter(ticket -> crew.performing(ticket.id()).isEmpty())
                            .forEach(turns::offer);
                }
            }
        }
        dispatch();
    }

    /** Sends again what was sent and is nowhere. */
    void findLost() {
        Set<String> missing;
        synchronized (this) {
            missing = lost.missing(clock.instant(), id -> crew.performing(id).isPresent());
        }
        // without the lock: a broker that hangs must not hold up those who submit
        Set<String> queued = missing.isEmpty() ? Set.of() : queue.waiting();
        List<String> gone;
        synchronized (this) {
            gone = lost.lost(missing, queued);
        }
        gone.forEach(id -> {
            LOG.log(Level.INFO, () -> "PEEK-4014 task '" + id + "' got lost on its way; it is sent again");
            leave(id);
        });
    }

    /** Of which kind a task is that is here. */
    synchronized Optional<TaskKind> kindOf(String id) {
        return turns.kindOf(id);
    }

    synchronized int underWay() {
        return turns.underWay();
    }
}
