package org.peekplatform.runtime.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import org.jboss.as.controller.client.ModelControllerClient;
import org.peekplatform.api.Service;
import org.peekplatform.core.message.Envelope;
import org.peekplatform.runtime.call.CallDesk;
import org.peekplatform.runtime.call.PartCalls;
import org.peekplatform.runtime.call.PartCalls.CallKit;
import org.peekplatform.runtime.call.Peers;
import org.peekplatform.runtime.hook.PartPlatform;
import org.peekplatform.runtime.hook.PlatformFactory;
import org.peekplatform.runtime.link.Exchange;
import org.peekplatform.runtime.link.Link;
import org.peekplatform.runtime.link.LinkException;
import org.peekplatform.runtime.messaging.Addressing;
import org.peekplatform.runtime.messaging.Broker;
import org.peekplatform.runtime.messaging.JmsArchives;
import org.peekplatform.runtime.messaging.JmsLink;
import org.peekplatform.runtime.settings.NodeSettings;
import org.peekplatform.runtime.sync.CentreMessages;
import org.peekplatform.runtime.sync.RemoteCentre;
import org.peekplatform.runtime.sync.SyncLoop;
import org.peekplatform.runtime.sync.WildFlyDeployer;

/** An instance that is not the server: everything it knows of the platform comes over the link. */
public final class Node implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Node.class.getName());

    private final NodeSettings settings;
    private final Broker broker;
    private final JmsArchives archives;
    private final Exchange exchange;
    private final CallKit calls;
    private final WildFlyDeployer deployer;
    private Optional<SyncLoop> loop = Optional.empty();

    public Node(NodeSettings settings, Broker broker, ExecutorService executor) {
        this.settings = settings;
        this.broker = broker;
        this.archives = broker.archives();
        JmsLink link = broker.link(new Addressing.FromNode(settings.instance()), JmsLink.Delivery.FLEETING);
        this.exchange = new Exchange(link, executor);
        Peers peers = service -> service == Service.SERVER ? List.of(Link.SERVER) : List.of();
        this.calls = new CallKit(new CallDesk(exchange, peers), exchange, peers, executor);
        this.deployer = new WildFlyDeployer(managementOf(settings));
    }

    /** Messages to and from the server. */
    public Exchange exchange() {
        return exchange;
    }

    /** What parts need for their calls. */
    public CallKit calls() {
        return calls;
    }

    /** The platform objects of a service that adds nothing of its own. */
    public PlatformFactory plainPlatforms() {
        return (plugin, context, owner) -> new PartPlatform(
                plugin,
                settings.service(),
                settings.instance(),
                new PartCalls(plugin.id(), context, owner, calls),
                owner);
    }

    /** Begins to bring the plugins of this instance to the wanted set. */
    public void start(PlatformFactory platforms, ExecutorService executor, ScheduledExecutorService scheduler) {
        start(platforms, executor, scheduler, Map::of);
    }

    /** @param counters of the service, told with each report */
    public void start(
            PlatformFactory platforms,
            ExecutorService executor,
            ScheduledExecutorService scheduler,
            Supplier<Map<String, Long>> counters) {
        RemoteCentre centre = new RemoteCentre(settings.instance(), settings.platformVersion(), exchange, archives);
        SyncLoop started =
                new SyncLoop(settings, centre, deployer, platforms, executor, scheduler, counters, Clock.systemUTC());
        exchange.on(CentreMessages.HINT, (peer, message) -> {
            started.look();
            return Optional.empty();
        });
        loop = Optional.of(started);
    }

    /** Called by the listener of this instance's inbox, which the server alone can send to. */
    public void received(Envelope message) {
        exchange.received(Link.SERVER, message);
    }

    private void sayGoodbye() {
        try {
            exchange.tell(Link.SERVER, Envelope.of(CentreMessages.GOODBYE, new byte[0]), Duration.ofSeconds(10));
        } catch (LinkException e) {
            LOG.log(Level.DEBUG, () -> "server not told: " + e.getMessage());
        }
    }

    /** The management interface of the WildFly that an instance runs in. */
    public static ModelControllerClient managementOf(NodeSettings settings) {
        return ModelControllerClient.Factory.create(
                "remote+http", InetAddress.getLoopbackAddress(), settings.managementPort());
    }

    @Override
    public void close() {
        loop.ifPresent(SyncLoop::close);
        sayGoodbye();
        broker.close();
        try {
            deployer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
