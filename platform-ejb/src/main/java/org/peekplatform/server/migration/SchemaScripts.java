package org.peekplatform.server.migration;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.peekplatform.core.descriptor.PluginDescriptor.Migration;

/** The scripts of a zip that are for this database, and Flyway with them. */
final class SchemaScripts {
    private static final String FOLDER = "db/migration/";

    private final DataSource source;
    private final String vendor;

    /** @param vendor {@code h2} or {@code postgresql} */
    SchemaScripts(DataSource source, String vendor) {
        this.source = source;
        this.vendor = vendor;
    }

    /** Those that run on this database. */
    List<Migration> own(List<Migration> scripts) {
        return scripts.stream()
                .filter(script -> {
                    String rest = script.file().substring(FOLDER.length());
                    return !rest.contains("/") || rest.startsWith(vendor + "/");
                })
                .toList();
    }

    /** @param target an empty folder */
    void extract(List<Migration> scripts, Path archive, Path target) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (Migration script : own(scripts)) {
                Path file = target.resolve(script.file().substring(script.file().lastIndexOf('/') + 1));
                try (InputStream in = zip.getInputStream(zip.getEntry(script.file()))) {
                    Files.copy(in, file);
                }
            }
        }
    }

    /**
     * @param inOneTransaction whether all scripts run in one; the plan has compared their digests, which an administrator
     *     may have repaired, so Flyway does not
     */
    Flyway flyway(String schema, Path scripts, boolean inOneTransaction) {
        return of(schema)
                .locations("filesystem:" + scripts)
                .createSchemas(true)
                .validateOnMigrate(false)
                .group(inOneTransaction)
                .load();
    }

    /** The history of a schema that is there begins behind a version. */
    void baseline(String schema, String version) {
        of(schema)
                .createSchemas(false)
                .locations(new String[0])
                .baselineVersion(version)
                .load()
                .baseline();
    }

    private FluentConfiguration of(String schema) {
        return Flyway.configure(SchemaScripts.class.getClassLoader())
                .dataSource(source)
                .schemas(schema)
                .defaultSchema(schema);
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
