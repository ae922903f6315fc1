package org.peekplatform.server.task;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import org.peekplatform.api.task.TaskFailedException;
import org.peekplatform.api.task.TaskOptions;
import org.peekplatform.core.task.Gathering;
import org.peekplatform.core.task.TaskKind;
import org.peekplatform.runtime.live.AfterCommit;
import org.peekplatform.runtime.task.TaskInput;
import org.peekplatform.server.database.Database;

/**
 * Takes new tasks. In a caller's transaction the row is part of that; without one, rows that come at the same time are written
 * together.
 */
final class TaskIntake {
    private final Database database;
    private final TaskTable table;
    private final Dispatcher dispatcher;
    private final AfterCommit afterCommit;
    private final Gathering<NewTask> rows;
    private final Clock clock;
    private final AtomicLong seq = new AtomicLong();

    TaskIntake(
            Database database,
            TaskTable table,
            Dispatcher dispatcher,
            AfterCommit afterCommit,
            Gathering<NewTask> rows,
            Clock clock) {
        this.database = database;
        this.table = table;
        this.dispatcher = dispatcher;
        this.afterCommit = afterCommit;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * @param id of the new task
     * @return its id, or that of the equal one that was there
     */
    String submit(String id, TaskKind kind, TaskInput input, TaskOptions options) {
        NewTask task = newTask(id, kind, input, options);
        if (options.uniqueKey().isPresent()) {
            return database.inTransaction(
                    () -> unlessThere(task, options.uniqueKey().get()));
        }
        if (afterCommit.isInTransaction()) {
            insert(List.of(task));
        } else {
            insertWithOthers(task);
        }
        return task.id();
    }

    private NewTask newTask(String id, TaskKind kind, TaskInput input, TaskOptions options) {
        Instant now = clock.instant();
        return new NewTask(id, nextSeq(now), kind, input, options, now);
    }

    /** @param inputs by the ids of the new tasks */
    void submitAll(TaskKind kind, Map<String, TaskInput> inputs, TaskOptions options) {
        if (options.uniqueKey().isPresent()) {
            throw new IllegalArgumentException("PEEK-4023 tasks of type '" + kind.type()
                    + "' were not submitted: all would have the same unique key. Submit them one by one.");
        }
        List<NewTask> tasks = inputs.entrySet().stream()
                .map(entry -> newTask(entry.getKey(), kind, entry.getValue(), options))
                .toList();
        database.inTransaction(() -> {
            insert(tasks);
            return null;
        });
    }

    private String unlessThere(NewTask task, String key) {
        Optional<String> there = table.claim(task.kind(), key, task.id());
        if (there.isEmpty()) {
            insert(List.of(task));
        }
        return there.orElse(task.id());
    }

    private void insert(List<NewTask> tasks) {
        table.insert(tasks);
        afterCommit.run(() -> tasks.forEach(dispatcher::offer));
    }

    private void insertWithOthers(NewTask task) {
        try {
            rows.add(task).join();
        } catch (CompletionException failed) {
            throw new TaskFailedException("task '" + task.kind().type() + "' of plugin '"
                    + task.kind().plugin() + "' was not submitted: "
                    + failed.getCause().getMessage());
        }
        dispatcher.offer(task);
    }

    /** Grows, also over restarts: microseconds, or one more than the last. */
    long nextSeq(Instant now) {
        long micros = now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
        return seq.updateAndGet(last -> Math.max(last + 1, micros));
    }
}
