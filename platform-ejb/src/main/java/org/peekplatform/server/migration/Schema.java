package org.peekplatform.server.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What the database has of a schema, asked in a way that every supported database answers. */
final class Schema {
    private Schema() {}

    static boolean exists(Connection connection, String schema) throws SQLException {
        return !names(connection, "select schema_name from information_schema.schemata where schema_name = ?", schema)
                .isEmpty();
    }

    static List<String> tables(Connection connection, String schema) throws SQLException {
        return names(
                connection,
                "select table_name from information_schema.tables"
                        + " where table_schema = ? and table_type = 'BASE TABLE' order by table_name",
                schema);
    }

    private static List<String> names(Connection connection, String sql, String schema) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, schema);
            try (ResultSet row = statement.executeQuery()) {
                List<String> names = new ArrayList<>();
                while (row.next()) {
                    names.add(row.getString(1));
                }
                return names;
            }
        }
    }
}
