package org.peekplatform.core.plan;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.peekplatform.api.Service;
import org.peekplatform.core.descriptor.PluginDescriptor;
import org.peekplatform.core.plan.Plan.Dependent;

/** Whose deployments hang on a plugin's deployments, and so restart with them. */
final class Linked {
    private final InstalledSet before;
    private final InstalledSet after;

    Linked(InstalledSet before, InstalledSet after) {
        this.before = before;
        this.after = after;
    }

    /** Providers before their dependents. */
    List<Dependent> dependents(String id) {
        Map<String, Set<Service>> services = new TreeMap<>();
        for (Service service : Service.values()) {
            for (InstalledSet set : List.of(before, after)) {
                DependencyGraph.on(service, set.descriptors())
                        .transitiveDependents(id)
                        .forEach(dependent -> services.computeIfAbsent(dependent, key -> EnumSet.noneOf(Service.class))
                                .add(service));
            }
        }
        List<Dependent> dependents = new ArrayList<>();
        List<PluginDescriptor> all = after.plugin(id).isPresent() ? after.descriptors() : before.descriptors();
        DependencyGraph.of(all).order().stream()
                .filter(services::containsKey)
                .forEach(dependent -> before.plugin(dependent)
                        .ifPresent(plugin -> dependents.add(new Dependent(
                                dependent, plugin.version(), plugin.running(), List.copyOf(services.get(dependent))))));
        return dependents;
    }
}
