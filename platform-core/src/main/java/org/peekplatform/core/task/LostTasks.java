package org.peekplatform.core.task;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

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
     * @param held whether a worker holds it
     * @param queued asks the queue; asked only when something is missing
     * @return ids of lost tasks, which are forgotten here
     */
    public List<String> look(Instant now, Predicate<String> held, Supplier<Set<String>> queued) {
        Set<String> missing = new HashSet<>();
        sent.forEach((id, at) -> {
            if (at.plus(YOUNG).isBefore(now) && !held.test(id)) {
                missing.add(id);
            }
        });
        if (!missing.isEmpty()) {
            missing.removeAll(queued.get());
        }
        List<String> lost = missing.stream().filter(missed::contains).toList();
        lost.forEach(sent::remove);
        lost.forEach(missing::remove);
        missed = missing;
        return lost;
    }
}
