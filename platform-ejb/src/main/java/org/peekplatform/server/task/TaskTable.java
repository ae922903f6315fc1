package org.peekplatform.server.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.peekplatform.api.task.TaskState;
import org.peekplatform.core.task.TaskKind;
import org.peekplatform.core.task.TaskTicket;
import org.peekplatform.runtime.task.TaskMessage;
import org.peekplatform.runtime.task.TaskRequests;
import org.peekplatform.server.database.Database;

/** Table {@code task} and the keys beside it; the only writer of both, but for {@link CallbackTable}'s columns. */
public final class TaskTable {
    private static final String INSERT =
            "insert into peek.task (id, seq, plugin, type, state, priority, attempt, retries,"
                    + " pause, unique_key, callback, calls, submitted, not_before, deadline, input, shown)"
                    + " values (?, ?, ?, ?, 'WAITING', ?, 0, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?)";
    private static final String ENDS = "update peek.task set state = ?, ended = ?, output = ?, failure = ?, trace = ?,"
            + " call_after = ?, callback = case when callback = 'WANTED' then 'DUE' else callback end"
            + " where id = ? and state = 'WAITING' and attempt = ?";
    private static final String AGAIN =
            "update peek.task set attempt = attempt + 1, not_before = ?, failure = ?, trace = ?"
                    + " where id = ? and state = 'WAITING' and attempt = ?";
    private static final String COLUMNS =
            "select id, plugin, type, state, priority, attempt, retries, pause, submitted,"
                    + " not_before, deadline, ended, coalesce(shown, input) as shown, output, failure, trace from peek.task";
    private static final int LONGEST_FAILURE = 2000;

    private final Database database;
    private final Clock clock;

    public TaskTable(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void insert(List<NewTask> tasks) {
        database.batch(INSERT, tasks.stream().map(TaskTable::values).toList());
    }

    private static Object[] values(NewTask task) {
        return new Object[] {
            task.id(),
            task.seq(),
            task.kind().plugin(),
            task.kind().type(),
            task.options().priority(),
            task.options().retries(),
            task.options().pause().toMillis(),
            task.options().uniqueKey().orElse(null),
            task.options().callback() ? Callback.WANTED.name() : Callback.NONE.name(),
            task.submitted(),
            task.notBefore(),
            task.deadline(),
            task.input().text(),
            task.input().shown().orElse(null)
        };
    }

    /** Takes the key for a new task; gives the task that has it already. */
    Optional<String> claim(TaskKind kind, String key, String id) {
        int rows = database.update(
                "insert into peek.task_key (plugin, type, unique_key, task) values (?, ?, ?, ?) on conflict do nothing",
                kind.plugin(),
                kind.type(),
                key,
                id);
        return rows == 1
                ? Optional.empty()
                : database.first(
                        "select task from peek.task_key where plugin = ? and type = ? and unique_key = ?",
                        row -> row.getString("task"),
                        kind.plugin(),
                        kind.type(),
                        key);
    }

    /** How an attempt ended for good. */
    record End(
            String id,
            int attempt,
            TaskState state,
            Optional<String> output,
            Optional<String> failure,
            Optional<String> trace) {
        TaskRequests.Ended told() {
            return new TaskRequests.Ended(id, state, output, failure);
        }
    }

    /** @return those that had not ended before, and were of the attempt that is meant */
    List<End> end(List<End> ends) {
        Instant now = clock.instant();
        int[] rows = database.batch(
                ENDS,
                ends.stream()
                        .map(end -> new Object[] {
                            end.state().name(),
                            now,
                            end.output().orElse(null),
                            end.failure().map(TaskTable::shortened).orElse(null),
                            end.trace().orElse(null),
                            now,
                            end.id(),
                            end.attempt()
                        })
                        .toList());
        List<End> taken = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] == 1) {
                taken.add(ends.get(i));
            }
        }
        database.batch(
                "delete from peek.task_key where task = ?",
                taken.stream().map(end -> new Object[] {end.id()}).toList());
        return taken;
    }

    /** The attempt failed, and there is to be another. False when the task has ended or is tried again already. */
    boolean again(String id, int attempt, Duration pause, String failure, Optional<String> trace) {
        return database.update(AGAIN, clock.instant().plus(pause), shortened(failure), trace.orElse(null), id, attempt)
                == 1;
    }

    /** The attempt was not made, and is to be made later. */
    void later(String id, int attempt, Duration pause) {
        database.update(
                "update peek.task set not_before = ? where id = ? and state = 'WAITING' and attempt = ?",
                clock.instant().plus(pause),
                id,
                attempt);
    }

    /** Puts a task that failed back to those that wait, with as much time as it had, and its tries anew. */
    Optional<TaskRow> replay(String id, long seq) {
        Optional<TaskRow> failed = find(id).filter(row -> row.state() == TaskState.FAILED);
        return failed.filter(row -> database.update(
                        "update peek.task set state = 'WAITING', attempt = attempt + 1, retries = retries + attempt + 1,"
                                + " ended = null, not_before = ?, deadline = ?, seq = ?,"
                                + " callback = case when callback = 'NONE' then 'NONE' else 'WANTED' end"
                                + " where id = ? and state = 'FAILED'",
                        clock.instant(),
                        clock.instant().plus(Duration.between(row.submitted(), row.deadline())),
                        seq,
                        id)
                == 1);
    }

    /** Forgets a task that has ended. */
    boolean delete(String id) {
        return database.update("delete from peek.task where id = ? and state <> 'WAITING'", id) == 1;
    }

    /** Forgets tasks that ended long ago; failed ones are kept longer, since somebody may want to see them. */
    int purge(Duration kept, Duration failedKept) {
        Instant now = clock.instant();
        return database.update(
                        "delete from peek.task where state in ('DONE', 'CANCELLED') and ended < ?"
                                + " and callback in ('NONE', 'TOLD')",
                        now.minus(kept))
                + database.update(
                        "delete from peek.task where state in ('DONE', 'CANCELLED', 'FAILED') and ended < ?",
                        now.minus(failedKept));
    }

    Optional<TaskRow> find(String id) {
        return database.first(COLUMNS + " where id = ?", TaskTable::row, id);
    }

    public List<TaskRow> list(TaskFilter filter) {
        List<Object> parameters = filter.parameters();
        parameters.add(filter.limit());
        return database.query(
                COLUMNS + filter.where() + " order by coalesce(ended, submitted) desc, seq desc limit ?",
                TaskTable::row,
                parameters.toArray());
    }

    /** Plugins of which tasks wait that may be begun. */
    List<String> pluginsWithDue() {
        return database.query(
                "select distinct plugin from peek.task where state = 'WAITING' and not_before <= ?",
                row -> row.getString("plugin"),
                clock.instant());
    }

    /** The first of a plugin that may be begun, in their order. */
    List<TaskTicket> due(String plugin, int most) {
        return database.query(
                "select id, plugin, type, priority, seq, attempt from peek.task"
                        + " where state = 'WAITING' and plugin = ? and not_before <= ?"
                        + " order by priority desc, seq limit ?",
                row -> new TaskTicket(
                        row.getString("id"),
                        kind(row),
                        row.getInt("priority"),
                        row.getLong("seq"),
                        row.getInt("attempt")),
                plugin,
                clock.instant(),
                most);
    }

    /** What a worker needs of a task; empty when it has ended, or waits for another attempt. */
    Optional<TaskMessage> message(String id, int attempt) {
        return database.first(
                "select id, plugin, type, attempt, deadline, input from peek.task"
                        + " where id = ? and state = 'WAITING' and attempt = ?",
                row -> new TaskMessage(
                        row.getString("id"),
                        row.getString("plugin"),
                        row.getString("type"),
                        row.getInt("attempt"),
                        left(Database.instant(row, "deadline")),
                        row.getString("input")),
                id,
                attempt);
    }

    /** Those whose time has run out. */
    List<TaskRow> overdue(int most) {
        return database.query(
                COLUMNS + " where state = 'WAITING' and deadline <= ? order by deadline limit ?",
                TaskTable::row,
                clock.instant(),
                most);
    }

    /** How many are in each state. */
    public int count(TaskState state) {
        return database.first(
                        "select count(*) as n from peek.task where state = ?", row -> row.getInt("n"), state.name())
                .orElse(0);
    }

    private Duration left(Instant deadline) {
        Duration left = Duration.between(clock.instant(), deadline);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private static TaskRow row(ResultSet row) throws SQLException {
        return new TaskRow(
                row.getString("id"),
                kind(row),
                TaskState.valueOf(row.getString("state")),
                row.getInt("priority"),
                row.getInt("attempt"),
                row.getInt("retries"),
                Duration.ofMillis(row.getLong("pause")),
                Database.instant(row, "submitted"),
                Database.instant(row, "not_before"),
                Database.instant(row, "deadline"),
                row.getObject("ended") == null ? Optional.empty() : Optional.of(Database.instant(row, "ended")),
                row.getString("shown"),
                Optional.ofNullable(row.getString("output")),
                Optional.ofNullable(row.getString("failure")),
                Optional.ofNullable(row.getString("trace")));
    }

    private static TaskKind kind(ResultSet row) throws SQLException {
        return new TaskKind(row.getString("plugin"), row.getString("type"));
    }

    private static String shortened(String failure) {
        return failure.length() > LONGEST_FAILURE ? failure.substring(0, LONGEST_FAILURE) : failure;
    }
}
