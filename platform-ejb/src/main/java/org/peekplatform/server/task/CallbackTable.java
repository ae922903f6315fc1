package org.peekplatform.server.task;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.peekplatform.core.task.TaskKind;
import org.peekplatform.server.database.Database;

/** Those columns of table {@code task} that say whether the plugin was told. */
final class CallbackTable {
    private final Database database;
    private final TaskTable tasks;
    private final Clock clock;

    CallbackTable(Database database, TaskTable tasks, Clock clock) {
        this.database = database;
        this.tasks = tasks;
        this.clock = clock;
    }

    List<String> due(TaskKind kind, int most) {
        return database.query(
                "select id from peek.task where callback = 'DUE' and call_after <= ? and plugin = ? and type = ?"
                        + " order by call_after limit ?",
                row -> row.getString("id"),
                clock.instant(),
                kind.plugin(),
                kind.type(),
                most);
    }

    /** The task, if it is still to be told; it is not any more when the transaction commits. */
    Optional<TaskRow> take(String id) {
        return database.update("update peek.task set callback = 'TOLD' where id = ? and callback = 'DUE'", id) == 1
                ? tasks.find(id)
                : Optional.empty();
    }

    /** @return how often it failed by now */
    int failed(String id, IntFunction<Duration> pause) {
        int before = database.first("select calls from peek.task where id = ?", row -> row.getInt("calls"), id)
                .orElse(0);
        database.update(
                "update peek.task set calls = calls + 1, call_after = ? where id = ?",
                clock.instant().plus(pause.apply(before)),
                id);
        return before + 1;
    }
}
