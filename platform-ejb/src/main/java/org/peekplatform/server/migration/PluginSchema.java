package org.peekplatform.server.migration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.peekplatform.api.PeekException;
import org.peekplatform.core.descriptor.PluginDescriptor;
import org.peekplatform.core.descriptor.PluginDescriptor.Migration;
import org.peekplatform.server.database.Database;

/** Runs a plugin's scripts with Flyway in the schema {@code pl_<id>}; one history table per plugin. */
public final class PluginSchema {
    private static final Logger LOG = System.getLogger(PluginSchema.class.getName());
    private static final String FOLDER = "db/migration/";

    private final DataSource source;
    private final Database database;
    private final SchemaBackups backups;

    /** @param backups folder for schemas as they were before their scripts, where the database cannot undo them */
    public PluginSchema(DataSource source, Database database, Path backups) {
        this.source = source;
        this.database = database;
        this.backups = new SchemaBackups(source, backups);
    }

    /** A script that failed. */
    public static final class MigrationFailure extends Exception {
        private static final long serialVersionUID = 1L;

        MigrationFailure(String message, Throwable cause) {
            super(message, cause);
        }
    }

    public static String nameOf(String plugin) {
        return "pl_" + plugin.replace('-', '_');
    }

    /**
     * Runs what is pending: all of it, or the schema is as before. On PostgreSQL that is one transaction. H2 commits every
     * definition, so there the schema is put back from a backup, and with it goes what else was written to it meanwhile.
     *
     * @param archive the plugin's archive as a file
     * @return how many scripts ran
     */
    public int migrate(PluginDescriptor plugin, Path archive) throws MigrationFailure {
        if (plugin.migrations().isEmpty()) {
            return 0;
        }
        String schema = nameOf(plugin.id());
        try {
            backups.putBack(schema);
            Path scripts = Files.createTempDirectory("peek-migration-");
            try {
                extract(plugin, archive, scripts);
                int ran = run(schema, flyway(schema, scripts));
                remember(plugin);
                backups.discard(schema);
                return ran;
            } finally {
                delete(scripts);
            }
        } catch (FlywayException | IOException e) {
            throw new MigrationFailure(firstLine(e), e);
        } catch (SQLException e) {
            throw new MigrationFailure(
                    "its schema could not be kept or put back: " + firstLine(e)
                            + ". What is kept of it stays in " + backups.file(schema)
                            + "; the server's next start tries again.",
                    e);
        }
    }

    private int run(String schema, Flyway flyway) throws SQLException, IOException {
        if (undoesScripts() || flyway.info().pending().length == 0) {
            return flyway.migrate().migrationsExecuted;
        }
        backups.write(schema);
        try {
            return flyway.migrate().migrationsExecuted;
        } catch (FlywayException failed) {
            putBackAfter(failed, schema);
            throw failed;
        }
    }

    private void putBackAfter(FlywayException failed, String schema) throws SQLException, IOException {
        try {
            backups.putBack(schema);
        } catch (SQLException e) {
            e.addSuppressed(failed);
            throw e;
        }
    }

    private boolean undoesScripts() {
        return !vendor().equals("h2");
    }

    /** Puts back the schemas whose scripts were cut short by a crash. To be called before anybody uses them. */
    public void putBackLeftovers() {
        try {
            for (String schema : backups.leftovers()) {
                backups.putBack(schema);
                LOG.log(Level.INFO, () -> "schema " + schema + " is as it was before its scripts were cut short");
            }
        } catch (SQLException | IOException e) { // the rim: the server starts all the same, and the operation fails
            LOG.log(
                    Level.ERROR,
                    "PEEK-5303 a schema whose scripts were cut short could not be put back. Its plugin finds it half way"
                            + " until the next attempt, which is the operation that goes on, or the next start.",
                    e);
        }
    }

    /** SHA-256 of the scripts that were run, by entry name; empty before the first. */
    public Map<String, String> applied(String plugin) {
        Map<String, String> applied = new TreeMap<>();
        database.query(
                        "select script, sha256 from peek.plugin_script where plugin = ?",
                        row -> Map.entry(row.getString("script"), row.getString("sha256")),
                        plugin)
                .forEach(script -> applied.put(script.getKey(), script.getValue()));
        return applied;
    }

    /** Remembers the digests of the scripts that were run, so that an edited one is noticed before it runs. */
    private void remember(PluginDescriptor plugin) {
        Map<String, String> known = applied(plugin.id());
        plugin.migrations().stream()
                .filter(script -> !known.containsKey(script.file()))
                .forEach(script -> database.update(
                        "insert into peek.plugin_script (plugin, script, sha256) values (?, ?, ?)",
                        plugin.id(),
                        script.file(),
                        script.sha256()));
    }

    /** Drops the plugin's schema with all its data. */
    public void drop(String plugin) {
        try {
            backups.discard(nameOf(plugin));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "PEEK-5305 " + backups.file(nameOf(plugin)) + " cannot be removed. No data of plugin '" + plugin
                            + "' were dropped. Make its folder writable for the server and order it again.",
                    e);
        }
        database.inTransaction(() -> {
            database.update("drop schema if exists " + nameOf(plugin) + " cascade");
            return database.update("delete from peek.plugin_script where plugin = ?", plugin);
        });
    }

    private Flyway flyway(String schema, Path scripts) {
        return Flyway.configure(PluginSchema.class.getClassLoader())
                .dataSource(source)
                .locations("filesystem:" + scripts)
                .schemas(schema)
                .defaultSchema(schema)
                .createSchemas(true)
                .group(undoesScripts())
                .load();
    }

    private void extract(PluginDescriptor plugin, Path archive, Path target) throws IOException {
        String vendor = vendor();
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (Migration script : forVendor(plugin.migrations(), vendor)) {
                Path file = target.resolve(script.file().substring(script.file().lastIndexOf('/') + 1));
                try (InputStream in = zip.getInputStream(zip.getEntry(script.file()))) {
                    Files.copy(in, file);
                }
            }
        }
    }

    private static List<Migration> forVendor(List<Migration> scripts, String vendor) {
        return scripts.stream()
                .filter(script -> {
                    String rest = script.file().substring(FOLDER.length());
                    return !rest.contains("/") || rest.startsWith(vendor + "/");
                })
                .toList();
    }

    /** {@code h2} or {@code postgresql}: whose scripts are run where they differ. */
    public String vendor() {
        try (Connection connection = source.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        } catch (SQLException e) {
            throw new PeekException("PEEK-5302", "the database does not say what it is: " + e.getMessage(), e);
        }
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage())
                .lines()
                .filter(line -> !line.isBlank())
                .limit(6)
                .reduce("", (a, b) -> a + " " + b)
                .strip();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
