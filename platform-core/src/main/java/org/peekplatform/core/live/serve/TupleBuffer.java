package org.peekplatform.core.live.serve;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.peekplatform.core.live.provide.LiveCounters;
import org.peekplatform.core.live.provide.Update;

/**
 * The newest value of every selector that devices of this service observe. Asked for upstream once, however many observe
 * it; kept for a while after the last one has left, then released upstream as well. Bounded by number and bytes: what
 * nobody observes goes first; when everything is observed, no further selector is taken.
 */
public final class TupleBuffer {
    public static final String UPSTREAM = "live.upstream";
    public static final String UPDATES = "live.updates";

    private static final Duration UNANSWERED = Duration.ofSeconds(5);

    private final Limits limits;
    private final Upstream upstream;
    private final LongSupplier nanos;
    private final LiveCounters counters;
    private final Map<String, BufferEntry> entries = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();

    /**
     * What the buffer may hold.
     *
     * @param grace how long a selector is kept that nobody observes
     */
    public record Limits(int selectors, long bytes, Duration grace) {}

    public TupleBuffer(Limits limits, Upstream upstream, LongSupplier nanos, LiveCounters counters) {
        this.limits = limits;
        this.upstream = upstream;
        this.nanos = nanos;
        this.counters = counters;
    }

    /**
     * A connection observes a selector from now on.
     *
     * @param has version that the device has
     * @return empty when the buffer is full
     */
    Optional<Subscription> subscribe(DeviceConnection connection, String key, Optional<String> has) {
        while (true) {
            BufferEntry entry = entries.get(key);
            if (entry == null) {
                if (isFull()) {
                    tidy(Duration.ZERO);
                    if (isFull()) {
                        return Optional.empty();
                    }
                }
                entry = entries.computeIfAbsent(key, k -> new BufferEntry(k, nanos.getAsLong()));
            }
            Optional<Subscription> taken = take(entry, connection, has);
            if (taken.isPresent()) {
                return taken;
            }
        }
    }

    private Optional<Subscription> take(BufferEntry entry, DeviceConnection connection, Optional<String> has) {
        Subscription subscription = new Subscription(connection, entry, has);
        boolean ask;
        synchronized (entry) {
            if (entry.gone) {
                return Optional.empty();
            }
            ask = !entry.asked;
            entry.subscriptions.add(subscription);
            if (ask) {
                entry.asked = true;
                entry.askedAt = nanos.getAsLong();
            }
        }
        if (ask) {
            counters.count(UPSTREAM);
            upstream.observe(List.of(entry.key));
        }
        return Optional.of(subscription);
    }

    void leave(Subscription subscription) {
        BufferEntry entry = subscription.entry;
        synchronized (entry) {
            entry.subscriptions.remove(subscription);
            if (entry.subscriptions.isEmpty()) {
                entry.idleSince = nanos.getAsLong();
            }
        }
    }

    /** News from upstream, for all who observe it. */
    public void accept(Update update) {
        BufferEntry entry = entries.get(update.key());
        if (entry == null) {
            return;
        }
        counters.count(UPDATES);
        Subscription[] concerned;
        synchronized (entry) {
            if (entry.gone
                    || update.isTrouble()
                            && entry.newest() != null
                            && !entry.newest().isTrouble()) {
                return; // an old value is better than none
            }
            bytes.addAndGet(update.size() - entry.size());
            entry.newest(update);
            concerned = entry.subscriptions.toArray(Subscription[]::new);
        }
        FanOut.send(concerned);
    }

    /** Releases what nobody observed for the grace time, or at all when the buffer is full; asks again for what got no answer. */
    public void tidy() {
        tidy(isFull() ? Duration.ZERO : limits.grace());
    }

    private void tidy(Duration grace) {
        List<String> released = new ArrayList<>();
        List<String> unanswered = new ArrayList<>();
        long now = nanos.getAsLong();
        for (BufferEntry entry : entries.values()) {
            synchronized (entry) {
                if (entry.subscriptions.isEmpty()) {
                    if (now - entry.idleSince >= grace.toNanos()) {
                        entry.gone = true;
                        entries.remove(entry.key, entry);
                        bytes.addAndGet(-entry.size());
                        if (entry.asked) {
                            released.add(entry.key);
                        }
                    }
                } else if (entry.newest() == null && now - entry.askedAt >= UNANSWERED.toNanos()) {
                    entry.askedAt = now;
                    unanswered.add(entry.key);
                }
            }
        }
        if (!released.isEmpty()) {
            upstream.release(released);
            // What was observed anew meanwhile may have been asked for before this release: it is asked for after it.
            released.stream().filter(entries::containsKey).forEach(unanswered::add);
        }
        if (!unanswered.isEmpty()) {
            upstream.observe(unanswered);
        }
    }

    /** Version of the value that is held for a selector; empty when none is. */
    public String version(String key) {
        BufferEntry entry = entries.get(key);
        Update newest = entry == null ? null : entry.newest();
        return newest == null ? "" : newest.version();
    }

    public int size() {
        return entries.size();
    }

    public long bytes() {
        return bytes.get();
    }

    private boolean isFull() {
        return entries.size() >= limits.selectors() || bytes.get() >= limits.bytes();
    }
}
