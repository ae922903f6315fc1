package org.peekplatform.core.task;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The workers as their beats say. Thread-safe. */
public final class Crew {
    /** A worker that was not heard for so long no longer counts. */
    public static final Duration GONE_AFTER = Duration.ofSeconds(15);

    private final Clock clock;
    private final Map<String, Heard> workers = new HashMap<>();

    private record Heard(TaskBeat beat, Instant at) {}

    /** A task and who performs it. */
    public record Performed(String worker, TaskBeat.Held task) {}

    public Crew(Clock clock) {
        this.clock = clock;
    }

    public synchronized void heard(String worker, TaskBeat beat) {
        workers.put(worker, new Heard(beat, clock.instant()));
    }

    /** The worker stops, or is gone. */
    public synchronized void left(String worker) {
        workers.remove(worker);
    }

    /** How many tasks are performed at once. */
    public synchronized int threads() {
        forget();
        return workers.values().stream()
                .mapToInt(heard -> heard.beat().threads())
                .sum();
    }

    /** Whether somebody performs the kind. */
    public synchronized boolean performs(TaskKind kind) {
        forget();
        return workers.values().stream()
                .anyMatch(heard -> heard.beat().performed().contains(kind));
    }

    /** Who performs a task. */
    public synchronized Optional<Performed> performing(String id) {
        forget();
        return workers.entrySet().stream()
                .flatMap(entry -> entry.getValue().beat().held().stream()
                        .filter(held -> held.id().equals(id))
                        .map(held -> new Performed(entry.getKey(), held)))
                .findFirst();
    }

    /** All that is performed now. */
    public synchronized List<Performed> performed() {
        forget();
        return workers.entrySet().stream()
                .flatMap(entry ->
                        entry.getValue().beat().held().stream().map(held -> new Performed(entry.getKey(), held)))
                .toList();
    }

    /** Those who are there. */
    public synchronized Set<String> names() {
        forget();
        return Set.copyOf(workers.keySet());
    }

    private void forget() {
        Instant now = clock.instant();
        workers.values().removeIf(heard -> heard.at().plus(GONE_AFTER).isBefore(now));
    }
}
