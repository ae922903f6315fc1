package org.peekplatform.server.node;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.peekplatform.api.Service;
import org.peekplatform.core.live.provide.ListenerDesk;
import org.peekplatform.core.live.provide.LiveCounters;
import org.peekplatform.core.live.provide.TupleBook;
import org.peekplatform.core.live.provide.UpdateLane;
import org.peekplatform.runtime.live.Rounds;
import org.peekplatform.runtime.messaging.JmsBroadcast;
import org.peekplatform.server.account.DeviceSessions;
import org.peekplatform.server.account.DeviceSignIn;
import org.peekplatform.server.database.Database;
import org.peekplatform.server.instance.InstanceBook;
import org.peekplatform.server.live.ActionDesk;
import org.peekplatform.server.live.ActionLanes;
import org.peekplatform.server.live.LiveRequests;
import org.peekplatform.server.live.QueryDesk;
import org.peekplatform.server.live.Takers;
import org.peekplatform.server.messaging.ServerBroker;

/** Joins what live data needs on the server. */
@ApplicationScoped
class LiveWiring {
    private static final String TOPIC = "events";

    @Produces
    @Singleton
    LiveCounters counters() {
        return new LiveCounters();
    }

    @Produces
    @Singleton
    UpdateLane lane(ServerBroker broker, ServerConcurrency container, LiveCounters counters) {
        JmsBroadcast events = broker.inside().broadcast(TOPIC);
        return new UpdateLane(events::send, container.patient(), counters);
    }

    @Produces
    @Singleton
    TupleBook book(UpdateLane lane, ServerConcurrency container, LiveCounters counters) {
        return new TupleBook(lane, container.patient(), container.scheduler(), counters);
    }

    @Produces
    @Singleton
    ListenerDesk listeners(TupleBook book, UpdateLane lane) {
        return new ListenerDesk(book, lane);
    }

    @Produces
    @Singleton
    Takers takers() {
        return new Takers();
    }

    @Produces
    @Singleton
    ActionLanes lanes(Database database, Clock clock) {
        return new ActionLanes(database, clock);
    }

    @Produces
    @Singleton
    LiveRequests requests(
            InstanceBook instances,
            DeviceSessions sessions,
            DeviceSignIn signIn,
            TupleBook book,
            ListenerDesk listeners,
            Takers takers,
            Database database,
            ActionLanes lanes,
            LiveCounters counters) {
        return new LiveRequests(
                node -> instances.isKnown(node, Service.CLIENT),
                sessions,
                signIn,
                book,
                listeners,
                new ActionDesk(sessions, takers, database, lanes, counters),
                new QueryDesk(sessions, takers));
    }

    @Produces
    @Singleton
    ServerLive live(
            TupleBook book,
            Takers takers,
            ListenerDesk listeners,
            LiveRequests requests,
            ActionLanes lanes,
            InstanceBook instances,
            LiveCounters counters,
            ServerConcurrency container) {
        Rounds rounds = new Rounds(container.scheduler(), container.patient());
        return new ServerLive(book, takers, listeners, requests, lanes, instances, counters, rounds);
    }
}
