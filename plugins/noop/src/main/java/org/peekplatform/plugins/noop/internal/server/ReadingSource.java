package org.peekplatform.plugins.noop.internal.server;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.peekplatform.api.live.TupleSelector;
import org.peekplatform.api.live.Tuples;
import org.peekplatform.plugins.noop.internal.tuple.StartLoad;
import org.peekplatform.plugins.noop.tuple.Reading;

/** Makes readings, as many and as fast as somebody asks for. */
final class ReadingSource implements AutoCloseable {
    private static final Duration TICK = Duration.ofMillis(10);

    private final Tuples tuples;
    private final ScheduledExecutorService timer;
    private final Clock clock;
    private final Map<String, Reading> readings = new ConcurrentHashMap<>();
    private Run run = new Run(new StartLoad(0, 0, 0, 0), Instant.EPOCH, 0);
    private Future<?> ticking;

    /** @param told changes that were told so far */
    private record Run(StartLoad load, Instant began, long told) {}

    ReadingSource(Tuples tuples, ScheduledExecutorService timer, Clock clock) {
        this.tuples = tuples;
        this.timer = timer;
        this.clock = clock;
    }

    /** The last reading of the series that is asked for; none before the first. */
    List<Reading> load(TupleSelector selector) {
        return selector.key("series").map(readings::get).map(List::of).orElseGet(List::of);
    }

    synchronized void start(StartLoad load) {
        close();
        run = new Run(load, clock.instant(), 0);
        if (load.seconds() > 0) {
            ticking = timer.scheduleAtFixedRate(this::tick, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void tick() {
        Duration since = Duration.between(run.began(), clock.instant());
        if (since.toSeconds() >= run.load().seconds()) {
            close();
            return;
        }
        long due = since.toMillis() * run.load().changesPerSecond() / 1000;
        for (long number = run.told(); number < due; number++) {
            change("load-" + (1 + number % run.load().selectors()), number);
        }
        run = new Run(run.load(), run.began(), Math.max(due, run.told()));
    }

    private void change(String series, long number) {
        readings.put(
                series,
                new Reading(
                        series, number, clock.instant(), "x".repeat(run.load().bytes())));
        tuples.changed(TupleSelector.of(Reading.class).with("series", series));
    }

    @Override
    public synchronized void close() {
        if (ticking != null) {
            ticking.cancel(false);
        }
    }
}
