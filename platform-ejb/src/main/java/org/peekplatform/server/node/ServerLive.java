package org.peekplatform.server.node;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.peekplatform.core.live.provide.ListenerDesk;
import org.peekplatform.core.live.provide.LiveCounters;
import org.peekplatform.core.live.provide.TupleBook;
import org.peekplatform.runtime.link.Exchange;
import org.peekplatform.runtime.live.Rounds;
import org.peekplatform.server.instance.InstanceBook;
import org.peekplatform.server.live.ActionLanes;
import org.peekplatform.server.live.LiveRequests;
import org.peekplatform.server.live.Takers;

/** Live data of the server as its start and its parts need it. */
final class ServerLive {
    private static final Duration MARK = Duration.ofSeconds(2);
    private static final Duration PURGE = Duration.ofHours(6);

    private final TupleBook book;
    private final Takers takers;
    private final ListenerDesk listeners;
    private final LiveRequests requests;
    private final ActionLanes lanes;
    private final InstanceBook instances;
    private final LiveCounters counters;
    private final Rounds rounds;

    ServerLive(
            TupleBook book,
            Takers takers,
            ListenerDesk listeners,
            LiveRequests requests,
            ActionLanes lanes,
            InstanceBook instances,
            LiveCounters counters,
            Rounds rounds) {
        this.book = book;
        this.takers = takers;
        this.listeners = listeners;
        this.requests = requests;
        this.lanes = lanes;
        this.instances = instances;
        this.counters = counters;
        this.rounds = rounds;
    }

    TupleBook book() {
        return book;
    }

    Takers takers() {
        return takers;
    }

    void open(Exchange exchange) {
        requests.answer(exchange);
        rounds.every(MARK, "telling clients what they should have", () -> listeners.mark(instances::isExpected));
        rounds.every(PURGE, "forgetting devices that are gone", lanes::purge);
    }

    Map<String, Long> counters() {
        Map<String, Long> all = new TreeMap<>(counters.all());
        all.put("live.observed", (long) book.size());
        return all;
    }

    void close() {
        rounds.close();
    }
}
