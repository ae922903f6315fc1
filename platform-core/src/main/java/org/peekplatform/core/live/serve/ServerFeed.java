package org.peekplatform.core.live.serve;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.peekplatform.core.live.provide.ListenerDesk.Everything;
import org.peekplatform.core.live.provide.ListenerDesk.Wish;
import org.peekplatform.core.live.provide.LiveCounters;
import org.peekplatform.core.live.provide.Mark;
import org.peekplatform.core.live.provide.Update;

/**
 * This service's end of the stream of updates. The server's marks tell what should have come; whenever something is
 * missing, or the server has begun a new life, everything that is observed is named again and the server sends what
 * differs.
 */
public final class ServerFeed implements Upstream {
    public static final String RESYNCS = "live.resyncs";

    private static final Duration UNANSWERED = Duration.ofSeconds(3);
    private static final int PATIENCE_WITH_KEYS = 3;

    private final LiveLink link;
    private final LongSupplier nanos;
    private final LiveCounters counters;
    private final AtomicLong turns;
    private final Set<String> wanted = ConcurrentHashMap.newKeySet();
    private TupleBuffer buffer;
    private String epoch = "";
    private String list = "";
    private long received;
    private long heardAt;
    private long listedAt;
    private int differentKeys;

    /** Messages to the server; what cannot be sent is dropped, the next list makes up for it. */
    public interface LiveLink {
        void observe(Wish wish);

        void release(Wish wish);

        void everything(Everything all);
    }

    /** @param firstTurn more than in any life of this service before, such as the time */
    public ServerFeed(LiveLink link, long firstTurn, LongSupplier nanos, LiveCounters counters) {
        this.link = link;
        this.nanos = nanos;
        this.counters = counters;
        this.turns = new AtomicLong(firstTurn);
        this.heardAt = nanos.getAsLong();
    }

    /** The buffer that is fed; set once, before anything comes. */
    public void feed(TupleBuffer fed) {
        buffer = fed;
    }

    @Override
    public void observe(Collection<String> keys) {
        wanted.addAll(keys);
        link.observe(new Wish(turns.incrementAndGet(), List.copyOf(keys)));
    }

    @Override
    public void release(Collection<String> keys) {
        wanted.removeAll(keys);
        link.release(new Wish(turns.incrementAndGet(), List.copyOf(keys)));
    }

    /** Called in the order in which the server has sent, by one thread at a time. */
    public void updates(String serverEpoch, List<Update> updates) {
        synchronized (this) {
            if (!serverEpoch.equals(epoch)) {
                begin(serverEpoch);
            }
            received += updates.size();
            heardAt = nanos.getAsLong();
        }
        updates.forEach(buffer::accept);
    }

    /** As {@link #updates}. */
    public synchronized void mark(Mark mark) {
        heardAt = nanos.getAsLong();
        if (!mark.epoch().equals(epoch)) {
            begin(mark.epoch());
        }
        if (!list.isEmpty()) {
            if (mark.list().equals(list)) {
                list = "";
                received = mark.sent();
            }
        } else if (received != mark.sent()) {
            resync();
        } else {
            differentKeys = mark.keys() == wanted.size() ? 0 : differentKeys + 1;
            if (differentKeys >= PATIENCE_WITH_KEYS) {
                resync();
            }
        }
    }

    /** Every second: asks anew what was not answered, and a server that was not heard. */
    public synchronized void tick() {
        long now = nanos.getAsLong();
        boolean silent = now - heardAt > UNANSWERED.toNanos();
        boolean unanswered = !list.isEmpty() || silent;
        if (unanswered && now - listedAt > UNANSWERED.toNanos()) {
            resync();
        }
    }

    private void begin(String serverEpoch) {
        epoch = serverEpoch;
        received = 0;
        if (list.isEmpty()) {
            resync();
        }
    }

    private void resync() {
        counters.count(RESYNCS);
        differentKeys = 0;
        list = UUID.randomUUID().toString();
        listedAt = nanos.getAsLong();
        Map<String, String> versions = new HashMap<>();
        wanted.forEach(key -> versions.put(key, buffer.version(key)));
        link.everything(new Everything(turns.incrementAndGet(), list, versions));
    }
}
