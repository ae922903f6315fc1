package org.peekplatform.server.migration;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** A schema that is put aside on PostgreSQL while another takes its place: it keeps its tables under another name. */
final class SchemaAside implements Kept {
    private static final String ENDING = "_aside";

    private final DataSource source;

    SchemaAside(DataSource source) {
        this.source = source;
    }

    @Override
    public void keep(String schema) throws SQLException {
        try (Connection connection = source.getConnection()) {
            if (Schema.exists(connection, schema)) {
                run(connection, "alter schema " + schema + " rename to " + schema + ENDING);
            }
        }
    }

    @Override
    public void putBack(String schema) throws SQLException {
        try (Connection connection = source.getConnection()) {
            if (Schema.exists(connection, schema + ENDING)) {
                run(connection, "drop schema if exists " + schema + " cascade");
                run(connection, "alter schema " + schema + ENDING + " rename to " + schema);
            }
        }
    }

    @Override
    public void discard(String schema) throws SQLException {
        try (Connection connection = source.getConnection()) {
            run(connection, "drop schema if exists " + schema + ENDING + " cascade");
        }
    }

    @Override
    public List<String> leftovers() throws SQLException, IOException {
        String sql =
                "select schema_name from information_schema.schemata where schema_name like 'pl~_%~_aside' escape '~'"
                        + " order by schema_name";
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            List<String> schemas = new ArrayList<>();
            while (row.next()) {
                String name = row.getString(1);
                schemas.add(name.substring(0, name.length() - ENDING.length()));
            }
            return schemas;
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
