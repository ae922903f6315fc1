package org.peekplatform.core.live.provide;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.peekplatform.api.account.User;
import org.peekplatform.core.live.wire.Headers;
import org.peekplatform.core.live.wire.LiveFrame;
import org.peekplatform.core.live.wire.SelectorKey;

/**
 * Who observes which selector, and its newest value. A value is loaded once for all listeners, encoded once, and published
 * when it differs from the one before. Any number of changes while it loads, or within {@link #GAP} of the last load,
 * become one more load.
 */
public final class TupleBook {
    /** The least time between two loads of one selector. */
    public static final Duration GAP = Duration.ofMillis(4);

    /** Bytes that the value of one selector may have. */
    private static final int LARGEST = 8 * 1024 * 1024;

    /** Bytes of a patch, so that it fits with its value into one message of the link. */
    private static final int LARGEST_PATCH = LARGEST / 2;

    public static final String ENCODED = "live.encoded";
    public static final String LOADED = "live.loaded";

    private static final Logger LOG = System.getLogger(TupleBook.class.getName());

    private final Outlet outlet;
    private final PluginShares shares;
    private final ScheduledExecutorService timer;
    private final LiveCounters counters;
    private final Map<String, TupleSource> sources = new ConcurrentHashMap<>();
    private final Map<String, Observed> observed = new ConcurrentHashMap<>();

    public TupleBook(Outlet outlet, Executor executor, ScheduledExecutorService timer, LiveCounters counters) {
        this.outlet = outlet;
        this.shares = new PluginShares(executor);
        this.timer = timer;
        this.counters = counters;
    }

    /**
     * Offers tuples of a type; who observes them already gets them.
     *
     * @return false when somebody offers the type already
     */
    public boolean offer(String type, TupleSource source) {
        boolean first = sources.putIfAbsent(type, source) == null;
        if (first) {
            changedAll(type);
        }
        return first;
    }

    /** Takes an offer back. Who observes keeps what they have. */
    public void withdraw(String type, TupleSource source) {
        sources.remove(type, source);
    }

    /** Whether somebody offers tuples of that type. */
    public boolean offers(String type) {
        return sources.containsKey(type);
    }

    /** Why somebody may not observe a selector; empty when they may, or when nobody offers it now. */
    public Optional<Headers.Trouble> refusal(User user, SelectorKey key) {
        TupleSource source = sources.get(key.type());
        if (source == null) {
            return Optional.of(new Headers.Trouble(
                    key.text(),
                    "PEEK-4202",
                    "nobody offers '" + key.type() + "' at the moment. It is shown when its plugin runs.",
                    false));
        }
        return source.allows(user, key.selector())
                ? Optional.empty()
                : Optional.of(new Headers.Trouble(
                        key.text(), "PEEK-4203", "'" + user.name() + "' may not see '" + key.text() + "'.", true));
    }

    /** A listener wants a selector: it gets the value when it is there, and every other one from then on. */
    public void observe(String listener, SelectorKey key) {
        while (true) {
            Observed entry = observed.computeIfAbsent(key.text(), k -> new Observed(key));
            synchronized (entry) {
                if (!entry.gone) {
                    entry.listeners.add(listener);
                    entry.said.ifPresentOrElse(
                            said -> outlet.publish(said.wholeOnly(), Set.of(listener)), () -> mark(entry));
                    return;
                }
            }
        }
    }

    /** A listener has a selector already, at some version, and goes on with it. */
    public void goOn(String listener, SelectorKey key, String version) {
        Observed entry = observed.get(key.text());
        if (entry != null) {
            synchronized (entry) {
                boolean upToDate = !entry.gone
                        && entry.listeners.contains(listener)
                        && entry.said
                                .filter(said -> said.version().equals(version))
                                .isPresent();
                if (upToDate) {
                    return;
                }
            }
        }
        observe(listener, key);
    }

    /** A listener does not want a selector any more. The last one takes its value along. */
    public void release(String listener, String key) {
        Observed entry = observed.get(key);
        if (entry != null) {
            synchronized (entry) {
                entry.listeners.remove(listener);
                if (entry.listeners.isEmpty()) {
                    entry.gone = true;
                    observed.remove(key, entry);
                }
            }
        }
    }

    /** Keys of all selectors that a listener observes. */
    public Set<String> keysOf(String listener) {
        return observed.values().stream()
                .filter(entry -> {
                    synchronized (entry) {
                        return entry.listeners.contains(listener);
                    }
                })
                .map(entry -> entry.key.text())
                .collect(Collectors.toSet());
    }

    /** Selectors of a plugin that somebody observes. */
    public List<SelectorKey> observedOf(String plugin) {
        return observed.values().stream()
                .map(entry -> entry.key)
                .filter(key -> key.plugin().equals(plugin))
                .toList();
    }

    public void changed(String key) {
        Observed entry = observed.get(key);
        if (entry != null) {
            synchronized (entry) {
                mark(entry);
            }
        }
    }

    public void changedAll(String type) {
        for (Observed entry : observed.values()) {
            if (entry.key.type().equals(type)) {
                synchronized (entry) {
                    mark(entry);
                }
            }
        }
    }

    /** Number of selectors that are observed. */
    public int size() {
        return observed.size();
    }

    private void mark(Observed entry) {
        if (entry.dirty || entry.gone) {
            return;
        }
        entry.dirty = true;
        if (!entry.loading) {
            schedule(entry);
        }
    }

    private void schedule(Observed entry) {
        entry.loading = true;
        long wait = entry.loadedAt == 0 ? 0 : entry.loadedAt + GAP.toNanos() - System.nanoTime();
        if (wait > 0) {
            timer.schedule(() -> shares.execute(entry.key.plugin(), () -> load(entry)), wait, TimeUnit.NANOSECONDS);
        } else {
            shares.execute(entry.key.plugin(), () -> load(entry));
        }
    }

    private void load(Observed entry) {
        synchronized (entry) {
            entry.dirty = false;
            if (entry.gone) {
                return;
            }
        }
        try {
            said(entry, loaded(entry.key));
        } finally {
            synchronized (entry) {
                entry.loading = false;
                entry.loadedAt = System.nanoTime();
                if (entry.dirty && !entry.gone) {
                    schedule(entry);
                }
            }
        }
    }

    private void said(Observed entry, Loaded loaded) {
        synchronized (entry) {
            boolean keepsOld = loaded.snapshot().isEmpty() && entry.current.isPresent();
            boolean same = loaded.snapshot().isPresent()
                    && entry.current
                            .map(Snapshot::version)
                            .equals(loaded.snapshot().map(Snapshot::version));
            if (entry.gone || keepsOld || same) {
                return;
            }
            Update update = loaded.snapshot()
                    .map(snapshot -> value(entry, snapshot))
                    .orElseGet(() -> trouble(loaded.trouble().orElseThrow()));
            entry.current = loaded.snapshot();
            entry.said = Optional.of(update);
            outlet.publish(update, Set.copyOf(entry.listeners));
        }
    }

    private static Update value(Observed entry, Snapshot next) {
        String key = entry.key.text();
        LiveFrame whole = LiveFrame.of(new Headers.Value(key, next.version()), next.body());
        Optional<Update.Step> step = entry.current
                .flatMap(before -> ListDifference.patch(before, next)
                        .map(patch -> new Update.Step(
                                before.version(),
                                LiveFrame.of(new Headers.Patch(key, next.version(), before.version()), patch))))
                .filter(patch ->
                        patch.frame().length() < whole.length() && patch.frame().length() <= LARGEST_PATCH);
        return new Update(key, next.version(), whole, step);
    }

    private static Update trouble(Headers.Trouble trouble) {
        return new Update(trouble.s(), "", LiveFrame.of(trouble), Optional.empty());
    }

    /** A value, or why there is none. */
    private record Loaded(Optional<Snapshot> snapshot, Optional<Headers.Trouble> trouble) {}

    private Loaded loaded(SelectorKey key) {
        TupleSource source = sources.get(key.type());
        if (source == null) {
            return missing(key, "PEEK-4204", "'" + key.type() + "' is offered by no plugin that runs now");
        }
        try {
            counters.count(LOADED);
            List<?> tuples = source.load(key.selector());
            counters.count(ENCODED);
            Snapshot snapshot = Snapshot.of(tuples);
            return snapshot.body().length > LARGEST
                    ? tooLarge(key, snapshot.body().length)
                    : new Loaded(Optional.of(snapshot), Optional.empty());
        } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
            // the rim: a provider's failure is told, and tried again with the next change
            String incident = UUID.randomUUID().toString();
            LOG.log(
                    Level.WARNING,
                    () -> "PEEK-4205 provider of '" + key.text() + "' failed, incident " + incident
                            + ". Who observes it keeps what they have.",
                    e);
            return missing(key, "PEEK-4206", "'" + key.type() + "' could not be loaded, incident " + incident);
        }
    }

    private static Loaded tooLarge(SelectorKey key, int bytes) {
        String message = "'" + key.text() + "' has " + bytes + " bytes, more than the " + LARGEST
                + " that one selector may have; its plugin must divide it by keys";
        LOG.log(Level.WARNING, () -> "PEEK-4246 " + message + ". Who observes it keeps what they have.");
        return missing(key, "PEEK-4207", message);
    }

    private static Loaded missing(SelectorKey key, String code, String message) {
        return new Loaded(
                Optional.empty(),
                Optional.of(new Headers.Trouble(key.text(), code, message + ". It comes when it is there.", false)));
    }
}
