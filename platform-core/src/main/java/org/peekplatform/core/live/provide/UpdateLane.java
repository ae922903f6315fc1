package org.peekplatform.core.live.provide;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.peekplatform.api.PeekException;
import org.peekplatform.core.json.Json;

/**
 * Updates on their way to listeners on other services: in order, several at a time, the newest of each selector. What
 * could not be sent is not kept: the next mark tells the listener that it misses something, and it asks.
 */
public final class UpdateLane implements Outlet {
    public static final String UPDATES = "live.updates";
    public static final String MARK = "live.mark";
    public static final String SENT = "live.sent";

    private static final Logger LOG = System.getLogger(UpdateLane.class.getName());
    private static final int BATCH_BYTES = 512 * 1024;

    /** Carries a message to several listeners at once. */
    @FunctionalInterface
    public interface Transport {
        /** @throws PeekException when the broker did not take it */
        void send(String kind, String epoch, byte[] body, Set<String> listeners);
    }

    private final String epoch = UUID.randomUUID().toString();
    private final Transport transport;
    private final Executor executor;
    private final LiveCounters counters;
    private final Map<String, Pending> pending = new LinkedHashMap<>();
    private final Map<String, String> begun = new LinkedHashMap<>();
    private final Map<String, Listener> marks = new LinkedHashMap<>();
    private final Map<String, Long> sent = new HashMap<>();
    private boolean busy;

    private record Pending(Update update, Set<String> listeners) {
        Pending joinedBy(Update newer, Set<String> more) {
            Set<String> all = new TreeSet<>(listeners);
            all.addAll(more);
            boolean sameValue = newer.version().equals(update.version()) && !newer.isTrouble();
            return new Pending(sameValue && newer.patch().isEmpty() ? update : newer, all);
        }
    }

    private record Listener(long turn, long keys) {}

    public UpdateLane(Transport transport, Executor executor, LiveCounters counters) {
        this.transport = transport;
        this.executor = executor;
        this.counters = counters;
    }

    @Override
    public void publish(Update update, Set<String> listeners) {
        synchronized (this) {
            pending.merge(
                    update.key(),
                    new Pending(update, listeners),
                    (old, fresh) -> old.joinedBy(fresh.update(), fresh.listeners()));
        }
        work();
    }

    /** Tells a listener, before all that is published from now on, that its list is taken. */
    void begin(String listener, String list) {
        synchronized (this) {
            begun.put(listener, list);
        }
        work();
    }

    /** Tells a listener, after all that was published before, what it should have. */
    void mark(String listener, long turn, long keys) {
        synchronized (this) {
            marks.put(listener, new Listener(turn, keys));
        }
        work();
    }

    /** A listener is gone for good. */
    synchronized void forget(String listener) {
        begun.remove(listener);
        marks.remove(listener);
        sent.remove(listener);
    }

    private void work() {
        synchronized (this) {
            if (busy || pending.isEmpty() && begun.isEmpty() && marks.isEmpty()) {
                return;
            }
            busy = true;
        }
        executor.execute(this::drain);
    }

    private void drain() {
        Map<String, String> lists;
        List<Pending> updates;
        Map<String, Listener> due;
        synchronized (this) {
            lists = new LinkedHashMap<>(begun);
            updates = new ArrayList<>(pending.values());
            due = new LinkedHashMap<>(marks);
            begun.clear();
            pending.clear();
            marks.clear();
        }
        try {
            lists.forEach((listener, list) -> send(listener, new Listener(0, 0), list));
            Map<Set<String>, List<Update>> groups = new LinkedHashMap<>();
            updates.forEach(one -> groups.computeIfAbsent(one.listeners(), l -> new ArrayList<>())
                    .add(one.update()));
            groups.forEach(this::send);
            due.forEach((listener, state) -> send(listener, state, ""));
        } finally {
            synchronized (this) {
                busy = false;
            }
            work();
        }
    }

    private void send(Set<String> listeners, List<Update> updates) {
        List<Update> batch = new ArrayList<>();
        int bytes = 0;
        for (Update update : updates) {
            if (!batch.isEmpty() && bytes + update.size() > BATCH_BYTES) {
                sendBatch(listeners, batch);
                batch = new ArrayList<>();
                bytes = 0;
            }
            batch.add(update);
            bytes += update.size();
        }
        sendBatch(listeners, batch);
    }

    private void sendBatch(Set<String> listeners, List<Update> batch) {
        synchronized (this) {
            listeners.forEach(listener -> sent.merge(listener, (long) batch.size(), Long::sum));
        }
        counters.add(SENT, batch.size());
        transmit(UPDATES, UpdateCodec.encode(batch), listeners);
    }

    private void send(String listener, Listener state, String list) {
        Mark mark;
        synchronized (this) {
            mark = new Mark(epoch, sent.getOrDefault(listener, 0L), state.turn(), state.keys(), list);
        }
        transmit(MARK, Json.write(mark), Set.of(listener));
    }

    private void transmit(String kind, byte[] body, Set<String> listeners) {
        try {
            transport.send(kind, epoch, body, listeners);
        } catch (PeekException e) {
            LOG.log(Level.DEBUG, () -> kind + " to " + listeners + " not sent, they will ask: " + e.getMessage());
        }
    }
}
