package org.peekplatform.server.web.plugin;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.peekplatform.server.migration.SchemaCopy;
import org.peekplatform.server.migration.SchemaSize;

/**
 * What a plugin has in the database.
 *
 * @param database {@code h2} or {@code postgresql}
 * @param rows in all tables; an estimate where they are large
 * @param scripts SHA-256 of those that were run, by name
 * @param copies to restore from, the newest first
 */
public record DataView(
        String schema,
        String database,
        long rows,
        long bytes,
        List<TableView> tables,
        Map<String, String> scripts,
        List<CopyView> copies) {

    /** One table. */
    public record TableView(String name, long rows, long bytes) {}

    /** One copy. */
    public record CopyView(String name, Instant taken, String reason, int scripts) {}

    /** Which script counts as run with which bytes. */
    public record Repair(@NotNull String script, @NotNull String sha256) {}

    /** Up to which version scripts count as run. */
    public record Baseline(@NotNull String version) {}

    static DataView of(
            String schema, String database, SchemaSize size, Map<String, String> scripts, List<SchemaCopy> copies) {
        return new DataView(
                schema,
                database,
                size.rows(),
                size.bytes(),
                size.tables().stream()
                        .map(table -> new TableView(table.name(), table.rows(), table.bytes()))
                        .toList(),
                scripts,
                copies.stream()
                        .map(copy -> new CopyView(
                                copy.name(),
                                copy.taken(),
                                copy.reason(),
                                copy.scripts().size()))
                        .toList());
    }
}
