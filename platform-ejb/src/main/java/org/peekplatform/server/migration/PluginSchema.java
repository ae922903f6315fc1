package org.peekplatform.server.migration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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

    private final DataSource source;
    private final Database database;
    private final SchemaBackups backups;
    private final Kept beforeRestore;
    private final SchemaCopies copies;
    private final BeforeScripts beforeScripts;
    private final SchemaScripts scripts;

    /**
     * @param backups folder for schemas as they were before their scripts, where the database cannot undo them; beside it
     *     are the copies to restore from
     */
    public PluginSchema(DataSource source, Database database, Path backups, Clock clock, BeforeScripts beforeScripts) {
        this.source = source;
        this.database = database;
        this.backups = new SchemaBackups(source, backups);
        this.beforeRestore = undoesScripts() ? new SchemaAside(source) : this.backups;
        this.copies = new SchemaCopies(source, backups.resolveSibling("backups"), clock);
        this.beforeScripts = beforeScripts;
        this.scripts = new SchemaScripts(source, vendor());
    }

    /** What is done before scripts run on data that are there. */
    public enum BeforeScripts {
        COPY,
        NOTHING;

        /** @param setting {@code true} or {@code false} */
        public static BeforeScripts of(String setting) {
            return Boolean.parseBoolean(setting) ? COPY : NOTHING;
        }
    }

    /** A script that failed. */
    public static final class MigrationFailure extends Exception {
        private static final long serialVersionUID = 1L;

        MigrationFailure(String message) {
            super(message);
        }

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
    public synchronized int migrate(PluginDescriptor plugin, Path archive) throws MigrationFailure {
        if (plugin.migrations().isEmpty()) {
            return 0;
        }
        String schema = nameOf(plugin.id());
        try {
            backups.putBack(schema);
            Path folder = Files.createTempDirectory("peek-migration-");
            try {
                scripts.extract(plugin.migrations(), archive, folder);
                copyBefore(plugin, archive);
                int ran = run(schema, scripts.flyway(schema, folder, undoesScripts()));
                remember(plugin);
                backups.discard(schema);
                return ran;
            } finally {
                SchemaScripts.delete(folder);
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

    private void copyBefore(PluginDescriptor plugin, Path archive) throws SQLException, IOException {
        Map<String, String> applied = applied(plugin.id());
        List<Migration> own = scripts.own(plugin.migrations());
        boolean pending = own.stream().anyMatch(script -> !applied.containsKey(script.file()));
        if (beforeScripts == BeforeScripts.COPY && pending && !applied.isEmpty() && exists(nameOf(plugin.id()))) {
            copies.write(plugin.id(), "before the scripts of " + plugin.version(), among(own, applied), archive);
        }
    }

    private static List<Migration> among(List<Migration> all, Map<String, String> applied) {
        return all.stream().filter(script -> applied.containsKey(script.file())).toList();
    }

    /** A copy of the data as they are now; empty when the plugin has none. */
    public synchronized Optional<SchemaCopy> copy(PluginDescriptor plugin, Path archive) {
        try {
            return exists(nameOf(plugin.id()))
                    ? Optional.of(copies.write(
                            plugin.id(),
                            "ordered, at " + plugin.version(),
                            among(scripts.own(plugin.migrations()), applied(plugin.id())),
                            archive))
                    : Optional.empty();
        } catch (SQLException | IOException e) {
            throw new PeekException(
                    "PEEK-5306",
                    "data of plugin '" + plugin.id() + "' were not copied: " + firstLine(e)
                            + ". Nothing was changed. Make room and order it again.",
                    e);
        }
    }

    /** Copies of a plugin's data, the newest first. */
    public List<SchemaCopy> copies(String plugin) {
        try {
            return copies.list(plugin);
        } catch (IOException e) {
            throw new UncheckedIOException("PEEK-5307 copies of data of plugin '" + plugin + "' cannot be read", e);
        }
    }

    /**
     * Makes the schema anew with the scripts of a copy, and fills it with its rows; or leaves all as it is. The plugin must
     * not run, and its next version has to know exactly these scripts.
     */
    public synchronized void restore(SchemaCopy copy) throws MigrationFailure {
        String schema = nameOf(copy.plugin());
        Path file = copies.file(copy.plugin(), copy.name());
        try {
            beforeRestore.putBack(schema);
            beforeRestore.keep(schema);
            boolean done = false;
            try {
                restore(copy, schema, file);
                done = true;
            } finally {
                if (!done) {
                    beforeRestore.putBack(schema);
                }
            }
            database.inTransaction(() -> {
                database.update("delete from peek.plugin_script where plugin = ?", copy.plugin());
                copy.scripts().forEach(script -> remember(copy.plugin(), script));
                return copy;
            });
            beforeRestore.discard(schema);
        } catch (FlywayException | SQLException | IOException e) {
            throw new MigrationFailure("its data were not restored and are as before: " + firstLine(e), e);
        }
    }

    private void restore(SchemaCopy copy, String schema, Path file) throws SQLException, IOException {
        database.update("drop schema if exists " + schema + " cascade");
        Path folder = Files.createTempDirectory("peek-restore-");
        try (ZipFile zip = new ZipFile(file.toFile());
                Connection connection = source.getConnection()) {
            scripts.extract(copy.scripts(), file, folder);
            scripts.flyway(schema, folder, undoesScripts()).migrate();
            connection.setAutoCommit(false);
            try {
                new SchemaLoad(connection, schema).load(zip, SchemaCopies.TABLES);
                new SchemaSequences(connection, schema).load(zip);
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } finally {
            SchemaScripts.delete(folder);
        }
    }

    /** @return false when no such script was run */
    public boolean repair(String plugin, String script, String sha256) {
        return database.update(
                        "update peek.plugin_script set sha256 = ? where plugin = ? and script = ?",
                        sha256,
                        plugin,
                        script)
                > 0;
    }

    /** Begins the history of a schema that is there and has none: what comes up to this version is not run. */
    public synchronized void baseline(String plugin, String version) throws MigrationFailure {
        String schema = nameOf(plugin);
        try {
            if (!exists(schema)) {
                throw new MigrationFailure(
                        "there is no schema " + schema + ". Nothing was changed. Make its tables first.");
            }
            scripts.baseline(schema, version);
        } catch (FlywayException | SQLException e) {
            throw new MigrationFailure("schema " + schema + " has no new beginning: " + firstLine(e), e);
        }
    }

    /** How large the plugin's tables are; empty when it has no schema. */
    public Optional<SchemaSize> size(String plugin) {
        String schema = nameOf(plugin);
        try (Connection connection = source.getConnection()) {
            return Schema.exists(connection, schema)
                    ? Optional.of(SchemaSize.of(connection, schema))
                    : Optional.empty();
        } catch (SQLException e) {
            throw new PeekException(
                    "PEEK-5308", "the tables of plugin '" + plugin + "' cannot be measured: " + e.getMessage(), e);
        }
    }

    private int run(String schema, Flyway flyway) throws SQLException, IOException {
        if (undoesScripts()) {
            return runInTransaction(schema, flyway);
        }
        if (flyway.info().pending().length == 0) {
            return flyway.migrate().migrationsExecuted;
        }
        backups.keep(schema);
        try {
            return flyway.migrate().migrationsExecuted;
        } catch (FlywayException failed) {
            putBackAfter(failed, schema);
            throw failed;
        }
    }

    /** The schema itself is made before the transaction. */
    private int runInTransaction(String schema, Flyway flyway) throws SQLException {
        boolean first = !exists(schema);
        boolean done = false;
        try {
            int ran = flyway.migrate().migrationsExecuted;
            done = true;
            return ran;
        } finally {
            if (first && !done) {
                database.update("drop schema if exists " + schema + " cascade");
            }
        }
    }

    private boolean exists(String schema) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return Schema.exists(connection, schema);
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
            for (String schema : beforeRestore.leftovers()) {
                beforeRestore.putBack(schema);
                LOG.log(Level.INFO, () -> "schema " + schema + " is as it was before what was cut short");
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
        scripts.own(plugin.migrations()).stream()
                .filter(script -> !known.containsKey(script.file()))
                .forEach(script -> remember(plugin.id(), script));
    }

    private void remember(String plugin, Migration script) {
        database.update(
                "insert into peek.plugin_script (plugin, script, sha256) values (?, ?, ?)",
                plugin,
                script.file(),
                script.sha256());
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
}
