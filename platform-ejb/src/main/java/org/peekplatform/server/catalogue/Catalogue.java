package org.peekplatform.server.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.peekplatform.api.Service;
import org.peekplatform.core.descriptor.PluginDescriptor;
import org.peekplatform.core.descriptor.PluginDescriptor.Requirement;
import org.peekplatform.core.plan.DependencyGraph;
import org.peekplatform.core.plan.InstalledPlugin;
import org.peekplatform.core.plan.InstalledSet;
import org.peekplatform.core.wanted.WantedPlugin;
import org.peekplatform.core.wanted.WantedPlugin.WantedPart;
import org.peekplatform.core.wanted.WantedSet;
import org.peekplatform.server.database.Database;

/** Table {@code plugin}: what the platform wants. Every change raises the revision of the wanted set with it. */
public final class Catalogue {
    private static final String COLUMNS =
            "select id, revision, current, candidate, running, state, since, reason from peek.plugin";

    private final Database database;
    private final Archives archives;
    private final Clock clock;

    public Catalogue(Database database, Archives archives, Clock clock) {
        this.database = database;
        this.archives = archives;
        this.clock = clock;
    }

    public List<PluginRow> plugins() {
        return database.query(COLUMNS + " order by id", Catalogue::row);
    }

    public Optional<PluginRow> plugin(String id) {
        return database.first(COLUMNS + " where id = ?", Catalogue::row, id);
    }

    /** The plugins that all instances run, or would run if they were not stopped. */
    public InstalledSet installed() {
        return new InstalledSet(plugins().stream()
                .filter(row -> row.current().isPresent())
                .map(row -> new InstalledPlugin(
                        descriptor(row.current().get()), row.current().get(), row.running()))
                .toList());
    }

    /** What every instance but the server is to run. */
    public WantedSet wantedOfAll() {
        return wanted(PluginRow::current);
    }

    /** What the server is to run: the candidate, where there is one, before the others get it. */
    public WantedSet wantedOfServer() {
        return wanted(row -> row.candidate().or(row::current));
    }

    public long revision() {
        return database.first("select revision from peek.wanted", row -> row.getLong("revision"))
                .orElse(0L);
    }

    /** Writes a plugin's row with a new revision, which makes every instance look at it again. */
    public PluginRow decide(PluginRow row) {
        return database.inTransaction(() -> {
            long revision = raise();
            PluginRow next = new PluginRow(
                    row.id(),
                    revision,
                    row.current(),
                    row.candidate(),
                    row.running(),
                    row.state(),
                    clock.instant(),
                    row.reason());
            write(next);
            return next;
        });
    }

    /**
     * The candidate becomes what all instances are to run. The plugin's revision grows once more: what an instance has
     * said so far was about the archive before. The server, which runs the candidate already, has nothing to do.
     */
    public PluginRow promote(PluginRow row) {
        return decide(new PluginRow(
                row.id(),
                row.revision(),
                row.candidate(),
                Optional.empty(),
                row.running(),
                row.state(),
                row.since(),
                row.reason()));
    }

    /** Changes what is shown of a plugin, not what is wanted. */
    public PluginRow show(PluginRow row, PluginState state, Optional<String> reason) {
        PluginRow next = new PluginRow(
                row.id(),
                row.revision(),
                row.current(),
                row.candidate(),
                row.running(),
                state,
                clock.instant(),
                reason);
        write(next);
        return next;
    }

    /** Takes a plugin out of the wanted set. */
    public void remove(String id) {
        database.inTransaction(() -> {
            raise();
            return database.update("delete from peek.plugin where id = ?", id);
        });
    }

    private long raise() {
        database.update("update peek.wanted set revision = revision + 1");
        return revision();
    }

    private void write(PluginRow row) {
        int changed = database.update(
                "update peek.plugin set revision = ?, current = ?, candidate = ?, running = ?, state = ?, since = ?,"
                        + " reason = ? where id = ?",
                row.revision(),
                row.current().orElse(null),
                row.candidate().orElse(null),
                row.running(),
                row.state().name(),
                row.since(),
                cut(row.reason()),
                row.id());
        if (changed == 0) {
            database.update(
                    "insert into peek.plugin (id, revision, current, candidate, running, state, since, reason)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                    row.id(),
                    row.revision(),
                    row.current().orElse(null),
                    row.candidate().orElse(null),
                    row.running(),
                    row.state().name(),
                    row.since(),
                    cut(row.reason()));
        }
    }

    private WantedSet wanted(Function<PluginRow, Optional<String>> archive) {
        long revision = revision();
        Map<String, WantedPlugin> plugins = new HashMap<>();
        Map<String, PluginDescriptor> descriptors = new HashMap<>();
        for (PluginRow row : plugins()) {
            archive.apply(row).ifPresent(sha256 -> {
                PluginDescriptor descriptor = descriptor(sha256);
                descriptors.put(row.id(), descriptor);
                plugins.put(row.id(), wanted(row, sha256, descriptor));
            });
        }
        List<String> order = DependencyGraph.of(descriptors.values()).order();
        return new WantedSet(revision, order.stream().map(plugins::get).toList());
    }

    private static WantedPlugin wanted(PluginRow row, String sha256, PluginDescriptor descriptor) {
        Map<Service, WantedPart> parts = new HashMap<>();
        descriptor
                .services()
                .forEach((service, part) -> parts.put(
                        service,
                        new WantedPart(descriptor.files().get("services/" + service.id() + ".ear"), part.publishes())));
        List<String> requires =
                descriptor.requires().stream().map(Requirement::plugin).toList();
        return new WantedPlugin(row.id(), descriptor.version(), sha256, row.revision(), row.running(), parts, requires);
    }

    private PluginDescriptor descriptor(String sha256) {
        return archives.find(sha256)
                .orElseThrow(() -> new IllegalStateException("PEEK-5208 archive " + sha256 + " is wanted but not kept"))
                .descriptor();
    }

    private static String cut(Optional<String> reason) {
        return reason.map(text -> text.length() > 2000 ? text.substring(0, 1999) + "…" : text)
                .orElse(null);
    }

    private static PluginRow row(ResultSet row) throws SQLException {
        return new PluginRow(
                row.getString("id"),
                row.getLong("revision"),
                Optional.ofNullable(row.getString("current")),
                Optional.ofNullable(row.getString("candidate")),
                row.getBoolean("running"),
                PluginState.valueOf(row.getString("state")),
                Database.instant(row, "since"),
                Optional.ofNullable(row.getString("reason")));
    }
}
