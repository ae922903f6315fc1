package org.peekplatform.server.rollout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.peekplatform.core.problem.Problem;
import org.peekplatform.server.audit.AuditTrail;
import org.peekplatform.server.catalogue.Archives;
import org.peekplatform.server.catalogue.Catalogue;
import org.peekplatform.server.catalogue.PluginRow;
import org.peekplatform.server.catalogue.StoredArchive;
import org.peekplatform.server.migration.PluginSchema;
import org.peekplatform.server.migration.PluginSchema.MigrationFailure;
import org.peekplatform.server.migration.SchemaCopy;
import org.peekplatform.server.rollout.Operation.Actor;

/** What an administrator does to a plugin's data by hand. Each deed is in the audit trail. */
public final class DataDesk {
    private final Catalogue catalogue;
    private final Archives archives;
    private final OperationBook operations;
    private final PluginSchema schema;
    private final AuditTrail audit;

    public DataDesk(
            Catalogue catalogue, Archives archives, OperationBook operations, PluginSchema schema, AuditTrail audit) {
        this.catalogue = catalogue;
        this.archives = archives;
        this.operations = operations;
        this.schema = schema;
        this.audit = audit;
    }

    /** What became of an order. */
    public sealed interface Outcome {
        record Done() implements Outcome {}

        record Refused(Problem problem) implements Outcome {}

        /** There is no such plugin or copy. */
        record Unknown() implements Outcome {}
    }

    /** Writes a copy of what an installed plugin has now. */
    public Outcome copy(String plugin, Actor actor) {
        return current(plugin)
                .flatMap(archive -> withFile(archive, file -> schema.copy(archive.descriptor(), file)))
                .map(copy -> done(actor, "data.copy", plugin, Map.of("copy", copy.name())))
                .orElseGet(Outcome.Unknown::new);
    }

    /**
     * Puts the data of a copy in the place of those that are there. The plugin is uninstalled, or stopped with the very
     * scripts that the copy was made with: no version may run on tables that it does not know.
     */
    public Outcome restore(String plugin, String name, Actor actor) {
        Optional<SchemaCopy> found = schema.copies(plugin).stream()
                .filter(copy -> copy.name().equals(name))
                .findFirst();
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        SchemaCopy copy = found.get();
        if (catalogue.plugin(plugin).filter(PluginRow::running).isPresent() || underWay(plugin)) {
            return refused(
                    "PEEK-5209",
                    "data of plugin '" + plugin + "' not restored: it runs, or an operation on it is under way."
                            + " Nothing was changed. Stop it first.");
        }
        boolean installed = catalogue.plugin(plugin).isPresent();
        if (installed && !schema.applied(plugin).equals(digests(copy))) {
            return refused(
                    "PEEK-5210",
                    "data of plugin '" + plugin
                            + "' not restored: the copy is of other scripts than the installed version has."
                            + " Nothing was changed. Uninstall it and keep its data, restore, then install the version that"
                            + " the copy is of, or a later one.");
        }
        try {
            schema.restore(copy);
        } catch (MigrationFailure e) {
            audit.record(actor.name(), actor.address(), "data.restore", plugin, "FAILED", Map.of("copy", name));
            return refused("PEEK-5211", "plugin '" + plugin + "': " + e.getMessage());
        }
        return done(actor, "data.restore", plugin, Map.of("copy", name));
    }

    /** From now on a script with these bytes counts as the one that was run. */
    public Outcome repair(String plugin, String script, String sha256, Actor actor) {
        if (!sha256.matches("[0-9a-f]{64}")) {
            return refused(
                    "PEEK-5212",
                    "sha256 is not one in hex. Nothing was changed. Take it from: sha256sum " + script + ".");
        }
        return schema.repair(plugin, script, sha256)
                ? done(actor, "data.repair", plugin, Map.of("script", script, "sha256", sha256))
                : new Outcome.Unknown();
    }

    /** The tables are there, made by other means: scripts up to this version count as run. */
    public Outcome baseline(String plugin, String version, Actor actor) {
        if (!version.matches("[0-9]{1,9}([._][0-9]{1,9}){0,4}")) {
            return refused(
                    "PEEK-5213",
                    "version is not the number of a script, such as 2 or 2.1. Nothing was changed. Give the last one"
                            + " that need not run.");
        }
        try {
            schema.baseline(plugin, version);
        } catch (MigrationFailure e) {
            return refused("PEEK-5214", "plugin '" + plugin + "': " + e.getMessage());
        }
        return done(actor, "data.baseline", plugin, Map.of("version", version));
    }

    private Outcome done(Actor actor, String deed, String plugin, Map<String, String> detail) {
        audit.record(actor.name(), actor.address(), deed, plugin, "DONE", detail);
        return new Outcome.Done();
    }

    private static Outcome refused(String code, String message) {
        return new Outcome.Refused(new Problem(code, message));
    }

    private boolean underWay(String plugin) {
        return operations.unfinished().stream()
                .anyMatch(operation -> operation.plugin().equals(plugin));
    }

    private static Map<String, String> digests(SchemaCopy copy) {
        Map<String, String> digests = new TreeMap<>();
        copy.scripts().forEach(script -> digests.put(script.file(), script.sha256()));
        return digests;
    }

    private Optional<StoredArchive> current(String plugin) {
        return catalogue.plugin(plugin).flatMap(PluginRow::current).flatMap(archives::find);
    }

    @FunctionalInterface
    private interface Reader {
        Optional<SchemaCopy> read(Path file);
    }

    private Optional<SchemaCopy> withFile(StoredArchive archive, Reader reader) {
        try {
            Path file = Files.createTempFile("peek-archive-", ".zip");
            try {
                archives.copy(archive.sha256(), file);
                return reader.read(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "PEEK-5215 archive " + archive.sha256() + " cannot be written to a temporary file", e);
        }
    }
}
