package org.peekplatform.runtime.sync;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.peekplatform.api.Service;
import org.peekplatform.core.wanted.Applied;
import org.peekplatform.core.wanted.Deployed;
import org.peekplatform.core.wanted.PartState;
import org.peekplatform.core.wanted.WantedPlugin;
import org.peekplatform.core.wanted.WantedPlugin.WantedPart;
import org.peekplatform.runtime.hook.HookRunner;
import org.peekplatform.runtime.hook.PartOutcome;
import org.peekplatform.runtime.part.PublishedApis;

/**
 * Puts one part in place and makes sure that it runs; else puts back what was there. WildFly calls a deployment good
 * even when its bean container dropped a bean, so the hook and every declared API are looked for afterwards.
 */
final class PartInstaller {
    private static final Logger LOG = System.getLogger(PartInstaller.class.getName());
    private static final Duration HOOKS = Duration.ofSeconds(70);

    private final Service service;
    private final ArchiveStore store;
    private final Deployer deployer;
    private final AppliedBook book;
    private final HookRunner hooks;
    private final PublishedApis apis;
    private final Runnable report;
    private final Clock clock;

    PartInstaller(
            Service service,
            ArchiveStore store,
            Deployer deployer,
            AppliedBook book,
            HookRunner hooks,
            PublishedApis apis,
            Runnable report,
            Clock clock) {
        this.service = service;
        this.store = store;
        this.deployer = deployer;
        this.book = book;
        this.hooks = hooks;
        this.apis = apis;
        this.report = report;
        this.clock = clock;
    }

    /** @return false when the archive could not be fetched and should be asked for again soon */
    boolean install(WantedPlugin wanted) {
        Optional<Applied> before = book.applied(wanted.id());
        keep(wanted, PartState.FETCHING, lastTrouble(wanted, before));
        report.run();
        Path ear;
        try {
            ear = store.part(wanted.sha256(), service, part(wanted).ear());
        } catch (IOException e) {
            String reason = "archive: " + e.getMessage() + ". It is fetched again with the next beat";
            LOG.log(Level.WARNING, () -> "PEEK-3404 plugin '" + wanted.id() + "', " + reason + ".");
            keep(wanted, PartState.FETCHING, reason);
            return false;
        }
        keep(wanted, PartState.DEPLOYING, "");
        report.run();
        deploy(wanted, ear, before);
        return true;
    }

    /** Why the same archive did not come last time: it is shown until it has come. */
    private static String lastTrouble(WantedPlugin wanted, Optional<Applied> before) {
        return before.filter(
                        a -> a.outcome() == PartState.FETCHING && a.sha256().equals(wanted.sha256()))
                .flatMap(Applied::reason)
                .orElse("");
    }

    private void deploy(WantedPlugin wanted, Path ear, Optional<Applied> before) {
        Deployer.Result result = deployer.put(deployment(wanted.id()), ear, wanted.running());
        if (result instanceof Deployer.Result.Refused refused) {
            failed(wanted, refused.reason());
        } else if (!wanted.running()) {
            keep(wanted, PartState.STOPPED, "stopped by an administrator");
        } else {
            Optional<String> fault = fault(wanted);
            fault.ifPresentOrElse(
                    reason -> {
                        requireRunningWildFly(wanted);
                        putBack(wanted, before);
                        keep(wanted, PartState.FAILED, reason);
                    },
                    () -> keep(wanted, PartState.RUNNING, ""));
        }
    }

    void enable(WantedPlugin wanted) {
        Deployer.Result result = deployer.enable(deployment(wanted.id()));
        Optional<String> fault =
                result instanceof Deployer.Result.Refused refused ? Optional.of(refused.reason()) : fault(wanted);
        fault.ifPresentOrElse(reason -> failed(wanted, reason), () -> keep(wanted, PartState.RUNNING, ""));
    }

    void failed(WantedPlugin wanted, String reason) {
        requireRunningWildFly(wanted);
        keep(wanted, PartState.FAILED, reason);
    }

    /** What fails while WildFly goes down says nothing about the plugin. */
    private void requireRunningWildFly(WantedPlugin wanted) {
        if (!deployer.isReady()) {
            throw new StepGivenUpException("WildFly goes down in the middle of a step of '" + wanted.id() + "'");
        }
    }

    /** Looks whether the part and those that restarted with it really run; gives the first fault. */
    private Optional<String> fault(WantedPlugin wanted) {
        Optional<String> own = faultOf(wanted);
        return own.isPresent()
                ? own
                : book.wanted().plugins().stream()
                        .filter(other -> other.running() && other.requires().contains(wanted.id()))
                        .filter(other -> other.parts().containsKey(service) && ranBefore(other))
                        .flatMap(other -> faultOf(other).stream()
                                .map(reason -> "dependent '" + other.id() + "' broke: " + reason))
                        .findFirst();
    }

    private boolean ranBefore(WantedPlugin other) {
        return book.applied(other.id())
                .filter(a -> a.outcome() == PartState.RUNNING)
                .isPresent();
    }

    private Optional<String> faultOf(WantedPlugin plugin) {
        String name = deployment(plugin.id());
        try {
            if (hooks.outcome(name).isEmpty()) { // a part appears while WildFly deploys it, not later
                return Optional.of("no hook was found in the deployment");
            }
            PartOutcome outcome = hooks.await(name, HOOKS)
                    .orElseThrow(() -> new StepGivenUpException("'" + name + "' went while its hook was starting"));
            if (outcome instanceof PartOutcome.Failed failed) {
                return Optional.of(failed.reason());
            }
            if (outcome instanceof PartOutcome.Starting) {
                return Optional.of("a plugin that it requires did not start within " + HOOKS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StepGivenUpException("interrupted while waiting for the hook of '" + name + "'");
        }
        return part(plugin).publishes().stream()
                .filter(api -> !apis.names().contains(api))
                .findFirst()
                .map(api -> "declared API " + api + " was not published; its bean could not be made");
    }

    private void putBack(WantedPlugin wanted, Optional<Applied> before) {
        String name = deployment(wanted.id());
        Optional<Path> old = before.filter(a -> a.outcome() == PartState.RUNNING)
                .filter(a -> !a.ear().equals(part(wanted).ear()))
                .map(a -> store.kept(a.ear()))
                .filter(Files::exists);
        Deployer.Result result = old.isPresent() ? deployer.put(name, old.get(), true) : deployer.remove(List.of(name));
        if (result instanceof Deployer.Result.Refused refused) {
            LOG.log(Level.ERROR, () -> "PEEK-3405 '" + name + "' could not be taken back: " + refused.reason());
        }
    }

    void keep(WantedPlugin wanted, PartState outcome, String reason) {
        Map<String, Deployed> deployed = deployer.deployments();
        book.keep(new Applied(
                wanted.id(),
                wanted.version(),
                wanted.sha256(),
                part(wanted).ear(),
                wanted.revision(),
                Optional.ofNullable(deployed.get(deployment(wanted.id()))).map(Deployed::content),
                outcome,
                clock.instant(),
                Optional.of(reason).filter(text -> !text.isEmpty())));
    }

    private WantedPart part(WantedPlugin wanted) {
        return wanted.parts().get(service);
    }

    private String deployment(String plugin) {
        return plugin + "-" + service.id() + ".ear";
    }
}
