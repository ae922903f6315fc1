package org.peekplatform.server.instance;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.peekplatform.api.Service;
import org.peekplatform.core.json.Json;
import org.peekplatform.core.release.Release;
import org.peekplatform.core.release.Skew;
import org.peekplatform.core.wanted.InstanceReport;
import org.peekplatform.core.wanted.PartReport;
import org.peekplatform.server.database.Database;
import org.peekplatform.server.instance.InstanceView.Presence;

/**
 * Last report of every instance: in memory, and in table {@code instance} so that one that is away is still known after
 * a restart. Later reports replace earlier ones.
 */
public final class InstanceBook {
    /** An instance that was not heard for so long is away; three beats of its report. */
    static final Duration AWAY_AFTER = Duration.ofSeconds(15);

    /** Two beats are missing. */
    static final Duration DEGRADED_AFTER = Duration.ofSeconds(10);

    /** After its own start the server gives the instances it knew so long to be heard again. */
    static final Duration BACK_WITHIN = Duration.ofSeconds(60);

    private final Database database;
    private final Clock clock;
    private final PartChanges changes;
    private final Instant opened;
    private final Map<String, Known> known = new TreeMap<>();

    private record Known(
            InstanceReport report, Instant connected, Instant lastSeen, boolean left, Optional<Duration> clockSkew) {}

    public InstanceBook(Database database, Clock clock, PartChanges changes) {
        this.database = database;
        this.clock = clock;
        this.changes = changes;
        this.opened = clock.instant();
        database.query("select report, connected, last_seen from peek.instance", InstanceBook::row)
                .forEach(row -> known.put(row.report().instance(), row));
    }

    /** Takes a report. */
    public void take(InstanceReport report) {
        Optional<Known> before;
        synchronized (this) {
            before = Optional.ofNullable(known.get(report.instance()));
            if (before.filter(b -> isOlder(report, b.report())).isPresent()) {
                return;
            }
            Instant now = clock.instant();
            Instant connected = before.filter(
                            b -> isConnected(b, now) && b.report().started().equals(report.started()))
                    .map(Known::connected)
                    .orElse(now);
            Optional<Duration> skew = report.sent().map(sent -> Duration.between(now, sent));
            known.put(report.instance(), new Known(report, connected, now, false, skew));
            notifyAll();
        }
        store(report, before.map(Known::report));
    }

    /** The instance said that it stops: it is away from now on. */
    public synchronized void leave(String name) {
        known.computeIfPresent(
                name, (key, k) -> new Known(k.report(), k.connected(), clock.instant(), true, k.clockSkew()));
        notifyAll();
    }

    private static boolean isOlder(InstanceReport report, InstanceReport last) {
        return report.started().isBefore(last.started())
                || report.started().equals(last.started()) && report.sequence() <= last.sequence();
    }

    /** All instances ever heard, by name. */
    public synchronized List<InstanceView> instances() {
        Instant now = clock.instant();
        return known.values().stream().map(k -> view(k, now)).toList();
    }

    private InstanceView view(Known known, Instant now) {
        boolean connected = isConnected(known, now);
        Optional<String> refusal = Skew.refusal(
                Release.version(), known.report().instance(), known.report().platformVersion());
        boolean expected = refusal.isEmpty()
                && (connected || known.report().service() == Service.SERVER || now.isBefore(opened.plus(BACK_WITHIN)));
        return new InstanceView(
                connected,
                expected,
                connected ? known.connected() : known.lastSeen(),
                presence(known, now),
                known.lastSeen(),
                known.clockSkew(),
                refusal,
                known.report());
    }

    private static Presence presence(Known instance, Instant now) {
        if (!isConnected(instance, now)) {
            return Presence.OFFLINE;
        }
        return instance.lastSeen().plus(DEGRADED_AFTER).isAfter(now) ? Presence.ONLINE : Presence.DEGRADED;
    }

    /** Names of the connected instances of a service, sorted; without those that are given no plugins. */
    public List<String> connected(Service service) {
        return instances().stream()
                .filter(i ->
                        i.connected() && i.refusal().isEmpty() && i.report().service() == service)
                .map(InstanceView::name)
                .toList();
    }

    /** Whether an instance of that name belongs to a service, be it connected or not. */
    public synchronized boolean isKnown(String name, Service service) {
        Known instance = known.get(name);
        return instance != null && instance.report().service() == service;
    }

    /** Whether an instance is connected, or may be so again in a moment. */
    public synchronized boolean isExpected(String name) {
        Known instance = known.get(name);
        return instance != null && view(instance, clock.instant()).expected();
    }

    /** Forgets an instance that was taken out of service. */
    public synchronized boolean forget(String name) {
        known.remove(name);
        return database.update("delete from peek.instance where name = ?", name) > 0;
    }

    /**
     * Waits until the question about all instances has an answer; it is asked again at every report.
     *
     * @return empty when the time ran out
     */
    public synchronized <T> Optional<T> await(Function<List<InstanceView>, Optional<T>> question, Duration timeout)
            throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (true) {
            Optional<T> answer = question.apply(instances());
            long left = deadline - System.nanoTime();
            if (answer.isPresent() || left <= 0) {
                return answer;
            }
            wait(Math.min(1000, Math.max(1, Duration.ofNanos(left).toMillis())));
        }
    }

    private static boolean isConnected(Known instance, Instant now) {
        return !instance.left() && instance.lastSeen().plus(AWAY_AFTER).isAfter(now);
    }

    private void store(InstanceReport report, Optional<InstanceReport> before) {
        Instant now = clock.instant();
        boolean same = before.filter(
                        b -> b.parts().equals(report.parts()) && b.started().equals(report.started()))
                .isPresent();
        int rows = same
                ? database.update("update peek.instance set last_seen = ? where name = ?", now, report.instance())
                : database.update(
                        "update peek.instance set report = ?, last_seen = ? where name = ?",
                        text(report),
                        now,
                        report.instance());
        if (rows == 0) {
            database.update(
                    "insert into peek.instance (name, service, report, connected, last_seen) values (?, ?, ?, ?, ?)",
                    report.instance(),
                    report.service().id(),
                    text(report),
                    now,
                    now);
        }
        if (!same) {
            tellChanges(report, before.map(InstanceReport::parts).orElse(List.of()));
        }
    }

    private void tellChanges(InstanceReport report, List<PartReport> before) {
        report.parts().stream()
                .filter(part -> before.stream()
                        .noneMatch(old -> old.id().equals(part.id())
                                && old.state() == part.state()
                                && old.version().equals(part.version())))
                .forEach(part -> changes.changed(report.instance(), part));
    }

    private static String text(InstanceReport report) {
        return new String(Json.write(report), StandardCharsets.UTF_8);
    }

    private static Known row(ResultSet row) throws SQLException {
        return new Known(
                Json.read(row.getString("report").getBytes(StandardCharsets.UTF_8), InstanceReport.class),
                Database.instant(row, "connected"),
                Database.instant(row, "last_seen"),
                false,
                Optional.empty());
    }
}
