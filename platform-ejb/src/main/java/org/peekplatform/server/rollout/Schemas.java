package org.peekplatform.server.rollout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.peekplatform.core.descriptor.PluginDescriptor;
import org.peekplatform.server.catalogue.Archives;
import org.peekplatform.server.migration.PluginSchema;
import org.peekplatform.server.migration.PluginSchema.MigrationFailure;
import org.peekplatform.server.migration.SchemaExport;
import org.peekplatform.server.rollout.Operation.DataChoice;

/** What a rollout does to a plugin's data. */
final class Schemas {
    private final Archives archives;
    private final PluginSchema schema;
    private final SchemaExport export;

    Schemas(Archives archives, PluginSchema schema, SchemaExport export) {
        this.archives = archives;
        this.schema = schema;
        this.export = export;
    }

    PluginDescriptor descriptor(String sha256) {
        return archives.find(sha256)
                .orElseThrow(() -> new IllegalStateException("PEEK-5202 archive " + sha256 + " is not kept any more"))
                .descriptor();
    }

    /** Runs the pending scripts of an archive; gives their number. */
    int migrate(PluginDescriptor plugin, String sha256) throws MigrationFailure {
        try {
            Path file = Files.createTempFile("peek-archive-", ".zip");
            try {
                archives.copy(sha256, file);
                return schema.migrate(plugin, file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("PEEK-5203 archive " + sha256 + " cannot be written to a temporary file", e);
        }
    }

    /** Keeps, exports or drops the data of a plugin that was removed; says what was done. */
    String dispose(Operation operation) {
        DataChoice choice = operation.data().orElse(DataChoice.KEEP);
        if (choice == DataChoice.KEEP) {
            return "data kept in schema " + PluginSchema.nameOf(operation.plugin());
        }
        String done = choice == DataChoice.EXPORT ? exported(operation) : "";
        schema.drop(operation.plugin());
        archives.forget(operation.plugin());
        return done + "dropped with all kept versions";
    }

    private String exported(Operation operation) {
        return export.write(operation.plugin(), operation.started())
                .map(file -> "exported to " + file + ", then ")
                .orElse("no data to export; ");
    }
}
