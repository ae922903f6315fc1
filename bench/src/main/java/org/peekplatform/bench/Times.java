package org.peekplatform.bench;

import java.time.Duration;
import java.util.List;

/** Durations of repeats of one thing. */
record Times(List<Duration> all) {
    Times {
        all = all.stream().sorted().toList();
    }

    Duration median() {
        return all.get(all.size() / 2);
    }

    Duration worst() {
        return all.get(all.size() - 1);
    }
}
