package org.peekplatform.core.descriptor;

import java.util.ArrayList;
import java.util.List;
import org.peekplatform.core.descriptor.PluginDescriptor.Migration;
import org.peekplatform.core.problem.Findings;
import org.peekplatform.core.problem.Quoted;

/** Scripts are named so that Flyway takes them, each version comes once per database, and they stand in order. */
final class MigrationRules {
    private static final String MIGRATION = "PEEK-2017";

    void check(PluginDescriptor descriptor, Findings findings) {
        List<MigrationFile> seen = new ArrayList<>();
        for (Migration migration : descriptor.migrations()) {
            Digests.check("migrations", migration.file(), migration.sha256(), findings);
            if (!migration.sha256().equals(descriptor.files().get(migration.file()))) {
                findings.add(
                        MIGRATION,
                        "plugin.json: migration " + Quoted.of(migration.file())
                                + " is not among files with the same digest. Nothing was changed. "
                                + "Package the plugin with the Maven plugin.");
            }
            MigrationFile.parse(migration.file())
                    .ifPresentOrElse(
                            file -> add(file, migration.file(), seen, findings), () -> misnamed(migration, findings));
        }
    }

    private static void add(MigrationFile file, String name, List<MigrationFile> seen, Findings findings) {
        if (seen.stream().anyMatch(other -> other.meets(file) && other.version().equals(file.version()))) {
            findings.add(
                    MIGRATION,
                    "plugin.json: migration " + Quoted.of(name)
                            + " has a version that another script for the same database has. Nothing was changed. "
                            + "Give it the next free version.");
        } else if (seen.stream().anyMatch(other -> other.meets(file) && other.compareTo(file) > 0)) {
            findings.add(
                    MIGRATION,
                    "plugin.json: migration " + Quoted.of(name)
                            + " stands after a later version. Nothing was changed. List migrations in the order of their versions.");
        }
        seen.add(file);
    }

    private static void misnamed(Migration migration, Findings findings) {
        findings.add(
                MIGRATION,
                "plugin.json: migration " + Quoted.of(migration.file()) + " must be "
                        + MigrationFile.FOLDER + "V<version>__<name>.sql, or below h2/ or postgresql/ there. "
                        + "Nothing was changed. Rename the script.");
    }
}
