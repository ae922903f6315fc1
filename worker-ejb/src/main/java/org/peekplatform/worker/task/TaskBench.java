package org.peekplatform.worker.task;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.peekplatform.core.task.TaskBeat;
import org.peekplatform.core.task.TaskKind;
import org.peekplatform.runtime.task.TaskMessage;
import org.peekplatform.runtime.task.TaskResults.Ending;
import org.peekplatform.runtime.task.TaskResults.Result;
import org.peekplatform.worker.task.TaskPerformers.Performer;

/** Performs tasks, and knows which are held here. */
final class TaskBench {
    private static final Logger LOG = System.getLogger(TaskBench.class.getName());
    private static final int MOST_BEGINNINGS = 3;
    private static final int LONGEST_TRACE = 20_000;
    private static final Duration UNWANTED_KEPT = Duration.ofMinutes(2);

    private final TaskPerformers performers;
    private final Clock clock;
    private final Map<String, HeldTask> held = new ConcurrentHashMap<>();
    private final Map<String, Instant> unwanted = new ConcurrentHashMap<>();

    TaskBench(TaskPerformers performers, Clock clock) {
        this.performers = performers;
        this.clock = clock;
    }

    /**
     * Performs a task on the caller's thread.
     *
     * @param beginning 1 when no worker has taken it before
     * @return how it ended; empty when this worker performs it already
     */
    Optional<Result> perform(TaskMessage task, int beginning) {
        HeldTask mine = new HeldTask(task, clock.instant(), Thread.currentThread());
        if (held.putIfAbsent(task.id(), mine) != null) {
            return Optional.empty();
        }
        try {
            return Optional.of(perform(task, mine, beginning));
        } finally {
            mine.end();
        }
    }

    private Result perform(TaskMessage task, HeldTask mine, int beginning) {
        if (unwanted.containsKey(task.id())) {
            return Result.without(task, Ending.STOPPED, 0, "stopped before it was begun", Optional.empty());
        }
        if (beginning > MOST_BEGINNINGS) {
            String why =
                    "PEEK-4022 " + (beginning - 1) + " workers were lost while they performed it. Look into their logs"
                            + " for what it did to them before it is tried again";
            return Result.without(task, Ending.POISONED, 0, why, Optional.empty());
        }
        return performers
                .find(mine.kind())
                .map(performer -> perform(task, mine, performer))
                .orElseGet(() -> Result.without(
                        task, Ending.RETURNED, 0, "no part on this worker performs it now", Optional.empty()));
    }

    private Result perform(TaskMessage task, HeldTask mine, Performer performer) {
        long began = System.nanoTime();
        try {
            String output = performer.perform(task.input(), mine);
            return Result.done(task, since(began), output);
        } catch (
                Throwable
                        failed) { // the rim: whatever a task throws, it is answered; held without an end it would never
            // be tried again
            Ending ending = mine.cancelled() ? Ending.STOPPED : Ending.FAILED;
            LOG.log(
                    mine.cancelled() ? Level.DEBUG : Level.WARNING,
                    () -> "PEEK-4004 task '" + task.type() + "' of plugin '" + task.plugin() + "' failed, id "
                            + task.id(),
                    failed);
            return Result.without(task, ending, since(began), String.valueOf(failed), Optional.of(trace(failed)));
        }
    }

    private static long since(long began) {
        return Duration.ofNanos(System.nanoTime() - began).toMillis();
    }

    private static String trace(Throwable failed) {
        StringWriter text = new StringWriter();
        failed.printStackTrace(new PrintWriter(text));
        return text.toString().substring(0, Math.min(text.getBuffer().length(), LONGEST_TRACE));
    }

    /** The server has the result. */
    void confirmed(String id) {
        held.remove(id);
    }

    /** Nobody wants the results of these any more. */
    void stop(List<String> ids) {
        Instant now = clock.instant();
        unwanted.values().removeIf(at -> at.plus(UNWANTED_KEPT).isBefore(now));
        ids.forEach(id -> {
            unwanted.put(id, now);
            Optional.ofNullable(held.get(id)).ifPresent(HeldTask::cancel);
        });
    }

    /** The part goes. */
    void stop(TaskKind kind) {
        held.values().stream().filter(task -> task.kind().equals(kind)).forEach(HeldTask::cancel);
    }

    void stopOverdue() {
        Instant now = clock.instant();
        held.values().stream().filter(task -> task.isOverdue(now)).forEach(HeldTask::cancel);
    }

    TaskBeat beat(int threads) {
        return new TaskBeat(
                threads,
                performers.kinds(),
                held.values().stream().map(HeldTask::beat).toList());
    }
}
