package org.peekplatform.server.rollout;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.peekplatform.api.Service;
import org.peekplatform.core.archive.ArchiveCheck;
import org.peekplatform.core.archive.ArchiveLimits;
import org.peekplatform.core.descriptor.DescriptorReader;
import org.peekplatform.core.descriptor.SemanticVersion;
import org.peekplatform.core.kit.BuiltArchive;
import org.peekplatform.core.kit.MovingClock;
import org.peekplatform.core.wanted.InstanceReport;
import org.peekplatform.core.wanted.PartReport;
import org.peekplatform.core.wanted.PartState;
import org.peekplatform.core.wanted.WantedPlugin;
import org.peekplatform.core.wanted.WantedSet;
import org.peekplatform.server.audit.AuditTrail;
import org.peekplatform.server.catalogue.Archives;
import org.peekplatform.server.catalogue.Catalogue;
import org.peekplatform.server.database.Database;
import org.peekplatform.server.database.MemoryDatabase;
import org.peekplatform.server.database.SchemaMigration;
import org.peekplatform.server.instance.InstanceBook;
import org.peekplatform.server.migration.PluginSchema;
import org.peekplatform.server.migration.SchemaExport;
import org.peekplatform.server.rollout.Operation.Actor;
import org.peekplatform.server.ui.PageRules;
import org.peekplatform.server.upload.Staging;
import org.peekplatform.server.upload.Upload;
import org.peekplatform.server.upload.UploadDesk;
import org.peekplatform.server.upload.UploadOutcome;

/** The rollout on a real database, with instances that follow every hint at once, or fail as they are told. */
final class FakePlatform implements WantedChange {
    /** After so long nobody waits for an instance that is away. */
    private static final Duration FORGOTTEN = Duration.ofMinutes(2);

    static final Actor ADMIN = new Actor("admin", "127.0.0.1");

    private final DataSource source;
    private final MovingClock clock;
    private final Path home;
    private final Map<String, String> failing = new TreeMap<>();
    private final Map<String, Service> there = new TreeMap<>(Map.of(
            "server1", Service.SERVER, "agent1", Service.AGENT, "client1", Service.CLIENT, "worker1", Service.WORKER));
    private final Set<String> silent = ConcurrentHashMap.newKeySet();
    private final Deque<Runnable> work = new ArrayDeque<>();
    private long sequence;

    final Database database;
    final Catalogue catalogue;
    final Archives archives;
    final InstanceBook instances;
    final OperationBook operations;
    final UploadDesk uploads;
    final OrderDesk orders;
    final RolloutDesk rollout;
    final DataDesk data;
    final AuditTrail audit;
    final PluginSchema schema;

    FakePlatform(DataSource source, Path home) throws IOException {
        this(source, home, new MovingClock());
    }

    private FakePlatform(DataSource source, Path home, MovingClock clock) throws IOException {
        this.clock = clock;
        this.source = source;
        this.home = home;
        new SchemaMigration(source).run();
        database = MemoryDatabase.on(source);
        archives = new Archives(database, clock);
        catalogue = new Catalogue(database, archives, clock);
        audit = new AuditTrail(database, clock);
        instances = new InstanceBook(database, clock, (instance, part) -> {});
        operations = new OperationBook(database);
        schema = new PluginSchema(source, database, home.resolve("schemas"), clock, PluginSchema.BeforeScripts.COPY);
        SchemaExport export = new SchemaExport(source, home.resolve("exports"));
        Plans plans = new Plans(
                catalogue, schema, instances, SemanticVersion.parse("0.1.0").orElseThrow());
        rollout = new RolloutDesk(
                database,
                archives,
                catalogue,
                schema,
                export,
                instances,
                operations,
                plans,
                this,
                audit,
                work::add,
                new Turn(home.resolve("turn.lock")),
                clock);
        ArchiveLimits limits = ArchiveLimits.generous();
        Staging staging = new Staging(home.resolve("staging"));
        uploads = new UploadDesk(
                staging,
                new ArchiveCheck(limits, new DescriptorReader(), staging.folder()),
                limits,
                new PageRules(),
                plans::install,
                clock);
        orders = rollout.orders(uploads);
        data = new DataDesk(catalogue, archives, operations, schema, audit);
        tellAll();
        rollout.open();
        settle();
    }

    /** A new life of the server on the same database, as after a crash. */
    FakePlatform again() throws IOException {
        clock.advance(Duration.ofSeconds(1));
        return new FakePlatform(source, home, clock);
    }

    /** From now on, a version does not come up on an instance. */
    FakePlatform failing(String instance, String version) {
        failing.put(instance, version);
        return this;
    }

    /** From now on, an instance says nothing, as one that is busy or slow. */
    FakePlatform silent(String instance) {
        silent.add(instance);
        return this;
    }

    /** An instance is away, and has been for a while. */
    void leave(String instance) {
        there.remove(instance);
        instances.leave(instance);
        clock.advance(FORGOTTEN);
        tellAll();
    }

    Operation install(BuiltArchive archive) throws IOException {
        return carryOut(order(archive));
    }

    Order order(BuiltArchive archive) throws IOException {
        return orders.install(upload(archive).id(), ADMIN);
    }

    Upload upload(BuiltArchive archive) throws IOException {
        UploadOutcome outcome = uploads.receive(new ByteArrayInputStream(archive.bytes()), Optional.empty());
        return ((UploadOutcome.Accepted) outcome).upload();
    }

    Operation carryOut(Order order) {
        String id = ((Order.Taken) order).operation().id();
        settle();
        return operations.find(id).orElseThrow();
    }

    /** Runs what was handed to the executor, as the container's threads would. */
    void settle() {
        while (!work.isEmpty()) {
            work.poll().run();
        }
    }

    /** Drops what was handed to the executor: the process died. */
    void crash() {
        work.clear();
    }

    List<Path> staged() throws IOException {
        try (var files = Files.list(home.resolve("staging"))) {
            return files.toList();
        }
    }

    Map<String, String> versions(String plugin) {
        Map<String, String> versions = new TreeMap<>();
        instances
                .instances()
                .forEach(i -> i.report().parts().stream()
                        .filter(part -> part.id().equals(plugin))
                        .forEach(part -> versions.put(i.name(), part.version() + " " + part.state())));
        return versions;
    }

    @Override
    public void tellServer() {
        follow("server1", Service.SERVER);
    }

    @Override
    public void tellAll() {
        there.forEach((instance, service) -> {
            if (!silent.contains(instance)) {
                follow(instance, service);
            }
        });
    }

    private void follow(String instance, Service service) {
        WantedSet wanted = service == Service.SERVER ? catalogue.wantedOfServer() : catalogue.wantedOfAll();
        List<PartReport> parts = wanted.plugins().stream()
                .filter(plugin -> plugin.parts().containsKey(service))
                .map(plugin -> report(instance, plugin))
                .toList();
        instances.take(new InstanceReport(
                instance,
                service,
                "0.1.0",
                clock.instant(),
                ++sequence,
                wanted.revision(),
                parts,
                Map.of(),
                Optional.empty(),
                Optional.empty()));
    }

    private PartReport report(String instance, WantedPlugin plugin) {
        boolean fails = plugin.version().equals(failing.get(instance));
        PartState state = fails ? PartState.FAILED : plugin.running() ? PartState.RUNNING : PartState.STOPPED;
        Optional<String> reason =
                fails ? Optional.of("java.lang.ClassNotFoundException: org.x.Missing") : Optional.empty();
        return new PartReport(
                plugin.id(), plugin.version(), plugin.sha256(), plugin.revision(), state, clock.instant(), reason);
    }
}
