package org.peekplatform.core.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.peekplatform.api.Service;
import org.peekplatform.core.descriptor.PluginDescriptor;
import org.peekplatform.core.descriptor.PluginDescriptor.Api;
import org.peekplatform.core.descriptor.PluginDescriptor.Requirement;
import org.peekplatform.core.descriptor.SemanticVersion;
import org.peekplatform.core.descriptor.VersionRange;
import org.peekplatform.core.problem.Findings;

/** What a plugin needs of those that are there, in both directions. */
final class RequirementRules {
    private static final int MEMBERS_SHOWN = 10;

    private final InstalledSet installed;

    RequirementRules(InstalledSet installed) {
        this.installed = installed;
    }

    /** The plugin finds what it requires, in a version and with the members and parts that it was built against. */
    void checkProviders(PluginDescriptor plugin, Findings findings) {
        for (Requirement required : plugin.requires()) {
            Optional<InstalledPlugin> provider = installed.plugin(required.plugin());
            if (provider.isPresent()) {
                checkProvider(plugin, required, provider.get(), findings);
            } else if (!required.optional()) {
                Subject.refuse(
                        findings,
                        Subject.NOT_INSTALLED,
                        plugin,
                        needs(required) + ", which is not installed",
                        "Upload " + Subject.wanted(required) + " first.");
            }
        }
    }

    private static void checkProvider(
            PluginDescriptor plugin, Requirement required, InstalledPlugin provider, Findings findings) {
        if (!VersionRange.of(required.range()).includes(SemanticVersion.of(provider.version()))) {
            Subject.refuse(
                    findings,
                    "PEEK-2104",
                    plugin,
                    needs(required) + ", installed is " + provider.version(),
                    "Upload " + Subject.wanted(required) + " first.");
            return;
        }
        List<String> lacking = lacking(plugin, provider.descriptor());
        if (!lacking.isEmpty()) {
            Subject.refuse(
                    findings,
                    "PEEK-2107",
                    plugin,
                    "uses what " + Subject.of(provider.descriptor()) + " does not have: " + shown(lacking),
                    "Upload another version of either.");
        }
        List<Service> unlinked = unlinked(plugin, required, provider.descriptor());
        if (!required.optional() && !unlinked.isEmpty()) {
            Subject.refuse(
                    findings,
                    "PEEK-2112",
                    plugin,
                    "needs '" + required.plugin() + "' on " + on(unlinked) + ", where " + provider.version()
                            + " has no part",
                    "Upload another version of either.");
        }
    }

    /** They run, so that this one can. */
    void checkProvidersRun(PluginDescriptor plugin, Findings findings) {
        plugin.requires().stream()
                .filter(required -> !required.optional())
                .filter(required -> installed
                        .plugin(required.plugin())
                        .filter(p -> !p.running())
                        .isPresent())
                .forEach(required -> Subject.refuse(
                        findings,
                        "PEEK-2109",
                        plugin,
                        "needs '" + required.plugin() + "', which is stopped",
                        "Start " + required.plugin() + " first."));
    }

    /** Plugins that build on this one can do so with this version of it too. */
    void checkDependents(PluginDescriptor plugin, Findings findings) {
        for (InstalledPlugin dependent : installed.plugins()) {
            dependent.descriptor().requires().stream()
                    .filter(required -> required.plugin().equals(plugin.id()))
                    .forEach(required -> checkDependent(plugin, required, dependent.descriptor(), findings));
        }
    }

    private static void checkDependent(
            PluginDescriptor plugin, Requirement required, PluginDescriptor dependent, Findings findings) {
        String who = "'" + dependent.id() + "' " + dependent.version();
        String cure = "Upload a version of " + dependent.id() + " that goes with both first, or uninstall it.";
        if (!VersionRange.of(required.range()).includes(SemanticVersion.of(plugin.version()))) {
            Subject.refuse(findings, "PEEK-2105", plugin, who + " " + needs(required), cure);
            return;
        }
        List<String> lacking = lacking(dependent, plugin);
        if (!lacking.isEmpty()) {
            Subject.refuse(findings, "PEEK-2108", plugin, who + " uses what it does not have: " + shown(lacking), cure);
        }
        List<Service> unlinked = unlinked(dependent, required, plugin);
        if (!required.optional() && !unlinked.isEmpty()) {
            Subject.refuse(
                    findings,
                    "PEEK-2117",
                    plugin,
                    who + " needs it on " + on(unlinked) + ", where it has no part",
                    cure);
        }
    }

    void checkNoCycle(PluginDescriptor plugin, Findings findings) {
        DependencyGraph.of(installed.descriptors())
                .cycle()
                .ifPresent(cycle -> Subject.refuse(
                        findings,
                        "PEEK-2106",
                        plugin,
                        "plugins would require each other in a circle: " + String.join(" → ", cycle),
                        "Remove one of these requirements."));
    }

    private static String needs(Requirement required) {
        return "needs '" + required.plugin() + "' " + required.range();
    }

    private static List<String> lacking(PluginDescriptor user, PluginDescriptor provider) {
        Set<String> members = new HashSet<>(provider.api().map(Api::members).orElse(List.of()));
        return user.uses().getOrDefault(provider.id(), List.of()).stream()
                .filter(member -> !members.contains(member))
                .sorted()
                .toList();
    }

    private static String shown(List<String> members) {
        return members.stream().limit(MEMBERS_SHOWN).collect(Collectors.joining(", "))
                + (members.size() > MEMBERS_SHOWN ? " and " + (members.size() - MEMBERS_SHOWN) + " more" : "");
    }

    private static List<Service> unlinked(PluginDescriptor user, Requirement required, PluginDescriptor provider) {
        return required.services().stream()
                .filter(service -> user.services().containsKey(service)
                        && !provider.services().containsKey(service))
                .sorted()
                .toList();
    }

    private static String on(List<Service> services) {
        return services.stream().map(Service::id).collect(Collectors.joining(", "));
    }
}
