package org.peekplatform.server.migration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.peekplatform.api.PeekException;
import org.peekplatform.core.json.Json;

/**
 * Writes the data of a plugin to a file that needs no special tool to read: a zip with one file per table, one JSON
 * object per row and line.
 */
public final class SchemaExport {
    private static final int FETCH = 500;

    private final DataSource source;
    private final Path folder;
    private final Clock clock;

    /** @param folder where exports are written; made when it is needed, for the owner only */
    public SchemaExport(DataSource source, Path folder, Clock clock) {
        this.source = source;
        this.folder = folder;
        this.clock = clock;
    }

    /** Exports all tables; gives the file. Rows are streamed, so the size of the data plays no role. */
    public Path write(String plugin) {
        String schema = PluginSchema.nameOf(plugin);
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Path file = folder.resolve(plugin + "-" + clock.instant().toEpochMilli() + ".zip");
            try (Connection connection = source.getConnection();
                    ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
                for (String table : tables(connection, schema)) {
                    zip.putNextEntry(new ZipEntry(table + ".ndjson"));
                    rows(connection, schema, table, zip);
                    zip.closeEntry();
                }
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new PeekException(
                    "PEEK-5301",
                    "data of plugin '" + plugin + "' could not be exported: " + e.getMessage()
                            + ". Nothing was dropped.",
                    e);
        }
    }

    private static List<String> tables(Connection connection, String schema) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet found = connection.getMetaData().getTables(null, schema, "%", null)) {
            while (found.next()) {
                if (found.getString("TABLE_TYPE").endsWith("TABLE")) {
                    tables.add(found.getString("TABLE_NAME"));
                }
            }
        }
        return tables;
    }

    private static void rows(Connection connection, String schema, String table, OutputStream out)
            throws SQLException, IOException {
        String sql = "select * from " + quoted(connection, schema) + "." + quoted(connection, table);
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCH);
            try (ResultSet row = statement.executeQuery(sql)) {
                while (row.next()) {
                    out.write(Json.write(object(row)));
                    out.write('\n');
                }
            }
        }
    }

    private static ObjectNode object(ResultSet row) throws SQLException {
        ObjectNode object = Json.mapper().createObjectNode();
        ResultSetMetaData columns = row.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            Object value = row.getObject(i);
            if (value instanceof byte[] bytes) {
                object.put(columns.getColumnLabel(i), bytes);
            } else if (value instanceof Number || value instanceof Boolean) {
                object.putPOJO(columns.getColumnLabel(i), value);
            } else {
                object.put(columns.getColumnLabel(i), row.getString(i));
            }
        }
        return object;
    }

    private static String quoted(Connection connection, String name) throws SQLException {
        String quote = connection.getMetaData().getIdentifierQuoteString();
        return quote + name.replace(quote, quote + quote) + quote;
    }
}
