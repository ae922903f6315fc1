package org.peekplatform.core.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.peekplatform.core.descriptor.PluginDescriptor;
import org.peekplatform.core.descriptor.SemanticVersion;
import org.peekplatform.core.descriptor.VersionRange;
import org.peekplatform.core.plan.Plan.Action;
import org.peekplatform.core.plan.Plan.Dependent;
import org.peekplatform.core.plan.Plan.Kind;
import org.peekplatform.core.plan.Plan.Step;
import org.peekplatform.core.problem.Findings;
import org.peekplatform.core.problem.Problem;

/** Says what an operation on a plugin would do, or why it cannot be done. */
public final class Planner {
    private static final String NOTHING_CHANGED = ". Nothing was changed. ";

    private final String databaseVendor;

    /**
     * @param databaseVendor {@code h2} or {@code postgresql}: whose scripts count
     */
    public Planner(String databaseVendor) {
        this.databaseVendor = databaseVendor;
    }

    /**
     * Install, upgrade, downgrade or repeat, whatever the archive is to the installed set.
     *
     * @param sha256 of the archive, in hex
     * @param appliedMigrations SHA-256 of the plugin's scripts that were run, by entry name
     */
    public PlanResult planInstall(
            PluginDescriptor archive,
            String sha256,
            InstalledSet installed,
            SemanticVersion platformVersion,
            Map<String, String> appliedMigrations,
            List<InstanceStatus> instances) {
        Findings findings = new Findings();
        Optional<InstalledPlugin> old = installed.plugin(archive.id());
        boolean runs = old.map(InstalledPlugin::running).orElse(true);
        InstalledSet after = installed.with(new InstalledPlugin(archive, sha256, runs));
        MigrationPlan migrations = new MigrationPlan(archive, databaseVendor, appliedMigrations);
        RequirementRules requirements = new RequirementRules(after);
        checkPlatform(archive, platformVersion, findings);
        checkDatabase(archive, findings);
        old.ifPresent(present -> checkBytes(archive, sha256, present, findings));
        requirements.checkNoCycle(archive, findings);
        requirements.checkProviders(archive, findings);
        requirements.checkDependents(archive, findings);
        if (runs) {
            requirements.checkProvidersRun(archive, findings);
        }
        migrations.check(archive, findings);
        return result(
                findings,
                () -> new InstallPlan(
                                archive,
                                old,
                                new Linked(installed, after).dependents(archive.id()),
                                migrations.pending(),
                                instances)
                        .plan());
    }

    /** Take the plugin away. Refused while plugins that need it run. */
    public PlanResult planUninstall(String id, InstalledSet installed, List<InstanceStatus> instances) {
        return installed
                .plugin(id)
                .map(plugin -> {
                    Findings findings = new Findings();
                    checkNobodyRunsOn(plugin, installed, "uninstalled", findings);
                    return result(findings, () -> change(Kind.UNINSTALL, Action.REMOVE, plugin, installed, instances));
                })
                .orElseGet(() -> notInstalled(id));
    }

    /** Take the plugin out of service and keep it. Refused while plugins that need it run. */
    public PlanResult planStop(String id, InstalledSet installed, List<InstanceStatus> instances) {
        return installed
                .plugin(id)
                .map(plugin -> {
                    Findings findings = new Findings();
                    if (!plugin.running()) {
                        stoppedAlready(plugin, findings);
                    }
                    checkNobodyRunsOn(plugin, installed, "stopped", findings);
                    return result(findings, () -> change(Kind.STOP, Action.STOP, plugin, installed, instances));
                })
                .orElseGet(() -> notInstalled(id));
    }

    /**
     * Bring a plugin back into service: one that is stopped, or one that should run and does not where it failed. Refused while
     * one that it needs is stopped or missing.
     */
    public PlanResult planStart(String id, InstalledSet installed, List<InstanceStatus> instances) {
        return installed
                .plugin(id)
                .map(plugin -> {
                    Findings findings = new Findings();
                    RequirementRules requirements = new RequirementRules(installed);
                    requirements.checkProviders(plugin.descriptor(), findings);
                    requirements.checkProvidersRun(plugin.descriptor(), findings);
                    return result(findings, () -> change(Kind.START, Action.START, plugin, installed, instances));
                })
                .orElseGet(() -> notInstalled(id));
    }

    private static void stoppedAlready(InstalledPlugin plugin, Findings findings) {
        findings.add(
                "PEEK-2115",
                Subject.of(plugin.descriptor()) + " not stopped: it is stopped already" + NOTHING_CHANGED
                        + "There is nothing to do.");
    }

    private static PlanResult result(Findings findings, Supplier<Plan> plan) {
        return findings.isEmpty() ? new PlanResult.Possible(plan.get()) : new PlanResult.Impossible(findings.list());
    }

    private static PlanResult notInstalled(String id) {
        return new PlanResult.Impossible(List.of(new Problem(
                "PEEK-2116",
                "plugin '" + id + "' is not installed" + NOTHING_CHANGED + "Look at the list of plugins for its id.")));
    }

    private static void checkPlatform(PluginDescriptor plugin, SemanticVersion platform, Findings findings) {
        if (!VersionRange.of(plugin.platform()).includes(platform)) {
            Subject.refuse(
                    findings,
                    "PEEK-2101",
                    plugin,
                    "needs the platform " + plugin.platform() + ", this is " + platform,
                    "Upload a version of " + plugin.id() + " for this platform.");
        }
    }

    private void checkDatabase(PluginDescriptor plugin, Findings findings) {
        plugin.database()
                .filter(needed -> !needed.equals(databaseVendor))
                .ifPresent(needed -> Subject.refuse(
                        findings,
                        "PEEK-2118",
                        plugin,
                        "needs the database " + needed + ", this platform has " + databaseVendor,
                        "Switch the platform to PostgreSQL first, see docs/operations.md."));
    }

    private static void checkBytes(PluginDescriptor plugin, String sha256, InstalledPlugin old, Findings findings) {
        boolean sameVersion = plugin.version().equals(old.version());
        if (sameVersion
                && !sha256.equals(old.sha256())
                && !SemanticVersion.of(plugin.version()).isPreRelease()) {
            Subject.refuse(
                    findings,
                    "PEEK-2110",
                    plugin,
                    "the same version is installed with other bytes",
                    "Give the new build a new version.");
        }
    }

    private static void checkNobodyRunsOn(
            InstalledPlugin plugin, InstalledSet installed, String done, Findings findings) {
        List<String> running =
                DependencyGraph.ofNeeds(installed.descriptors()).transitiveDependents(plugin.id()).stream()
                        .filter(id -> installed
                                .plugin(id)
                                .filter(InstalledPlugin::running)
                                .isPresent())
                        .toList();
        if (!running.isEmpty()) {
            findings.add(
                    "PEEK-2114",
                    Subject.of(plugin.descriptor()) + " not " + done + ": " + Subject.names(running)
                            + " build on it and run" + NOTHING_CHANGED + "Stop them first.");
        }
    }

    private static Plan change(
            Kind kind, Action action, InstalledPlugin plugin, InstalledSet installed, List<InstanceStatus> instances) {
        List<Dependent> dependents = new Linked(installed, installed).dependents(plugin.id());
        List<Step> steps = new ArrayList<>();
        Steps.add(steps, action, plugin.id(), plugin.descriptor().services().keySet().stream());
        Steps.restarts(steps, dependents);
        if (kind == Kind.START) {
            Steps.add(steps, Action.VERIFY, plugin.id(), plugin.descriptor().services().keySet().stream());
        }
        List<InstanceStatus> affected = instances.stream()
                .filter(instance -> plugin.descriptor().services().containsKey(instance.service()))
                .toList();
        return new Plan(
                kind,
                plugin.id(),
                Optional.of(plugin.version()),
                kind == Kind.UNINSTALL ? Optional.empty() : Optional.of(plugin.version()),
                steps,
                dependents,
                List.of(),
                affected,
                interruption(kind, plugin, dependents),
                warnings(kind, plugin, installed, affected));
    }

    private static String interruption(Kind kind, InstalledPlugin plugin, List<Dependent> dependents) {
        List<String> restarting = Steps.running(dependents);
        String others = restarting.isEmpty()
                ? "everything else keeps running."
                : Subject.names(restarting) + " restart and do not answer for a few seconds.";
        return kind == Kind.START || !plugin.running()
                ? (restarting.isEmpty() ? "None: nothing that runs is touched." : others)
                : "'" + plugin.id() + "' does not answer any more; " + others;
    }

    private static List<String> warnings(
            Kind kind, InstalledPlugin plugin, InstalledSet installed, List<InstanceStatus> instances) {
        List<String> warnings = new ArrayList<>();
        List<String> stranded = DependencyGraph.ofNeeds(installed.descriptors()).transitiveDependents(plugin.id());
        if (kind == Kind.UNINSTALL && !stranded.isEmpty()) {
            warnings.add(Subject.names(stranded) + " cannot start again without '" + plugin.id() + "'.");
        }
        Steps.away(instances).ifPresent(warnings::add);
        return warnings;
    }
}
