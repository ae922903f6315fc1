package org.peekplatform.runtime.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.peekplatform.api.Service;
import org.peekplatform.core.wanted.Applied;
import org.peekplatform.core.wanted.Deployed;
import org.peekplatform.core.wanted.PartState;
import org.peekplatform.core.wanted.Reconciler;
import org.peekplatform.core.wanted.SyncStep;
import org.peekplatform.core.wanted.WantedPlugin;
import org.peekplatform.core.wanted.WantedSet;

/** Takes the steps from what this instance has to what is wanted, one at a time, and remembers each. */
public final class PluginSync {
    private static final Logger LOG = System.getLogger(PluginSync.class.getName());

    private final Service service;
    private final Reconciler reconciler;
    private final Centre centre;
    private final Deployer deployer;
    private final AppliedBook book;
    private final PartInstaller installer;
    private final ArchiveStore store;
    private final Runnable report;

    PluginSync(
            Service service,
            Centre centre,
            Deployer deployer,
            AppliedBook book,
            ArchiveStore store,
            PartInstaller installer,
            Runnable report) {
        this.service = service;
        this.reconciler = new Reconciler(service);
        this.centre = centre;
        this.deployer = deployer;
        this.book = book;
        this.store = store;
        this.installer = installer;
        this.report = report;
    }

    /**
     * Asks for the wanted set and goes there. Called by one thread at a time.
     *
     * @return false when something could not be removed or fetched and should be tried again soon
     */
    boolean run() {
        WantedSet wanted = centre.wanted();
        book.keep(wanted);
        List<SyncStep> steps = reconciler.steps(wanted, book.applied(), deployedPlugins());
        boolean removed = remove(steps.stream()
                .filter(SyncStep.Remove.class::isInstance)
                .map(SyncStep::plugin)
                .toList());
        boolean fetched = true;
        for (SyncStep step : steps) {
            fetched &= step instanceof SyncStep.Remove || take(step);
        }
        tidy(wanted);
        return removed && fetched;
    }

    /** Deployments of this service's parts, by plugin id. */
    Map<String, Deployed> deployedPlugins() {
        String ending = "-" + service.id() + ".ear";
        Map<String, Deployed> plugins = new LinkedHashMap<>();
        deployer.deployments().forEach((name, deployed) -> {
            if (name.endsWith(ending)) {
                plugins.put(name.substring(0, name.length() - ending.length()), deployed);
            }
        });
        return plugins;
    }

    /**
     * Removes plugins in one operation, whatever their order; when WildFly refuses that, each on its own, so that one
     * that cannot go does not hold the others.
     */
    private boolean remove(List<String> plugins) {
        if (plugins.isEmpty()) {
            return true;
        }
        Set<String> present = deployer.deployments().keySet();
        List<String> names =
                plugins.stream().map(this::deployment).filter(present::contains).toList();
        if (!names.isEmpty() && deployer.remove(names) instanceof Deployer.Result.Refused refused) {
            LOG.log(
                    Level.WARNING,
                    () -> "PEEK-3403 " + names + " could not be removed: " + refused.reason()
                            + " It is tried again with the next beat.");
            return plugins.size() > 1
                    && plugins.stream()
                                    .filter(plugin -> !remove(List.of(plugin)))
                                    .count()
                            == 0;
        }
        book.forget(plugins);
        LOG.log(Level.INFO, () -> "removed " + plugins);
        report.run();
        return true;
    }

    private boolean take(SyncStep step) {
        LOG.log(Level.INFO, () -> "step " + step.getClass().getSimpleName() + " " + step.plugin());
        boolean taken = true;
        if (step instanceof SyncStep.Deploy deploy) {
            taken = installer.install(deploy.wanted());
        } else if (step instanceof SyncStep.Enable enable) {
            installer.enable(enable.wanted());
        } else if (step instanceof SyncStep.Disable disable) {
            disable(disable.wanted());
        } else if (step instanceof SyncStep.Acknowledge seen) {
            installer.keep(seen.wanted(), seen.wanted().running() ? PartState.RUNNING : PartState.STOPPED, "");
        }
        report.run();
        return taken;
    }

    private void disable(WantedPlugin wanted) {
        Deployer.Result result = deployer.disable(deployment(wanted.id()));
        if (result instanceof Deployer.Result.Refused refused) {
            installer.failed(wanted, "could not be stopped: " + refused.reason());
        } else {
            installer.keep(wanted, PartState.STOPPED, "stopped by an administrator");
        }
    }

    private String deployment(String plugin) {
        return plugin + "-" + service.id() + ".ear";
    }

    private void tidy(WantedSet wanted) {
        Stream<WantedPlugin> plugins = wanted.plugins().stream();
        Map<String, Applied> applied = book.applied();
        Set<String> archives = Stream.concat(
                        plugins.map(WantedPlugin::sha256),
                        applied.values().stream().map(Applied::sha256))
                .collect(Collectors.toSet());
        Set<String> ears = applied.values().stream().map(Applied::ear).collect(Collectors.toSet());
        try {
            store.keepOnly(archives, ears);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
