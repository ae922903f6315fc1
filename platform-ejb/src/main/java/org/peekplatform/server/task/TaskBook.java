package org.peekplatform.server.task;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.peekplatform.api.task.TaskOptions;
import org.peekplatform.api.task.TaskProgress;
import org.peekplatform.api.task.TaskState;
import org.peekplatform.api.task.TaskStatus;
import org.peekplatform.core.task.Crew;
import org.peekplatform.core.task.TaskKind;
import org.peekplatform.runtime.task.TaskInput;
import org.peekplatform.runtime.task.TaskRequests;
import org.peekplatform.runtime.task.TaskStages;
import org.peekplatform.server.database.Database;
import org.peekplatform.server.task.TaskTable.End;

/** All tasks, as plugins, workers and administrators ask for them. */
public final class TaskBook {
    private static final Logger LOG = System.getLogger(TaskBook.class.getName());
    private static final int OVERDUE_AT_ONCE = 500;
    private static final int REPLAYED_AT_ONCE = 1_000;

    private final Database database;
    private final TaskTable table;
    private final TaskIntake intake;
    private final Dispatcher dispatcher;
    private final Crew crew;
    private final TaskEnds ends;
    private final TaskStages stages;
    private final Consumer<List<String>> stop;
    private final Clock clock;

    /** @param stop tells the workers that nobody wants the results of these tasks */
    TaskBook(
            Database database,
            TaskTable table,
            TaskIntake intake,
            Dispatcher dispatcher,
            Crew crew,
            TaskEnds ends,
            TaskStages stages,
            Consumer<List<String>> stop,
            Clock clock) {
        this.database = database;
        this.table = table;
        this.intake = intake;
        this.dispatcher = dispatcher;
        this.crew = crew;
        this.ends = ends;
        this.stages = stages;
        this.stop = stop;
        this.clock = clock;
    }

    /**
     * Submits a task.
     *
     * @param hear is given its id before the task can end; and that of the equal one that was there, if there was
     */
    void submit(String id, TaskKind kind, TaskInput input, TaskOptions options, Consumer<String> hear) {
        hear.accept(id);
        String actual = intake.submit(id, kind, input, options);
        if (!actual.equals(id)) {
            hear.accept(actual);
            table.find(actual).flatMap(TaskBook::told).ifPresent(stages::ended); // it may have ended meanwhile
        }
    }

    /** @param inputs by the ids of the new tasks */
    void submitAll(TaskKind kind, Map<String, TaskInput> inputs, TaskOptions options) {
        intake.submitAll(kind, inputs, options);
    }

    private static Optional<TaskRequests.Ended> told(TaskRow row) {
        return row.ended().map(at -> new TaskRequests.Ended(row.id(), row.state(), row.output(), row.failure()));
    }

    Optional<TaskStatus> find(String plugin, String id) {
        return ofPlugin(plugin, id).map(this::status);
    }

    private Optional<TaskRow> ofPlugin(String plugin, String id) {
        return table.find(id).filter(row -> row.kind().plugin().equals(plugin));
    }

    /** What is known of a task, with what its worker said last. */
    public TaskStatus status(TaskRow row) {
        Optional<Crew.Performed> performed =
                row.state() == TaskState.WAITING ? crew.performing(row.id()) : Optional.empty();
        return new TaskStatus(
                row.id(),
                row.kind().type(),
                performed.isPresent() ? TaskState.RUNNING : row.state(),
                row.attempt(),
                performed.flatMap(p -> p.task().progress()).orElse(TaskProgress.NONE),
                performed.map(Crew.Performed::worker),
                row.submitted(),
                row.ended(),
                row.failure());
    }

    public List<TaskRow> list(TaskFilter filter) {
        return table.list(filter);
    }

    /** A task in full. */
    public Optional<TaskRow> row(String id) {
        return table.find(id);
    }

    boolean cancel(String plugin, String id) {
        return ofPlugin(plugin, id).isPresent() && cancel(id);
    }

    /** @return false when it has ended, or there is none */
    public boolean cancel(String id) {
        return table.find(id)
                .filter(row -> row.state() == TaskState.WAITING)
                .map(row -> end(row, TaskState.CANCELLED, Optional.empty()))
                .orElse(false);
    }

    private boolean end(TaskRow row, TaskState state, Optional<String> failure) {
        End end = new End(row.id(), row.attempt(), state, Optional.empty(), failure, Optional.empty());
        boolean ended = !database.inTransaction(() -> table.end(List.of(end))).isEmpty();
        if (ended) {
            dispatcher.leave(row.id());
            stop.accept(List.of(row.id()));
            ends.ended(end);
            dispatcher.dispatch();
        }
        return ended;
    }

    /** Tries a task again that failed for good. */
    public boolean replay(String id) {
        Optional<TaskRow> again = table.replay(id, intake.nextSeq(clock.instant()));
        again.ifPresent(row -> dispatcher.sweep(true));
        return again.isPresent();
    }

    /** @return how many are tried again */
    public int replayAll(Optional<String> plugin) {
        TaskFilter failed = new TaskFilter(Optional.of(TaskState.FAILED), plugin, REPLAYED_AT_ONCE);
        int replayed = 0;
        for (TaskRow row : table.list(failed)) {
            replayed += table.replay(row.id(), intake.nextSeq(clock.instant())).isPresent() ? 1 : 0;
        }
        dispatcher.sweep(true);
        return replayed;
    }

    /** Forgets a task that has ended. */
    public boolean delete(String id) {
        return table.delete(id);
    }

    /** Ends those whose time has run out. */
    void endOverdue() {
        table.overdue(OVERDUE_AT_ONCE).forEach(row -> {
            Duration time = Duration.between(row.submitted(), row.deadline());
            String why = "no result within " + time
                    + (crew.performs(row.kind())
                            ? ""
                            : "; no worker performs '" + row.kind().type() + "'")
                    + row.failure()
                            .map(failure -> "; the last attempt failed: " + failure)
                            .orElse("");
            if (end(row, TaskState.FAILED, Optional.of(why))) {
                LOG.log(
                        Level.WARNING,
                        () -> "PEEK-4016 task '" + row.kind().type() + "' of plugin '"
                                + row.kind().plugin() + "' failed, id " + row.id() + ": " + why);
            }
        });
    }

    int purge(Duration kept, Duration failedKept) {
        return table.purge(kept, failedKept);
    }

    /** How many tasks are in a state. */
    public int count(TaskState state) {
        return table.count(state);
    }
}
