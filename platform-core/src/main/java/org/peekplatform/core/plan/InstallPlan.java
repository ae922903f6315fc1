package org.peekplatform.core.plan;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.peekplatform.api.Service;
import org.peekplatform.core.descriptor.PluginDescriptor;
import org.peekplatform.core.descriptor.PluginDescriptor.Migration;
import org.peekplatform.core.descriptor.SemanticVersion;
import org.peekplatform.core.plan.Plan.Action;
import org.peekplatform.core.plan.Plan.Dependent;
import org.peekplatform.core.plan.Plan.Kind;
import org.peekplatform.core.plan.Plan.Step;

/** The plan of an archive that may be installed: the server's part first, then the others, then who builds on them. */
final class InstallPlan {
    private final PluginDescriptor plugin;
    private final Optional<InstalledPlugin> old;
    private final List<Dependent> dependents;
    private final List<Migration> migrations;
    private final List<InstanceStatus> instances;

    InstallPlan(
            PluginDescriptor plugin,
            Optional<InstalledPlugin> old,
            List<Dependent> dependents,
            List<Migration> migrations,
            List<InstanceStatus> instances) {
        this.plugin = plugin;
        this.old = old;
        this.dependents = dependents;
        this.migrations = migrations;
        this.instances =
                instances.stream().filter(i -> touched().contains(i.service())).toList();
    }

    Plan plan() {
        return new Plan(
                kind(),
                plugin.id(),
                old.map(InstalledPlugin::version),
                Optional.of(plugin.version()),
                steps(),
                dependents,
                migrations,
                instances,
                interruption(),
                warnings());
    }

    private Set<Service> touched() {
        Set<Service> touched = EnumSet.noneOf(Service.class);
        touched.addAll(plugin.services().keySet());
        touched.addAll(oldServices());
        return touched;
    }

    private Set<Service> oldServices() {
        return old.map(o -> o.descriptor().services().keySet()).orElse(Set.of());
    }

    private Kind kind() {
        if (old.isEmpty()) {
            return Kind.INSTALL;
        }
        int difference = SemanticVersion.of(plugin.version())
                .compareTo(SemanticVersion.of(old.get().version()));
        return difference > 0 ? Kind.UPGRADE : difference < 0 ? Kind.DOWNGRADE : Kind.REINSTALL;
    }

    private List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        if (!migrations.isEmpty()) {
            steps.add(new Step(
                    Action.MIGRATE,
                    plugin.id(),
                    List.of(Service.SERVER),
                    "run " + migrations.size() + (migrations.size() == 1 ? " script" : " scripts") + " of '"
                            + plugin.id() + "'"));
        }
        bringUp(steps, Stream.of(Service.SERVER));
        bringUp(steps, Stream.of(Service.CLIENT, Service.AGENT, Service.WORKER));
        Steps.add(
                steps,
                Action.REMOVE,
                plugin.id(),
                oldServices().stream().filter(s -> !plugin.services().containsKey(s)));
        Steps.restarts(steps, dependents);
        Steps.add(steps, Action.VERIFY, plugin.id(), plugin.services().keySet().stream());
        return steps;
    }

    private void bringUp(List<Step> steps, Stream<Service> services) {
        List<Service> own = services.filter(plugin.services()::containsKey).toList();
        Steps.add(
                steps,
                Action.DEPLOY,
                plugin.id(),
                own.stream().filter(s -> !oldServices().contains(s)));
        Steps.add(steps, Action.REPLACE, plugin.id(), own.stream().filter(oldServices()::contains));
    }

    private String interruption() {
        List<String> restarting = Steps.running(dependents);
        if (old.filter(InstalledPlugin::running).isEmpty() && restarting.isEmpty()) {
            return "None: nothing that runs is touched.";
        }
        return Steps.interruption(plugin.id(), restarting);
    }

    private List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (kind() == Kind.DOWNGRADE) {
            warnings.add("This is an older version than the installed one; scripts that were run are not undone.");
        }
        old.filter(o -> !o.running()).ifPresent(o -> warnings.add("'" + plugin.id() + "' is stopped and stays so."));
        Steps.away(instances).ifPresent(warnings::add);
        Set<Service> present = instances.stream().map(InstanceStatus::service).collect(Collectors.toSet());
        plugin.services().keySet().stream()
                .filter(s -> !present.contains(s))
                .sorted()
                .forEach(s -> warnings.add("The platform has no " + s.id() + " instance yet; the part for it waits."));
        return warnings;
    }
}
