package org.peekplatform.server.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.peekplatform.api.PeekException;
import org.peekplatform.core.json.Json;
import org.peekplatform.server.database.Database;

/** Table {@code audit}: only added to, read newest first. */
public final class AuditTrail {
    /** Actor of what the platform does on its own. */
    public static final String PLATFORM = "platform";

    private static final TypeReference<Map<String, Object>> DETAIL = new TypeReference<>() {};

    private final Database database;
    private final Clock clock;

    public AuditTrail(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Adds an entry, in the caller's transaction when there is one. Meaning of the words: {@link AuditEntry}. */
    public void record(
            String actor, String address, String action, String subject, String outcome, Map<String, ?> detail) {
        database.update(
                "insert into peek.audit (at, actor, address, action, subject, outcome, detail)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                clock.instant(),
                cut(actor, 100),
                cut(address, 64),
                cut(action, 64),
                cut(subject, 200),
                cut(outcome, 64),
                new String(Json.write(detail), StandardCharsets.UTF_8));
    }

    /** @param limit at most so many, 1 and more */
    public List<AuditEntry> newest(int limit) {
        return database.query(
                "select id, at, actor, address, action, subject, outcome, detail from peek.audit order by id desc"
                        + " fetch first ? rows only",
                AuditTrail::entry,
                limit);
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("id"),
                Database.instant(row, "at"),
                row.getString("actor"),
                row.getString("address"),
                row.getString("action"),
                row.getString("subject"),
                row.getString("outcome"),
                detail(row.getString("detail")));
    }

    private static Map<String, Object> detail(String json) {
        try {
            return Json.mapper().readValue(json, DETAIL);
        } catch (JsonProcessingException e) {
            throw new PeekException(
                    "PEEK-5003",
                    "An audit entry holds a detail that is not JSON: " + json
                            + ". The trail cannot be shown. Correct the row in table peek.audit.",
                    e);
        }
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }
}
