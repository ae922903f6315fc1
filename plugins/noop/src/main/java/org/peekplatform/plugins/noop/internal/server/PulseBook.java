package org.peekplatform.plugins.noop.internal.server;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.peekplatform.plugins.noop.internal.tuple.Pulse;

/** What the clients said last. */
@ApplicationScoped
public class PulseBook {
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final Map<String, Heard> heard = new ConcurrentHashMap<>();

    /** How many clients are known afterwards. */
    public int write(Pulse pulse, Instant now) {
        heard.put(pulse.instance(), new Heard(pulse, now));
        return heard.size();
    }

    /** The latest one, unless it is older than half a minute: then the client counts as silent. */
    public Optional<Pulse> latest(Instant now) {
        return heard.values().stream()
                .filter(one -> one.at().isAfter(now.minus(FRESH)))
                .max(Comparator.comparing(Heard::at))
                .map(Heard::pulse);
    }

    private record Heard(Pulse pulse, Instant at) {}
}
