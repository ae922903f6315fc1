package org.peekplatform.server.rollout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.peekplatform.core.json.Json;
import org.peekplatform.server.database.Database;
import org.peekplatform.server.rollout.Operation.Actor;
import org.peekplatform.server.rollout.Operation.DataChoice;
import org.peekplatform.server.rollout.Operation.Kind;
import org.peekplatform.server.rollout.Operation.State;
import org.peekplatform.server.rollout.Operation.Step;

/** Table {@code operation}. */
public final class OperationBook {
    private static final TypeReference<List<Step>> STEPS = new TypeReference<>() {};
    private static final String SELECT = "select id, plugin, kind, before, target, data, state, steps, actor, address,"
            + " started, ended, reason from peek.operation";

    private final Database database;

    public OperationBook(Database database) {
        this.database = database;
    }

    void add(Operation operation) {
        database.update(
                "insert into peek.operation (id, plugin, kind, before, target, data, state, steps, actor, address,"
                        + " started) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                operation.id(),
                operation.plugin(),
                operation.kind().name(),
                operation.before().orElse(null),
                operation.target().orElse(null),
                operation.data().map(DataChoice::name).orElse(null),
                operation.state().name(),
                text(operation.steps()),
                operation.actor().name(),
                operation.actor().address(),
                operation.started());
    }

    void write(Operation operation) {
        database.update(
                "update peek.operation set before = ?, state = ?, steps = ?, ended = ?, reason = ? where id = ?",
                operation.before().orElse(null),
                operation.state().name(),
                text(operation.steps()),
                operation.ended().orElse(null),
                operation
                        .reason()
                        .map(r -> r.length() > 2000 ? r.substring(0, 1999) + "…" : r)
                        .orElse(null),
                operation.id());
    }

    public Optional<Operation> find(String id) {
        return database.first(SELECT + " where id = ?", OperationBook::row, id);
    }

    public List<Operation> newest(int limit) {
        return database.query(SELECT + " order by seq desc fetch first ? rows only", OperationBook::row, limit);
    }

    /** What was ordered and has not ended, oldest first. */
    public List<Operation> unfinished() {
        return database.query(SELECT + " where state in ('QUEUED', 'RUNNING') order by seq", OperationBook::row);
    }

    private static String text(List<Step> steps) {
        return new String(Json.write(steps), StandardCharsets.UTF_8);
    }

    private static Operation row(ResultSet row) throws SQLException {
        return new Operation(
                row.getString("id"),
                row.getString("plugin"),
                Kind.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getString("before")),
                Optional.ofNullable(row.getString("target")),
                Optional.ofNullable(row.getString("data")).map(DataChoice::valueOf),
                State.valueOf(row.getString("state")),
                steps(row.getString("steps")),
                new Actor(row.getString("actor"), row.getString("address")),
                Database.instant(row, "started"),
                row.getObject("ended") == null ? Optional.empty() : Optional.of(Database.instant(row, "ended")),
                Optional.ofNullable(row.getString("reason")));
    }

    private static List<Step> steps(String json) throws SQLException {
        try {
            return Json.mapper().readValue(json, STEPS);
        } catch (JsonProcessingException e) {
            throw new SQLException("operation holds steps that are not JSON", e);
        }
    }
}
