package org.peekplatform.core.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.peekplatform.core.descriptor.PluginDescriptor;

/** All plugins that the platform has, running or stopped; one version of each. */
public record InstalledSet(List<InstalledPlugin> plugins) {
    public InstalledSet {
        plugins = List.copyOf(plugins);
        if (plugins.stream().map(InstalledPlugin::id).distinct().count() != plugins.size()) {
            throw new IllegalArgumentException("a plugin is installed twice");
        }
    }

    public static InstalledSet empty() {
        return new InstalledSet(List.of());
    }

    public Optional<InstalledPlugin> plugin(String id) {
        return plugins.stream().filter(plugin -> plugin.id().equals(id)).findFirst();
    }

    public List<PluginDescriptor> descriptors() {
        return plugins.stream().map(InstalledPlugin::descriptor).toList();
    }

    /** The set after the plugin was added, or took the place of its other version. */
    public InstalledSet with(InstalledPlugin plugin) {
        List<InstalledPlugin> changed = new ArrayList<>(without(plugin.id()).plugins);
        changed.add(plugin);
        return new InstalledSet(changed);
    }

    public InstalledSet without(String id) {
        return new InstalledSet(
                plugins.stream().filter(plugin -> !plugin.id().equals(id)).toList());
    }
}
