package org.peekplatform.server.migration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Optional;
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

    /** @param folder where exports are written; made when it is needed, for the owner only */
    public SchemaExport(DataSource source, Path folder) {
        this.source = source;
        this.folder = folder;
    }

    /**
     * Exports all tables. Rows are streamed, so the size of the data plays no role. The same order finds its file again:
     * when the schema is gone already, what was exported before stands.
     *
     * @param ordered when the order was given; it is part of the file's name
     * @return the file; empty when the plugin has no data and none was exported
     */
    public Optional<Path> write(String plugin, Instant ordered) {
        String schema = PluginSchema.nameOf(plugin);
        Path file = folder.resolve(plugin + "-" + ordered.toEpochMilli() + ".zip");
        try (Connection connection = source.getConnection()) {
            if (Schema.exists(connection, schema)) {
                write(connection, schema, file);
            }
            return Optional.of(file).filter(Files::exists);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "PEEK-5304 data of plugin '" + plugin + "' could not be written to " + file
                            + ". Nothing was dropped. Make room and order it again.",
                    e);
        } catch (SQLException e) {
            throw new PeekException(
                    "PEEK-5301",
                    "data of plugin '" + plugin + "' could not be exported: " + e.getMessage()
                            + ". Nothing was dropped.",
                    e);
        }
    }

    /** Written aside and moved into place, so that a file that is there is whole. */
    private void write(Connection connection, String schema, Path file) throws SQLException, IOException {
        Files.createDirectories(folder, ownerOnly("rwx------"));
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, ownerOnly("rw-------"));
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(fresh))) {
            for (String table : Schema.tables(connection, schema)) {
                zip.putNextEntry(new ZipEntry(table + ".ndjson"));
                rows(connection, schema, table, zip);
                zip.closeEntry();
            }
        }
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static FileAttribute<?> ownerOnly(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
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
