package org.peekplatform.runtime.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.peekplatform.api.Service;
import org.peekplatform.core.wanted.Applied;
import org.peekplatform.core.wanted.Deployed;
import org.peekplatform.core.wanted.PartReport;
import org.peekplatform.core.wanted.PartState;
import org.peekplatform.runtime.hook.HookRunner;
import org.peekplatform.runtime.hook.PartOutcome;

/** How every plugin of this instance is now: what was done last, corrected by what WildFly and the hooks say. */
final class PartReports {
    /** A part that is deployed and has no hook comes up or goes down with its WildFly, or its container is broken. */
    private static final Duration COMES_UP = Duration.ofSeconds(15);

    private static final String BETWEEN = "deployed, and its bean container comes up or goes down";
    private static final String NEVER_CAME = "deployed, but its bean container did not come up";

    private final Service service;
    private final HookRunner hooks;
    private final Clock clock;
    private final Map<String, PartReport> last = new HashMap<>();
    private final Map<String, Instant> without = new HashMap<>();

    private record Finding(PartState state, Optional<String> reason) {}

    PartReports(Service service, HookRunner hooks, Clock clock) {
        this.service = service;
        this.hooks = hooks;
        this.clock = clock;
    }

    synchronized List<PartReport> of(Map<String, Applied> applied, Map<String, Deployed> deployed) {
        last.keySet().retainAll(applied.keySet());
        without.keySet().retainAll(applied.keySet());
        return applied.values().stream()
                .map(a -> report(a, find(a, Optional.ofNullable(deployed.get(a.id())))))
                .toList();
    }

    private PartReport report(Applied applied, Finding now) {
        PartReport before = last.get(applied.id());
        boolean unchanged = before != null
                && before.state() == now.state()
                && before.version().equals(applied.version())
                && before.reason().equals(now.reason());
        PartReport report = new PartReport(
                applied.id(),
                applied.version(),
                applied.sha256(),
                applied.revision(),
                now.state(),
                unchanged ? before.since() : clock.instant(),
                now.reason());
        last.put(applied.id(), report);
        return report;
    }

    private Finding find(Applied applied, Optional<Deployed> deployed) {
        Finding finding = asFound(applied, deployed);
        if (!finding.reason().equals(Optional.of(BETWEEN)) && !finding.reason().equals(Optional.of(NEVER_CAME))) {
            without.remove(applied.id());
        }
        return finding;
    }

    private Finding asFound(Applied applied, Optional<Deployed> deployed) {
        if (applied.outcome() != PartState.RUNNING) {
            return new Finding(applied.outcome(), applied.reason());
        }
        if (deployed.isEmpty()) {
            return stopped("removed by an operator in the management console");
        }
        if (!deployed.get().enabled()) {
            return stopped("stopped by an operator in the management console");
        }
        Finding hook = hookOf(applied);
        boolean drift = !Optional.of(deployed.get().content()).equals(applied.content());
        return drift && hook.state() == PartState.RUNNING
                ? new Finding(PartState.RUNNING, Optional.of("replaced by an operator in the management console"))
                : hook;
    }

    private Finding hookOf(Applied applied) {
        Optional<PartOutcome> outcome = hooks.outcome(applied.id() + "-" + service.id() + ".ear");
        if (outcome.isEmpty()) {
            return withoutHook(applied);
        }
        if (outcome.get() instanceof PartOutcome.Failed failed) {
            return new Finding(PartState.FAILED, Optional.of(failed.reason()));
        }
        return outcome.get() instanceof PartOutcome.Started
                ? new Finding(PartState.RUNNING, Optional.empty())
                : new Finding(PartState.DEPLOYING, Optional.of("its hook waits for the plugins that it requires"));
    }

    private Finding withoutHook(Applied applied) {
        Instant now = clock.instant();
        Instant since = without.computeIfAbsent(applied.id(), id -> now);
        return now.isBefore(since.plus(COMES_UP))
                ? new Finding(PartState.DEPLOYING, Optional.of(BETWEEN))
                : new Finding(PartState.FAILED, Optional.of(NEVER_CAME));
    }

    private static Finding stopped(String reason) {
        return new Finding(PartState.STOPPED, Optional.of(reason));
    }
}
