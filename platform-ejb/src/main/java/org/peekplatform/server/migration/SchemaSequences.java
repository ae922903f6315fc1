package org.peekplatform.server.migration;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.peekplatform.core.json.Json;

/** Where the sequences of a schema stand. */
final class SchemaSequences {
    static final String FILE = "sequences.json";

    private final Connection connection;
    private final String schema;
    private final boolean postgresql;

    SchemaSequences(Connection connection, String schema) throws SQLException {
        this.connection = connection;
        this.schema = schema;
        this.postgresql = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
    }

    /** The value that each of them gives next. */
    Map<String, Long> next() throws SQLException {
        String sql = postgresql
                ? "select sequencename, coalesce(last_value + increment_by, start_value) from pg_sequences"
                        + " where schemaname = ?"
                : "select sequence_name, base_value from information_schema.sequences where sequence_schema = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, schema);
            try (ResultSet row = statement.executeQuery()) {
                Map<String, Long> next = new TreeMap<>();
                while (row.next()) {
                    next.put(row.getString(1), row.getLong(2));
                }
                return next;
            }
        }
    }

    /** Sets those that are in the zip and in the schema. */
    void load(ZipFile zip) throws SQLException, IOException {
        ZipEntry file = zip.getEntry(FILE);
        Map<String, Long> kept;
        try (InputStream in = zip.getInputStream(file)) {
            kept = Json.mapper().readValue(in, new TypeReference<Map<String, Long>>() {});
        }
        kept.keySet().retainAll(next().keySet());
        try (Statement statement = connection.createStatement()) {
            for (Map.Entry<String, Long> sequence : kept.entrySet()) {
                String name = SchemaTables.quoted(connection, schema) + "."
                        + SchemaTables.quoted(connection, sequence.getKey());
                statement.execute(
                        postgresql
                                ? "select setval('" + name.replace("'", "''") + "', " + sequence.getValue() + ", false)"
                                : "alter sequence " + name + " restart with " + sequence.getValue());
            }
        }
    }
}
