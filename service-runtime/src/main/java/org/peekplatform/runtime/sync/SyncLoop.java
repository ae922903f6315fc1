package org.peekplatform.runtime.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.peekplatform.api.PeekException;
import org.peekplatform.core.wanted.InstanceReport;
import org.peekplatform.core.wanted.PartReport;
import org.peekplatform.runtime.hook.HookRunner;
import org.peekplatform.runtime.hook.PlatformFactory;
import org.peekplatform.runtime.messaging.Credential;
import org.peekplatform.runtime.part.PartListener;
import org.peekplatform.runtime.part.PartRegistry;
import org.peekplatform.runtime.settings.NodeSettings;

/**
 * The life of an instance: waits until WildFly has booted, then reports every few seconds and looks at the wanted set
 * at the start, at every hint, and whenever the server's answer to a report shows that this instance is behind.
 */
public final class SyncLoop implements AutoCloseable {
    private static final Logger LOG = System.getLogger(SyncLoop.class.getName());
    private static final Duration BEAT = Duration.ofSeconds(5);
    private static final Duration HOOK_TIMEOUT = Duration.ofSeconds(30);

    private final NodeSettings settings;
    private final Centre centre;
    private final Deployer deployer;
    private final ExecutorService executor;
    private final Supplier<Map<String, Long>> counters;
    private final Clock clock;
    private final AppliedBook book;
    private final HookRunner hooks;
    private final PartReports reports;
    private final PluginSync sync;
    private final JoinedMark joined;
    private final Instant started;
    private final AtomicLong sequence = new AtomicLong();
    private final ScheduledFuture<?> beat;
    private final Object reporting = new Object();
    private volatile boolean closed;
    private boolean lookAgain = true;
    private boolean busy;
    private boolean hinted;
    private boolean telling;
    private int failures;
    private int refusals;

    public SyncLoop(
            NodeSettings settings,
            Centre centre,
            Deployer deployer,
            PlatformFactory platforms,
            ExecutorService executor,
            ScheduledExecutorService scheduler,
            Supplier<Map<String, Long>> counters,
            Clock clock) {
        this.counters = counters;
        this.settings = settings;
        this.centre = centre;
        this.deployer = deployer;
        this.executor = executor;
        this.clock = clock;
        this.started = clock.instant();
        try {
            Files.createDirectories(settings.home());
            this.joined = new JoinedMark(settings.home().resolve("joined"));
            this.book = new AppliedBook(settings.home().resolve("applied.json"));
            this.hooks = new HookRunner(platforms, new BookDirectory(settings.service(), book), executor, HOOK_TIMEOUT);
            this.reports = new PartReports(settings.service(), hooks, clock);
            ArchiveStore store = new ArchiveStore(settings.home(), centre);
            PartRegistry registry = PartRegistry.shared();
            PartInstaller installer = new PartInstaller(
                    settings.service(), store, deployer, book, hooks, registry.apis(), this::reportStep, clock);
            this.sync = new PluginSync(settings.service(), centre, deployer, book, store, installer, this::reportStep);
            registry.listen(hooks);
        } catch (IOException e) {
            throw new UncheckedIOException("PEEK-3406 " + settings.home() + " cannot be used", e);
        }
        this.beat = scheduler.scheduleWithFixedDelay(this::beat, 0, BEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Something changed on the server: look at the wanted set now, or right after what is being done now. */
    public synchronized void look() {
        hint();
        kick();
    }

    private synchronized void hint() {
        lookAgain = true;
        hinted = true;
    }

    /** An instance that is in the middle of a step still says how it is, so that nobody takes it for one that is away. */
    private synchronized void beat() {
        if (!busy) {
            kick();
        } else if (!telling) {
            telling = handedOver(this::tellBetween);
        }
    }

    /** A WildFly that is suspended takes no work; the next beat asks it again. */
    private boolean handedOver(Runnable work) {
        try {
            executor.execute(work);
            return true;
        } catch (RejectedExecutionException suspended) {
            LOG.log(Level.DEBUG, "WildFly takes no work at the moment", suspended);
            return false;
        }
    }

    private synchronized void kick() {
        if (!busy && !closed) {
            hinted = false;
            busy = handedOver(this::work);
        }
    }

    private synchronized void rest() {
        busy = false;
        if (hinted) {
            kick();
        }
    }

    private void work() {
        try {
            lookAndReport();
        } finally {
            rest();
        }
    }

    private void lookAndReport() {
        try {
            if (!deployer.isReady()) {
                return;
            }
            if (takeLook() && !sync.run()) {
                again();
            }
            report();
            failures = 0;
        } catch (VersionRefusedException refused) {
            refused(refused);
        } catch (PeekException | StepGivenUpException later) {
            LOG.log(Level.DEBUG, () -> "server not reached, or going down: " + later.getMessage());
            again();
        } catch (RuntimeException e) { // the rim: this instance must look again, whatever went wrong
            failed(e);
            again();
        }
    }

    /** It keeps what it has and goes on telling how it is, so that the administrator sees it. */
    private void refused(VersionRefusedException refused) {
        if (refusals++ == 0) {
            LOG.log(Level.ERROR, refused::getMessage);
        }
        reportStep();
        atTheNextBeat();
    }

    /** Once is no reason to worry: WildFly's management interface goes down before this EAR does. */
    private void failed(RuntimeException e) {
        failures++;
        if (closed || failures == 1) {
            LOG.log(Level.INFO, () -> "not compared with the wanted set, tried again in " + BEAT + ": " + e);
        } else {
            LOG.log(Level.WARNING, () -> "PEEK-3407 the wanted set could not be reached; tried again in " + BEAT, e);
        }
    }

    private synchronized boolean takeLook() {
        boolean look = lookAgain;
        lookAgain = false;
        return look;
    }

    private synchronized void again() {
        lookAgain = true;
    }

    /** The answer to a report may have hinted at a newer wanted set: this instance does not get it any sooner. */
    private synchronized void atTheNextBeat() {
        lookAgain = true;
        hinted = false;
    }

    /** In the middle of a step: the step goes on whether or not the server hears of it. */
    private void reportStep() {
        try {
            report();
        } catch (PeekException unreachable) {
            LOG.log(Level.DEBUG, () -> "step not reported: " + unreachable.getMessage());
        }
    }

    private void tellBetween() {
        try {
            if (deployer.isReady()) {
                reportStep();
            }
        } catch (RuntimeException e) { // the rim: the step that is under way reports at its end
            LOG.log(Level.DEBUG, "not reported in the middle of a step", e);
        } finally {
            synchronized (this) {
                telling = false;
            }
        }
    }

    /** One at a time, so that the number of a report tells which one is newer. */
    private void report() {
        long revision;
        synchronized (reporting) {
            List<PartReport> parts = reports.of(book.applied(), sync.deployedPlugins());
            revision = centre.report(new InstanceReport(
                    settings.instance(),
                    settings.service(),
                    settings.platformVersion(),
                    started,
                    sequence.incrementAndGet(),
                    book.wanted().revision(),
                    parts,
                    counters.get(),
                    Optional.of(clock.instant()),
                    settings.credential().map(Credential::user)));
        }
        joined.set(settings.instance());
        if (revision != book.wanted().revision()) {
            hint();
        }
    }

    @Override
    public void close() {
        closed = true;
        beat.cancel(false);
        joined.take();
        PartRegistry.shared().listen(PartListener.NOBODY);
    }
}
