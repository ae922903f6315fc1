package org.peekplatform.runtime.hook;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import org.peekplatform.api.PluginInfo;
import org.peekplatform.api.hook.Platform;
import org.peekplatform.api.hook.PluginHook;
import org.peekplatform.runtime.part.Part;

/** One part and how far its hook has come. Start and stop exclude each other. */
final class RunningPart {
    private static final Logger LOG = System.getLogger(RunningPart.class.getName());

    private record Live(PluginHook<Platform> hook, Platform platform) {}

    private final Part part;
    private final ExecutorService executor;
    private final Duration timeout;
    private final Registrations registrations = new Registrations();
    private volatile PartOutcome outcome = new PartOutcome.Starting();
    private boolean claimed;
    private boolean gone;
    private Optional<Live> live = Optional.empty();

    RunningPart(Part part, ExecutorService executor, Duration timeout) {
        this.part = part;
        this.executor = executor;
        this.timeout = timeout;
    }

    String deployment() {
        return part.deployment();
    }

    PartOutcome outcome() {
        return outcome;
    }

    boolean isWaiting() {
        return !claimed;
    }

    void claim() {
        claimed = true;
    }

    synchronized void start(PluginInfo plugin, PlatformFactory platforms) {
        if (gone) {
            return;
        }
        try {
            Live starting = new Live(hook(), platforms.create(plugin, part.context(), registrations::add));
            live = Optional.of(starting);
            bounded("load", starting, PluginHook::load);
            bounded("start", starting, PluginHook::start);
            outcome = new PartOutcome.Started();
        } catch (HookFailure failure) {
            didNotStart(failure.getMessage(), failure.getCause());
        } catch (RuntimeException broken) {
            didNotStart(String.valueOf(broken), broken);
        }
    }

    private void didNotStart(String reason, Throwable cause) {
        LOG.log(Level.ERROR, () -> "PEEK-3206 part '" + deployment() + "' did not start", cause);
        outcome = new PartOutcome.Failed(reason);
    }

    synchronized void stop() {
        gone = true;
        live.ifPresent(running -> {
            if (outcome instanceof PartOutcome.Started) {
                tryBounded("stop", running, PluginHook::stop);
            }
            tryBounded("unload", running, PluginHook::unload);
        });
        registrations.closeAll(deployment());
    }

    private PluginHook<Platform> hook() {
        @SuppressWarnings("unchecked") // the hook's platform type is that of this service, else the call fails the part
        PluginHook<Platform> hook = (PluginHook<Platform>) part.hook().get();
        return hook;
    }

    private void tryBounded(String phase, Live running, BiConsumer<PluginHook<Platform>, Platform> method) {
        try {
            bounded(phase, running, method);
        } catch (HookFailure failure) {
            LOG.log(
                    Level.WARNING,
                    () -> "PEEK-3207 " + failure.getMessage() + " The part is removed all the same.",
                    failure.getCause());
        }
    }

    private void bounded(String phase, Live running, BiConsumer<PluginHook<Platform>, Platform> method)
            throws HookFailure {
        Future<Void> call = executor.submit(() -> part.context().<Void>call(() -> {
            method.accept(running.hook(), running.platform());
            return null;
        }));
        try {
            call.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new HookFailure(
                    "hook of '" + deployment() + "' threw in " + phase + ": " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            call.cancel(true);
            throw new HookFailure(
                    "hook of '" + deployment() + "' did not return from " + phase + " within " + timeout, e);
        } catch (InterruptedException e) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            throw new HookFailure("hook of '" + deployment() + "' was interrupted in " + phase, e);
        }
    }

    private static final class HookFailure extends Exception {
        private static final long serialVersionUID = 1L;

        HookFailure(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
