package org.peekplatform.core.wanted;

import java.util.List;
import java.util.Map;
import org.peekplatform.api.Service;

/**
 * One plugin of the wanted set.
 *
 * @param sha256 of the whole archive, in hex; the key by which instances fetch it
 * @param revision grows with every decision of an administrator about this plugin; an operator's own doing in the
 *     management console is respected until it grows again
 * @param running false when the plugin is stopped: its parts stay deployed but disabled
 * @param parts what runs where
 * @param requires ids of plugins that must run before
 */
public record WantedPlugin(
        String id,
        String version,
        String sha256,
        long revision,
        boolean running,
        Map<Service, WantedPart> parts,
        List<String> requires) {
    public WantedPlugin {
        parts = Map.copyOf(parts);
        requires = List.copyOf(requires);
    }

    /**
     * @param ear SHA-256 of the part's EAR inside the archive, in hex
     * @param publishes interfaces that must be in the registry before the part counts as running
     */
    public record WantedPart(String ear, List<String> publishes) {
        public WantedPart {
            publishes = List.copyOf(publishes);
        }
    }
}
