package org.peekplatform.server.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** How large the tables of a plugin are. */
public record SchemaSize(List<Table> tables) {
    /** Of larger tables on PostgreSQL the rows are what it last estimated, since counting reads them all. */
    private static final long COUNTED = 64L * 1024 * 1024;

    public SchemaSize {
        tables = List.copyOf(tables);
    }

    /** @param bytes on disk, with indexes where the database tells them */
    public record Table(String name, long rows, long bytes) {}

    public long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }

    public long bytes() {
        return tables.stream().mapToLong(Table::bytes).sum();
    }

    static SchemaSize of(Connection connection, String schema) throws SQLException {
        boolean postgresql = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
        List<Table> tables = new ArrayList<>();
        for (String table : Schema.tables(connection, schema)) {
            String name = SchemaTables.quoted(connection, schema) + "." + SchemaTables.quoted(connection, table);
            long bytes = number(
                    connection,
                    postgresql ? "select pg_total_relation_size(cast(? as regclass))" : "call disk_space_used(?)",
                    name);
            long rows = postgresql && bytes > COUNTED
                    ? number(
                            connection,
                            "select cast(greatest(reltuples, 0) as bigint) from pg_class where oid = cast(? as regclass)",
                            name)
                    : count(connection, name);
            tables.add(new Table(table, rows, bytes));
        }
        return new SchemaSize(tables);
    }

    private static long number(Connection connection, String sql, String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, table);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static long count(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getLong(1);
        }
    }
}
