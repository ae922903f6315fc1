package org.peekplatform.server.node;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.peekplatform.api.Service;
import org.peekplatform.core.archive.ArchiveCheck;
import org.peekplatform.core.archive.ArchiveLimits;
import org.peekplatform.core.descriptor.DescriptorReader;
import org.peekplatform.core.descriptor.SemanticVersion;
import org.peekplatform.runtime.call.CallDesk;
import org.peekplatform.runtime.call.PartCalls.CallKit;
import org.peekplatform.runtime.link.Exchange;
import org.peekplatform.runtime.messaging.Addressing;
import org.peekplatform.runtime.messaging.JmsLink;
import org.peekplatform.runtime.node.Node;
import org.peekplatform.runtime.settings.NodeSettings;
import org.peekplatform.server.audit.AuditTrail;
import org.peekplatform.server.catalogue.Archives;
import org.peekplatform.server.catalogue.Catalogue;
import org.peekplatform.server.credential.BrokerDoors;
import org.peekplatform.server.credential.NodeCredentials;
import org.peekplatform.server.database.Database;
import org.peekplatform.server.database.PlatformSchema;
import org.peekplatform.server.instance.InstanceBook;
import org.peekplatform.server.messaging.NodeRequests;
import org.peekplatform.server.messaging.ServerBroker;
import org.peekplatform.server.migration.PluginSchema;
import org.peekplatform.server.migration.SchemaExport;
import org.peekplatform.server.rollout.DataDesk;
import org.peekplatform.server.rollout.OperationBook;
import org.peekplatform.server.rollout.OrderDesk;
import org.peekplatform.server.rollout.Plans;
import org.peekplatform.server.rollout.RolloutDesk;
import org.peekplatform.server.rollout.Turn;
import org.peekplatform.server.ui.PageRules;
import org.peekplatform.server.upload.Staging;
import org.peekplatform.server.upload.UploadDesk;

/** Joins the rooms of the plugin life cycle. */
@ApplicationScoped
class ServerWiring {
    @Produces
    @Singleton
    NodeSettings settings() {
        return NodeSettings.of(Service.SERVER, System::getProperty);
    }

    @Produces
    @Singleton
    Exchange exchange(ServerBroker broker, ServerConcurrency container) {
        JmsLink link = broker.inside().link(new Addressing.FromServer(), JmsLink.Delivery.FLEETING);
        return new Exchange(link, container.executor());
    }

    @Produces
    @Singleton
    CallKit calls(Exchange exchange, InstanceBook instances, ServerConcurrency container) {
        return new CallKit(
                new CallDesk(exchange, instances::connected), exchange, instances::connected, container.executor());
    }

    @Produces
    @Singleton
    Archives archives(Database database, Clock clock) {
        return new Archives(database, clock);
    }

    @Produces
    @Singleton
    Catalogue catalogue(Database database, Archives archives, Clock clock) {
        return new Catalogue(database, archives, clock);
    }

    @Produces
    @Singleton
    InstanceBook instances(Database database, Clock clock, AuditTrail audit) {
        return new InstanceBook(
                database,
                clock,
                (instance, part) -> audit.record(
                        AuditTrail.PLATFORM,
                        "",
                        "part.state",
                        part.id() + " " + part.version() + " on " + instance,
                        part.state().name(),
                        Map.of("sha256", part.sha256(), "reason", part.reason().orElse(""))));
    }

    @Produces
    @Singleton
    BrokerDoors doors(NodeSettings settings) {
        return new BrokerDoors(Node.managementOf(settings));
    }

    void close(@Disposes BrokerDoors doors) throws IOException {
        doors.close();
    }

    @Produces
    @Singleton
    NodeCredentials nodeCredentials(
            Database database, BrokerDoors doors, AuditTrail audit, NodeSettings settings, Clock clock) {
        return new NodeCredentials(database, doors, audit, clock, settings.instance());
    }

    @Produces
    @Singleton
    NodeRequests nodeRequests(
            Catalogue catalogue,
            Archives archives,
            InstanceBook instances,
            ServerBroker broker,
            NodeCredentials credentials) {
        return new NodeRequests(catalogue, archives, instances, broker.inside().archives(), credentials);
    }

    @Produces
    @Singleton
    PluginSchema pluginSchema(PlatformSchema schema, Database database, NodeSettings settings, Clock clock) {
        return new PluginSchema(
                schema.migratedSource(),
                database,
                settings.home().resolveSibling("schemas"),
                clock,
                PluginSchema.BeforeScripts.of(System.getProperty("peek.backup-before-scripts", "true")));
    }

    @Produces
    @Singleton
    Plans plans(Catalogue catalogue, PluginSchema schema, InstanceBook instances, NodeSettings settings) {
        return new Plans(
                catalogue,
                schema,
                instances,
                SemanticVersion.parse(settings.platformVersion()).orElseThrow());
    }

    @Produces
    @Singleton
    UploadDesk uploads(Plans plans, NodeSettings settings, Clock clock) throws IOException {
        Staging staging = new Staging(settings.home().resolveSibling("staging"));
        ArchiveLimits limits = ArchiveLimits.generous();
        ArchiveCheck check = new ArchiveCheck(limits, new DescriptorReader(), staging.folder());
        return new UploadDesk(staging, check, limits, new PageRules(), plans::install, clock);
    }

    @Produces
    @Singleton
    OperationBook operations(Database database) {
        return new OperationBook(database);
    }

    @Produces
    @Singleton
    Hints hints(Exchange exchange, InstanceBook instances) {
        return new Hints(exchange, instances);
    }

    @Produces
    @Singleton
    RolloutDesk rollout(
            Database database,
            PlatformSchema source,
            Archives archives,
            Catalogue catalogue,
            PluginSchema schema,
            InstanceBook instances,
            OperationBook book,
            Plans plans,
            Hints hints,
            AuditTrail audit,
            NodeSettings settings,
            ServerConcurrency container,
            Clock clock) {
        Path exports = settings.home().resolveSibling("exports");
        SchemaExport export = new SchemaExport(source.migratedSource(), exports);
        return new RolloutDesk(
                database,
                archives,
                catalogue,
                schema,
                export,
                instances,
                book,
                plans,
                hints,
                audit,
                container.executor(),
                new Turn(settings.home().resolve("turn.lock")),
                clock);
    }

    @Produces
    @Singleton
    DataDesk data(Catalogue catalogue, Archives archives, OperationBook book, PluginSchema schema, AuditTrail audit) {
        return new DataDesk(catalogue, archives, book, schema, audit);
    }

    @Produces
    @Singleton
    OrderDesk orders(RolloutDesk rollout, UploadDesk uploads) {
        return rollout.orders(uploads);
    }
}
