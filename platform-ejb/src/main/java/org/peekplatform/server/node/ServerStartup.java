package org.peekplatform.server.node;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.peekplatform.runtime.call.PartCalls;
import org.peekplatform.runtime.call.PartCalls.CallKit;
import org.peekplatform.runtime.hook.PlatformFactory;
import org.peekplatform.runtime.link.Exchange;
import org.peekplatform.runtime.live.PartTuples;
import org.peekplatform.runtime.node.Node;
import org.peekplatform.runtime.settings.NodeSettings;
import org.peekplatform.runtime.sync.SyncLoop;
import org.peekplatform.runtime.sync.WildFlyDeployer;
import org.peekplatform.server.catalogue.Archives;
import org.peekplatform.server.catalogue.Catalogue;
import org.peekplatform.server.credential.NodeCredentials;
import org.peekplatform.server.instance.InstanceBook;
import org.peekplatform.server.live.PartActions;
import org.peekplatform.server.messaging.NodeRequests;
import org.peekplatform.server.messaging.ServerBroker;
import org.peekplatform.server.node.ServerPartPlatform.Offers;
import org.peekplatform.server.rollout.RolloutDesk;
import org.peekplatform.server.task.ServerTasks;

/** Starts the server's own instance, answers nodes, and goes on with what the last life left unfinished. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class ServerStartup {
    private static final Logger LOG = System.getLogger(ServerStartup.class.getName());

    /** How long a step, such as a script, may take to end: less than those wait who stop the server. */
    private static final Duration LETS_GO = Duration.ofSeconds(45);

    /** How soon a credential ends whose overlap has passed. */
    private static final Duration SWEEP = Duration.ofSeconds(10);

    @Inject
    NodeSettings settings;

    @Inject
    ServerConcurrency container;

    @Inject
    ServerBroker broker;

    @Inject
    Exchange exchange;

    @Inject
    CallKit calls;

    @Inject
    ServerTasks tasks;

    @Inject
    Catalogue catalogue;

    @Inject
    Archives archives;

    @Inject
    InstanceBook instances;

    @Inject
    NodeRequests requests;

    @Inject
    NodeCredentials credentials;

    @Inject
    RolloutDesk rollout;

    @Inject
    ServerLive live;

    @Inject
    JtaAfterCommit afterCommit;

    @Inject
    Hints hints;

    private WildFlyDeployer deployer;
    private SyncLoop loop;
    private ScheduledFuture<?> sweeping;

    @PostConstruct
    void start() {
        deployer = new WildFlyDeployer(Node.managementOf(settings));
        loop = new SyncLoop(
                settings,
                new LocalCentre(catalogue, archives, instances),
                deployer,
                platforms(),
                container.executor(),
                container.scheduler(),
                this::counters,
                Clock.systemUTC());
        hints.serverIs(loop);
        requests.answer(exchange);
        sweeping = container
                .scheduler()
                .scheduleWithFixedDelay(
                        () -> container.executor().execute(credentials::sweep),
                        SWEEP.toSeconds(),
                        SWEEP.toSeconds(),
                        TimeUnit.SECONDS);
        live.open(exchange);
        tasks.open();
        archives.sweep();
        rollout.open();
    }

    private Map<String, Long> counters() {
        Map<String, Long> all = new TreeMap<>(live.counters());
        all.putAll(tasks.counters());
        return all;
    }

    private PlatformFactory platforms() {
        return (plugin, context, owner) -> new ServerPartPlatform(
                plugin,
                settings.instance(),
                new PartCalls(plugin.id(), context, owner, calls),
                new Offers(
                        tasks.of(plugin.id(), context, owner),
                        new PartTuples(plugin.id(), context, owner, live.book(), afterCommit),
                        new PartActions(plugin.id(), context, owner, live.takers())),
                owner);
    }

    @PreDestroy
    void stop() {
        if (!rollout.close(LETS_GO)) {
            LOG.log(
                    Level.WARNING,
                    "PEEK-5207 the step of an operation has not ended within " + LETS_GO
                            + ". It goes on to its end; the next life of the server waits for it.");
        }
        tasks.close();
        sweeping.cancel(false);
        live.close();
        loop.close();
        broker.inside().close();
        try {
            deployer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
