package org.peekplatform.server.migration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.peekplatform.api.PeekException;

/**
 * Writes the data of a plugin to a file that needs no special tool to read: a zip with one file per table, one JSON
 * object per row and line.
 */
public final class SchemaExport {
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
                OwnerOnly.write(file, zip -> SchemaTables.write(connection, schema, "", zip));
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
}
