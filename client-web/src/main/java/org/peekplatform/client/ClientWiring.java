package org.peekplatform.client;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import org.peekplatform.api.Service;
import org.peekplatform.client.door.DoorGate;
import org.peekplatform.client.messaging.ClientBroker;
import org.peekplatform.client.session.DeviceIdentities;
import org.peekplatform.client.upstream.ServerLink;
import org.peekplatform.client.upstream.UpdateStream;
import org.peekplatform.core.live.provide.LiveCounters;
import org.peekplatform.core.live.provide.TupleBook;
import org.peekplatform.core.live.serve.LiveDesk;
import org.peekplatform.core.live.serve.ServerFeed;
import org.peekplatform.core.live.serve.Sources;
import org.peekplatform.core.live.serve.TupleBuffer;
import org.peekplatform.runtime.live.Rounds;
import org.peekplatform.runtime.node.Beats;
import org.peekplatform.runtime.node.Node;
import org.peekplatform.runtime.node.PatientExecutor;
import org.peekplatform.runtime.settings.NodeSettings;

/** Joins the parts of the client service. */
@ApplicationScoped
class ClientWiring {
    @Resource(lookup = "java:app/concurrent/peek")
    ManagedExecutorService executor;

    @Resource
    ManagedThreadFactory threads;

    @Inject
    ClientBroker broker;

    @Produces
    @Singleton
    ScheduledExecutorService scheduler() {
        return new Beats(threads);
    }

    @Produces
    @Singleton
    NodeSettings settings() {
        return NodeSettings.of(Service.CLIENT, System::getProperty);
    }

    @Produces
    @Singleton
    Node node(NodeSettings settings) {
        return new Node(settings, broker.as(settings), executor);
    }

    @Produces
    @Singleton
    ServerLink server(Node node) {
        return new ServerLink(node.exchange(), executor);
    }

    @Produces
    @Singleton
    ClientLive live(ServerLink server, ScheduledExecutorService scheduler) {
        LiveSettings settings =
                LiveSettings.of(System::getProperty, Runtime.getRuntime().maxMemory());
        LiveCounters counters = new LiveCounters();
        Executor patient = new PatientExecutor(executor, scheduler);
        ServerFeed feed = new ServerFeed(server, Clock.systemUTC().millis() * 1000, System::nanoTime, counters);
        // The local book feeds the buffer and the buffer asks the book, so one of them comes first without the other.
        TupleBuffer[] fed = new TupleBuffer[1];
        TupleBook local = new TupleBook((update, here) -> fed[0].accept(update), patient, scheduler, counters);
        TupleBuffer buffer = new TupleBuffer(settings.buffer(), new Sources(local, feed), System::nanoTime, counters);
        fed[0] = buffer;
        feed.feed(buffer);
        LiveDesk desk = new LiveDesk(buffer, server, local, settings.devices(), System::nanoTime, counters);
        return new ClientLive(local, buffer, feed, desk, counters, new Rounds(scheduler, patient));
    }

    @Produces
    @Singleton
    LiveDesk desk(ClientLive live) {
        return live.desk();
    }

    @Produces
    @Singleton
    UpdateStream stream(ClientLive live) {
        return new UpdateStream(live.feed());
    }

    @Produces
    @Singleton
    DeviceIdentities identities(ServerLink server) {
        return new DeviceIdentities(server, Clock.systemUTC());
    }

    @Produces
    @Singleton
    DoorGate gate(DeviceIdentities identities) {
        return new DoorGate(identities);
    }
}
