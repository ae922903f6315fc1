package org.peekplatform.core.wanted;

import java.util.List;
import java.util.Optional;

/**
 * What the platform wants to run, the same for every instance; each takes the parts of its own service.
 *
 * @param plugins in an order in which providers stand before their dependents
 */
public record WantedSet(long revision, List<WantedPlugin> plugins) {
    public WantedSet {
        plugins = List.copyOf(plugins);
    }

    public Optional<WantedPlugin> plugin(String id) {
        return plugins.stream().filter(p -> p.id().equals(id)).findFirst();
    }
}
