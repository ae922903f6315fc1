package org.peekplatform.core.task;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Finds tasks that were sent and are nowhere: no worker holds them and the queue does not either, as when a worker dies with a
 * result that nobody got yet. A task counts as lost when two looks in a row do not find it, since between the queue and a
 * worker's next beat it is not to be seen. Not thread-safe.
 */
public final class LostTasks {
    /** A younger one may be anywhere. */
    static final Duration YOUNG = Duration.ofSeconds(5);

    private final Map<String, Instant> sent = new HashMap<>();
    private Set<String> missed = Set.of();

    public void sent(String id, Instant at) {
        sent.put(id, at);
    }

    public void ended(String id) {
        sent.remove(id);
    }

    /**
     * Those that no worker holds; the queue may.
     *
     * @param held whether a worker holds it
     */
    public Set<String> missing(Instant now, Predicate<String> held) {
        return sent.entrySet().stream()
                .filter(task -> task.getValue().plus(YOUNG).isBefore(now) && !held.test(task.getKey()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /**
     * Ends a look.
     *
     * @param noWorkers those that no worker holds
     * @param queued those that the queue holds
     * @return ids of lost tasks, which are forgotten here
     */
    public List<String> lost(Set<String> noWorkers, Set<String> queued) {
        Set<String> missing = new HashSet<>(noWorkers);
        missing.removeAll(queued);
        missing.retainAll(sent.keySet()); // it may have ended meanwhile
        List<String> lost = missing.stream().filter(missed::contains).toList();
        lost.forEach(sent::remove);
        lost.forEach(missing::remove);
        missed = missing;
        return lost;
    }
}
