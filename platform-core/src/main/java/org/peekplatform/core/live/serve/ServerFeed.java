package org.peekplatform.core.live.serve;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.peekplatform.core.live.provide.KeyPrint;
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

    /** A list that was not taken for so long is sent again. */
    private static final Duration UNANSWERED = Duration.ofSeconds(3);

    /** Three marks of the server did not come. */
    private static final Duration SILENT = Duration.ofSeconds(7);

    /** Marks in a row that may name other selectors: what was said last may be overtaken on its way. */
    private static final int PATIENCE_WITH_KEYS = 3;

    private static final int REMEMBERED_TURNS = 10_000;

    private final LiveLink link;
    private final LongSupplier nanos;
    private final LiveCounters counters;
    private final Set<String> wanted = new HashSet<>();
    private final NavigableMap<Long, Long> printAfter = new TreeMap<>();
    private final Set<String> touched = new HashSet<>();
    private TupleBuffer buffer;
    private String epoch = "";
    private String list = "";
    private long turn;
    private long print;
    private long received;
    private long heardAt;
    private long listedAt;
    private long markedTurn;
    private int differentKeys;

    /** Messages to the server; what cannot be sent is dropped, the next list makes up for it. All return at once. */
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
        this.turn = firstTurn;
        this.heardAt = nanos.getAsLong();
        this.listedAt = heardAt - UNANSWERED.toNanos();
    }

    /** The buffer that is fed; set once, before anything comes. */
    public void feed(TupleBuffer fed) {
        buffer = fed;
    }

    @Override
    public synchronized void observe(Collection<String> keys) {
        keys.stream().filter(wanted::add).forEach(key -> print += KeyPrint.of(key));
        link.observe(new Wish(nextTurn(), List.copyOf(keys)));
    }

    @Override
    public synchronized void release(Collection<String> keys) {
        keys.stream().filter(wanted::remove).forEach(key -> print -= KeyPrint.of(key));
        link.release(new Wish(nextTurn(), List.copyOf(keys)));
    }

    /** Called in the order in which the server has sent, by one thread at a time. */
    public void updates(String serverEpoch, List<Update> updates) {
        boolean begins;
        synchronized (this) {
            begins = begins(serverEpoch);
            received += updates.size();
            heardAt = nanos.getAsLong();
            if (!list.isEmpty()) {
                updates.forEach(update -> touched.add(update.key()));
            }
        }
        updates.forEach(buffer::accept);
        if (begins) {
            resyncUnlessUnderWay();
        }
    }

    /** As {@link #updates}. */
    public synchronized void mark(Mark mark) {
        heardAt = nanos.getAsLong();
        if (begins(mark.epoch())) {
            resyncUnlessUnderWay();
        }
        if (!list.isEmpty()) {
            if (mark.list().equals(list)) {
                taken(mark);
            }
        } else if (received != mark.sent() || mark.list().isEmpty() && hasOtherKeys(mark)) {
            resync();
        }
    }

    /** Every second: asks anew what was not answered, and a server that was not heard. */
    public synchronized void tick() {
        long now = nanos.getAsLong();
        boolean due = !list.isEmpty() || now - heardAt > SILENT.toNanos();
        if (due && now - listedAt >= UNANSWERED.toNanos()) {
            resync();
        }
    }

    private boolean begins(String serverEpoch) {
        boolean begins = !serverEpoch.equals(epoch);
        if (begins) {
            epoch = serverEpoch;
            received = 0;
        }
        return begins;
    }

    private synchronized void resyncUnlessUnderWay() {
        if (list.isEmpty()) {
            resync();
        }
    }

    /** What came between the list and its mark may be newer than what the list said: that is asked for once more. */
    private void taken(Mark mark) {
        list = "";
        received = mark.sent();
        touched.retainAll(wanted);
        if (!touched.isEmpty()) {
            link.observe(new Wish(nextTurn(), List.copyOf(touched)));
            touched.clear();
        }
    }

    /** Compares with what was wanted when the server had heard so much; with the newest when it hears no more. */
    private boolean hasOtherKeys(Mark mark) {
        Map.Entry<Long, Long> then = printAfter.floorEntry(mark.turn());
        boolean stands = mark.turn() == markedTurn;
        markedTurn = mark.turn();
        if (then != null) {
            printAfter.headMap(then.getKey()).clear();
        }
        boolean same = stands ? print == mark.keys() : then == null || then.getValue() == mark.keys();
        differentKeys = same ? 0 : differentKeys + 1;
        return differentKeys >= PATIENCE_WITH_KEYS;
    }

    /** A list that goes out again keeps its id: whichever of the copies is taken counts. */
    private void resync() {
        counters.count(RESYNCS);
        differentKeys = 0;
        list = list.isEmpty() ? UUID.randomUUID().toString() : list;
        listedAt = nanos.getAsLong();
        Map<String, String> versions = new HashMap<>();
        wanted.forEach(key -> versions.put(key, buffer.version(key)));
        link.everything(new Everything(nextTurn(), list, versions));
    }

    private long nextTurn() {
        turn++;
        printAfter.put(turn, print);
        if (printAfter.size() > REMEMBERED_TURNS) {
            printAfter.pollFirstEntry();
        }
        return turn;
    }
}
