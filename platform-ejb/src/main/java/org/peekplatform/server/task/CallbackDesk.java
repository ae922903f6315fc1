package org.peekplatform.server.task;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.peekplatform.api.PeekException;
import org.peekplatform.api.Registration;
import org.peekplatform.api.task.TaskCallback;
import org.peekplatform.api.task.TaskOutcome;
import org.peekplatform.api.task.TaskState;
import org.peekplatform.api.task.TaskType;
import org.peekplatform.core.task.Backoff;
import org.peekplatform.core.task.TaskKind;
import org.peekplatform.runtime.part.PartContext;
import org.peekplatform.runtime.task.TaskStages;
import org.peekplatform.server.database.Database;

/**
 * Tells plugins what became of their tasks. That one was told is written in the transaction in which it was: so a callback
 * takes effect once, and what nobody was there to hear is told when somebody is.
 */
final class CallbackDesk {
    private static final Logger LOG = System.getLogger(CallbackDesk.class.getName());
    private static final int AT_ONCE = 200;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final Database database;
    private final CallbackTable table;
    private final Executor executor;
    private final Map<TaskKind, Listener> listeners = new ConcurrentHashMap<>();

    private interface Listener {
        void hear(TaskRow row) throws Exception;

        /** So that one kind whose callback is slow holds up no other. */
        AtomicBoolean busy();
    }

    private record PartListener<O>(
            TaskType<?, O> type, TaskCallback<O> callback, PartContext context, AtomicBoolean busy)
            implements Listener {
        @Override
        public void hear(TaskRow row) throws Exception {
            TaskOutcome<O> outcome = new TaskOutcome<>(
                    row.id(),
                    row.state(),
                    row.output()
                            .filter(output -> row.state() == TaskState.DONE)
                            .map(output -> TaskStages.read(type, output)),
                    row.failure());
            context.call(() -> {
                callback.ended(outcome);
                return null;
            });
        }
    }

    CallbackDesk(Database database, CallbackTable table, Executor executor) {
        this.database = database;
        this.table = table;
        this.executor = executor;
    }

    <O> Registration register(TaskKind kind, TaskType<?, O> type, TaskCallback<O> callback, PartContext context) {
        Listener listener = new PartListener<>(type, callback, context, new AtomicBoolean());
        if (listeners.putIfAbsent(kind, listener) != null) {
            throw new IllegalStateException("PEEK-4017 plugin '" + kind.plugin() + "' hears of task '" + kind.type()
                    + "' already. Close the first registration before you register again.");
        }
        return () -> listeners.remove(kind, listener);
    }

    /** Tells what is due; returns at once. */
    void tell() {
        listeners.forEach((kind, listener) -> {
            if (listener.busy().compareAndSet(false, true)) {
                executor.execute(() -> tell(kind, listener));
            }
        });
    }

    private void tell(TaskKind kind, Listener listener) {
        try {
            for (String id : table.due(kind, AT_ONCE)) {
                if (listeners.get(kind) == listener) {
                    tell(id, kind, listener);
                }
            }
        } catch (RuntimeException e) { // the rim: the next round has its turn
            LOG.log(Level.WARNING, () -> "PEEK-4018 callbacks of " + kind + " were not made; they are later", e);
        } finally {
            listener.busy().set(false);
        }
    }

    private void tell(String id, TaskKind kind, Listener listener) {
        try {
            database.inTransaction(() -> {
                table.take(id).ifPresent(row -> hear(row, listener));
                return null;
            });
        } catch (RuntimeException failed) { // the rim: whatever the plugin threw, or the commit
            int calls = table.failed(id, (before) -> Backoff.before(FIRST_PAUSE, before, LONGEST_PAUSE));
            LOG.log(
                    Level.WARNING,
                    () -> "PEEK-4019 plugin '" + kind.plugin() + "' could not take what became of task '" + id + "' ("
                            + calls + " times now). It is told again.",
                    failed);
        }
    }

    private static void hear(TaskRow row, Listener listener) {
        try {
            listener.hear(row);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) { // the rim: rolls the transaction back
            throw new PeekException("PEEK-4020", "callback of task '" + row.id() + "' failed", e);
        }
    }
}
