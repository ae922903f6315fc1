package org.peekplatform.runtime.hook;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.peekplatform.core.json.Json;
import org.peekplatform.runtime.part.Part;
import org.peekplatform.runtime.part.PartListener;

/**
 * Starts and stops the hooks of all parts of this service, providers before their dependents.
 *
 * <p>A part appears on a deployment thread of WildFly, which must not wait; its hook is started by the executor as soon
 * as all it requires have started. A part disappears on a deployment thread too, and that one waits until the hook has
 * stopped, since afterwards the part's beans are gone.
 */
public final class HookRunner implements PartListener {
    /** Starts at the same time; each takes two threads of the executor, which others need as well. */
    private static final int MOST_STARTING = 8;

    private static final Logger LOG = System.getLogger(HookRunner.class.getName());

    private final PlatformFactory platforms;
    private final PartDirectory directory;
    private final ExecutorService executor;
    private final Duration hookTimeout;
    private final Map<String, RunningPart> parts = new LinkedHashMap<>();
    private int starting;

    public HookRunner(
            PlatformFactory platforms, PartDirectory directory, ExecutorService executor, Duration hookTimeout) {
        this.platforms = platforms;
        this.directory = directory;
        this.executor = executor;
        this.hookTimeout = hookTimeout;
    }

    @Override
    public void appeared(Part part) {
        synchronized (this) {
            parts.put(part.deployment(), new RunningPart(part, executor, hookTimeout));
        }
        startReadyParts();
    }

    @Override
    public void disappearing(Part part) {
        Optional<RunningPart> leaving;
        synchronized (this) {
            leaving = Optional.ofNullable(parts.remove(part.deployment()));
            notifyAll();
        }
        leaving.ifPresent(RunningPart::stop);
        Json.forgetTypes();
    }

    /** How it stands with a deployment; empty when it is not there. */
    public synchronized Optional<PartOutcome> outcome(String deployment) {
        return Optional.ofNullable(parts.get(deployment)).map(RunningPart::outcome);
    }

    /**
     * Waits until the hook of a deployment has started or failed, and not longer than the timeout.
     *
     * @return how it stands then; empty when the deployment is not there, or goes meanwhile
     */
    public synchronized Optional<PartOutcome> await(String deployment, Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (true) {
            Optional<PartOutcome> outcome = outcome(deployment);
            long left = deadline - System.nanoTime();
            if (outcome.isEmpty() || !(outcome.get() instanceof PartOutcome.Starting) || left <= 0) {
                return outcome;
            }
            wait(Math.max(1, Duration.ofNanos(left).toMillis()));
        }
    }

    private void startReadyParts() {
        List<RunningPart> ready = new ArrayList<>();
        synchronized (this) {
            for (RunningPart part : parts.values()) {
                if (starting < MOST_STARTING && part.isWaiting() && requiredPartsRun(part.deployment())) {
                    part.claim();
                    starting++;
                    ready.add(part);
                }
            }
        }
        ready.forEach(part -> executor.submit(() -> start(part)));
    }

    private boolean requiredPartsRun(String deployment) {
        return directory.requires(deployment).stream()
                .allMatch(required -> outcome(required)
                        .filter(PartOutcome.Started.class::isInstance)
                        .isPresent());
    }

    private void start(RunningPart part) {
        try {
            part.start(directory.plugin(part.deployment()), platforms);
            LOG.log(Level.INFO, () -> "part '" + part.deployment() + "': " + part.outcome());
        } finally {
            synchronized (this) {
                starting--;
                notifyAll();
            }
            startReadyParts();
        }
    }
}
