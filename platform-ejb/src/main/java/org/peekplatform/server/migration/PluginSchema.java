package org.peekplatform.server.migration;

import java.io.IOException;
import java.io.InputStream;
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
    private static final String FOLDER = "db/migration/";

    private final DataSource source;
    private final Database database;

    public PluginSchema(DataSource source, Database database) {
        this.source = source;
        this.database = database;
    }

    /** A script that failed; the schema may be half way where the database has no transactions for definitions. */
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
     * Runs what is pending.
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
            Path scripts = Files.createTempDirectory("peek-migration-");
            try {
                extract(plugin, archive, scripts);
                return flyway(schema, scripts).migrate().migrationsExecuted;
            } finally {
                delete(scripts);
            }
        } catch (FlywayException | IOException e) {
            throw new MigrationFailure(firstLine(e), e);
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
    public void remember(PluginDescriptor plugin) {
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
        database.update("drop schema if exists " + nameOf(plugin) + " cascade");
        database.update("delete from peek.plugin_script where plugin = ?", plugin);
    }

    private Flyway flyway(String schema, Path scripts) {
        return Flyway.configure(PluginSchema.class.getClassLoader())
                .dataSource(source)
                .locations("filesystem:" + scripts)
                .schemas(schema)
                .defaultSchema(schema)
                .createSchemas(true)
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
