package org.peekplatform.server.migration;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.peekplatform.core.json.Json;

/** Puts rows that {@link SchemaTables} wrote into tables that are there, in place of what they have. */
final class SchemaLoad {
    /** Flyway has written its own. */
    private static final String HISTORY = "flyway_schema_history";

    private static final int BATCH = 500;

    private final Connection connection;
    private final String schema;
    private final boolean postgresql;

    /** @param connection in a transaction of the caller */
    SchemaLoad(Connection connection, String schema) throws SQLException {
        this.connection = connection;
        this.schema = schema;
        this.postgresql = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
    }

    private record Column(String name, String type, int kind, boolean identity) {}

    private record Link(String table, String name, String definition) {}

    /** @param folder of the tables in the zip */
    void load(ZipFile zip, String folder) throws SQLException, IOException {
        List<String> tables = Schema.tables(connection, schema).stream()
                .filter(table -> !table.equals(HISTORY))
                .toList();
        List<Link> links = unlink(tables);
        for (String table : tables) {
            run("delete from " + named(table));
            ZipEntry rows = zip.getEntry(folder + table + SchemaTables.ENDING);
            if (rows != null) {
                insert(zip, rows, table);
            }
        }
        link(tables, links);
    }

    /** Rows come table by table, whatever refers to what. */
    private List<Link> unlink(List<String> tables) throws SQLException {
        if (!postgresql) {
            for (String table : tables) {
                run("alter table " + named(table) + " set referential_integrity false");
            }
            return List.of();
        }
        List<Link> links = new ArrayList<>();
        String sql = "select r.relname, c.conname, pg_get_constraintdef(c.oid) from pg_constraint c"
                + " join pg_class r on r.oid = c.conrelid join pg_namespace n on n.oid = r.relnamespace"
                + " where c.contype = 'f' and c.conparentid = 0 and n.nspname = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, schema);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    links.add(new Link(row.getString(1), row.getString(2), row.getString(3)));
                }
            }
        }
        for (Link link : links) {
            run("alter table " + named(link.table()) + " drop constraint " + quoted(link.name()));
        }
        for (String table : tables) {
            run("alter table " + named(table) + " disable trigger user");
        }
        return links;
    }

    private void link(List<String> tables, List<Link> links) throws SQLException {
        for (String table : tables) {
            run("alter table " + named(table)
                    + (postgresql ? " enable trigger user" : " set referential_integrity true check"));
        }
        for (Link link : links) {
            run("alter table " + named(link.table()) + " add constraint " + quoted(link.name()) + " "
                    + link.definition());
        }
    }

    private void insert(ZipFile zip, ZipEntry rows, String table) throws SQLException, IOException {
        List<Column> columns = columns(table);
        if (columns.isEmpty()) {
            return;
        }
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (Column column : columns) {
            names.add(quoted(column.name()));
            values.add(value(column));
        }
        String sql = "insert into " + named(table) + " (" + String.join(", ", names)
                + ") overriding system value values (" + String.join(", ", values) + ")";
        try (PreparedStatement statement = connection.prepareStatement(sql);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(zip.getInputStream(rows), StandardCharsets.UTF_8))) {
            int waiting = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                bind(statement, columns, Json.mapper().readTree(line));
                statement.addBatch();
                if (++waiting % BATCH == 0) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
        }
        for (Column column : columns) {
            if (column.identity()) {
                countOn(table, column);
            }
        }
    }

    private String value(Column column) {
        if (isBytes(column)) {
            return "?";
        }
        return !postgresql && column.type().equalsIgnoreCase("json")
                ? "? format json"
                : "cast(? as " + column.type() + ")";
    }

    private static boolean isBytes(Column column) {
        return SchemaTables.isBytes(column.kind());
    }

    private static void bind(PreparedStatement statement, List<Column> columns, JsonNode row)
            throws SQLException, IOException {
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            JsonNode value = row.path(column.name());
            if (value.isMissingNode() || value.isNull()) {
                statement.setNull(i + 1, isBytes(column) ? Types.VARBINARY : Types.VARCHAR);
            } else if (isBytes(column)) {
                statement.setBytes(i + 1, value.binaryValue());
            } else {
                statement.setString(i + 1, value.asText());
            }
        }
    }

    private List<Column> columns(String table) throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (ResultSet row = connection.getMetaData().getColumns(null, schema, escaped(table), null)) {
            while (row.next()) {
                if (!row.getString("IS_GENERATEDCOLUMN").equals("YES")) {
                    columns.add(new Column(
                            row.getString("COLUMN_NAME"),
                            typeOf(row.getString("TYPE_NAME")),
                            row.getInt("DATA_TYPE"),
                            row.getString("IS_AUTOINCREMENT").equals("YES")));
                }
            }
        }
        return columns;
    }

    /** PostgreSQL's driver calls a number that counts on by a name that no value can be cast to. */
    private static String typeOf(String name) {
        return switch (name) {
            case "serial" -> "int4";
            case "bigserial" -> "int8";
            case "smallserial" -> "int2";
            default -> name;
        };
    }

    /** The next row gets the number behind the highest. */
    private void countOn(String table, Column column) throws SQLException {
        String highest = "select coalesce(max(" + quoted(column.name()) + "), 0) + 1 from " + named(table);
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(highest)) {
            row.next();
            long next = row.getLong(1);
            if (postgresql) {
                run("select setval(pg_get_serial_sequence('" + named(table).replace("'", "''") + "', '"
                        + column.name().replace("'", "''") + "'), " + next + ", false)");
            } else {
                run("alter table " + named(table) + " alter column " + quoted(column.name()) + " restart with " + next);
            }
        }
    }

    private String escaped(String pattern) throws SQLException {
        String escape = connection.getMetaData().getSearchStringEscape();
        return pattern.replace(escape, escape + escape)
                .replace("_", escape + "_")
                .replace("%", escape + "%");
    }

    private String named(String table) throws SQLException {
        return quoted(schema) + "." + quoted(table);
    }

    private String quoted(String name) throws SQLException {
        return SchemaTables.quoted(connection, name);
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
