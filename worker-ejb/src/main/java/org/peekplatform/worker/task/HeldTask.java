package org.peekplatform.worker.task;

import java.time.Instant;
import java.util.Optional;
import org.peekplatform.api.task.TaskContext;
import org.peekplatform.api.task.TaskProgress;
import org.peekplatform.core.task.TaskBeat;
import org.peekplatform.core.task.TaskKind;
import org.peekplatform.runtime.task.TaskMessage;

/** A task from the moment that this worker took it until the server has confirmed its result. */
final class HeldTask implements TaskContext {
    private final TaskMessage message;
    private final Instant since;
    private final Thread thread;
    private volatile TaskProgress progress = TaskProgress.NONE;
    private volatile boolean cancelled;
    private volatile boolean ended;

    /** @param thread that performs it */
    HeldTask(TaskMessage message, Instant since, Thread thread) {
        this.message = message;
        this.since = since;
        this.thread = thread;
    }

    @Override
    public String id() {
        return message.id();
    }

    @Override
    public int attempt() {
        return message.attempt();
    }

    @Override
    public void progress(TaskProgress now) {
        progress = now;
    }

    @Override
    public boolean cancelled() {
        return cancelled;
    }

    TaskKind kind() {
        return new TaskKind(message.plugin(), message.type());
    }

    /** It is in vain to go on. */
    synchronized void cancel() {
        cancelled = true;
        if (!ended) {
            thread.interrupt();
        }
    }

    /** Nobody interrupts its thread any more, which goes on with something else. */
    synchronized void end() {
        ended = true;
        Thread.interrupted();
    }

    /** Whether its time has run out. */
    boolean isOverdue(Instant now) {
        return !ended && since.plus(message.left()).isBefore(now);
    }

    TaskBeat.Held beat() {
        return new TaskBeat.Held(id(), attempt(), since, ended ? Optional.empty() : Optional.of(progress));
    }
}
