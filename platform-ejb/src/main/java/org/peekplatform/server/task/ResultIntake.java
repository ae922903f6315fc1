package org.peekplatform.server.task;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.peekplatform.api.task.TaskState;
import org.peekplatform.core.task.Backoff;
import org.peekplatform.core.task.TaskPace;
import org.peekplatform.runtime.task.TaskResults.Ending;
import org.peekplatform.runtime.task.TaskResults.Result;
import org.peekplatform.server.database.Database;
import org.peekplatform.server.task.TaskTable.End;

/** Takes what workers say of tasks: writes down what ended, many in one transaction, and decides what is tried again. */
final class ResultIntake {
    private static final Logger LOG = System.getLogger(ResultIntake.class.getName());
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final Duration RETURNED_PAUSE = Duration.ofSeconds(1);

    private final Database database;
    private final TaskTable table;
    private final Dispatcher dispatcher;
    private final TaskPace pace;
    private final TaskEnds ends;

    ResultIntake(Database database, TaskTable table, Dispatcher dispatcher, TaskPace pace, TaskEnds ends) {
        this.database = database;
        this.table = table;
        this.dispatcher = dispatcher;
        this.pace = pace;
        this.ends = ends;
    }

    /** Returns when all of it is written. A result that came before, or too late, changes nothing. */
    void take(List<Result> results) {
        List<End> taken = database.inTransaction(() -> write(results));
        results.forEach(result -> dispatcher.leave(result.id()));
        taken.forEach(ends::ended);
        dispatcher.dispatch();
    }

    private List<End> write(List<Result> results) {
        List<End> ended = new ArrayList<>();
        for (Result result : results) {
            switch (result.ending()) {
                case DONE -> ended.add(end(result, TaskState.DONE));
                case POISONED -> ended.add(end(result, TaskState.FAILED));
                case FAILED -> failed(result, ended);
                // STOPPED though its row has not ended: the part went. Another worker or version begins it anew
                case RETURNED, STOPPED -> table.later(result.id(), result.attempt(), RETURNED_PAUSE);
            }
        }
        List<End> taken = table.end(ended);
        learn(results);
        return taken;
    }

    private void failed(Result result, List<End> ended) {
        Optional<TaskRow> row = table.find(result.id()).filter(r -> r.attempt() < r.retries());
        String failure = result.failure().orElse("no reason was given");
        if (row.isEmpty()) {
            LOG.log(Level.WARNING, () -> "PEEK-4003 task '" + result.id() + "' failed for good: " + failure);
            ended.add(end(result, TaskState.FAILED));
            return;
        }
        Duration pause = Backoff.before(row.get().pause(), result.attempt(), LONGEST_PAUSE);
        table.again(result.id(), result.attempt(), pause, failure, result.trace());
    }

    private static End end(Result result, TaskState state) {
        return new End(result.id(), result.attempt(), state, result.output(), result.failure(), result.trace());
    }

    private void learn(List<Result> results) {
        results.stream()
                .filter(result -> result.ending() == Ending.DONE || result.ending() == Ending.FAILED)
                .forEach(result -> dispatcher
                        .kindOf(result.id())
                        .ifPresent(kind -> pace.took(kind, Duration.ofMillis(result.millis()))));
    }
}
