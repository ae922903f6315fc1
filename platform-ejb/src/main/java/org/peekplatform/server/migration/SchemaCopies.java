package org.peekplatform.server.migration;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.peekplatform.core.descriptor.PluginDescriptor.Migration;
import org.peekplatform.core.json.Json;

/**
 * Copies of plugins' data in files of the server: {@code <folder>/<plugin>/<time>.zip}. A copy has the scripts that made
 * the tables, and the rows; so it is restored on every database that the scripts run on.
 */
final class SchemaCopies {
    static final String TABLES = "tables/";

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*");
    private static final String WHAT = "copy.json";
    private static final String ENDING = ".zip";

    private final DataSource source;
    private final Path folder;
    private final Clock clock;

    SchemaCopies(DataSource source, Path folder, Clock clock) {
        this.source = source;
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * Writes a copy, as of one moment.
     *
     * @param scripts those that have been run
     * @param archive a zip that has them
     */
    SchemaCopy write(String plugin, String reason, List<Migration> scripts, Path archive)
            throws SQLException, IOException {
        SchemaCopy copy = new SchemaCopy(plugin, clock.instant(), reason, scripts);
        OwnerOnly.write(file(plugin, copy.name()), zip -> {
            zip.putNextEntry(new ZipEntry(WHAT));
            zip.write(Json.write(copy));
            zip.closeEntry();
            copyScripts(scripts, archive, zip);
            copyTables(PluginSchema.nameOf(plugin), zip);
        });
        return copy;
    }

    private static void copyScripts(List<Migration> scripts, Path archive, ZipOutputStream zip) throws IOException {
        try (ZipFile from = new ZipFile(archive.toFile())) {
            for (Migration script : scripts) {
                zip.putNextEntry(new ZipEntry(script.file()));
                try (InputStream in = from.getInputStream(from.getEntry(script.file()))) {
                    in.transferTo(zip);
                }
                zip.closeEntry();
            }
        }
    }

    private void copyTables(String schema, ZipOutputStream zip) throws SQLException, IOException {
        try (Connection connection = source.getConnection()) {
            int isolation = connection.getTransactionIsolation();
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            try {
                SchemaTables.write(connection, schema, TABLES, zip);
                zip.putNextEntry(new ZipEntry(SchemaSequences.FILE));
                zip.write(Json.write(new SchemaSequences(connection, schema).next()));
                zip.closeEntry();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
                connection.setTransactionIsolation(isolation);
            }
        }
    }

    /** The newest first; none of what cannot be a plugin's id, which might lead out of the folder. */
    List<SchemaCopy> list(String plugin) throws IOException {
        if (!ID.matcher(plugin).matches()) {
            return List.of();
        }
        Path own = folder.resolve(plugin);
        if (!Files.exists(own)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(own)) {
            List<Path> copies = files.filter(
                            file -> file.getFileName().toString().endsWith(ENDING))
                    .sorted(Comparator.comparing(file -> file.getFileName().toString(), Comparator.reverseOrder()))
                    .toList();
            List<SchemaCopy> list = new ArrayList<>();
            for (Path copy : copies) {
                list.add(read(copy));
            }
            return list;
        }
    }

    private static SchemaCopy read(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile());
                InputStream in = zip.getInputStream(zip.getEntry(WHAT))) {
            return Json.mapper().readValue(in, SchemaCopy.class);
        }
    }

    Path file(String plugin, String name) {
        return folder.resolve(plugin).resolve(name + ENDING);
    }
}
