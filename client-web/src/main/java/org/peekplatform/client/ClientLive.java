package org.peekplatform.client;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.peekplatform.core.live.provide.LiveCounters;
import org.peekplatform.core.live.provide.TupleBook;
import org.peekplatform.core.live.serve.LiveDesk;
import org.peekplatform.core.live.serve.ServerFeed;
import org.peekplatform.core.live.serve.TupleBuffer;
import org.peekplatform.runtime.live.Rounds;

/** Live data of the client service as its start and its parts need it. */
final class ClientLive {
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration SWEEP = Duration.ofSeconds(5);
    private static final Duration CHECK = Duration.ofSeconds(60);

    private final TupleBook local;
    private final TupleBuffer buffer;
    private final ServerFeed feed;
    private final LiveDesk desk;
    private final LiveCounters counters;
    private final Rounds rounds;

    ClientLive(
            TupleBook local, TupleBuffer buffer, ServerFeed feed, LiveDesk desk, LiveCounters counters, Rounds rounds) {
        this.local = local;
        this.buffer = buffer;
        this.feed = feed;
        this.desk = desk;
        this.counters = counters;
        this.rounds = rounds;
    }

    TupleBook local() {
        return local;
    }

    LiveDesk desk() {
        return desk;
    }

    TupleBuffer buffer() {
        return buffer;
    }

    ServerFeed feed() {
        return feed;
    }

    void open() {
        rounds.every(TICK, "looking whether updates come", feed::tick);
        rounds.every(SWEEP, "looking after connections", desk::sweep);
        rounds.every(CHECK, "checking sessions again", desk::checkAgain);
    }

    Map<String, Long> counters() {
        Map<String, Long> all = new TreeMap<>(counters.all());
        all.put("live.connections", (long) desk.size());
        all.put("live.selectors", (long) buffer.size());
        all.put("live.bytes", buffer.bytes());
        return all;
    }

    void close() {
        rounds.close();
        desk.stop();
    }
}
