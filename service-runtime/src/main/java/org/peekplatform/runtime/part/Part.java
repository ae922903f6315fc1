package org.peekplatform.runtime.part;

import jakarta.enterprise.inject.spi.Bean;
import java.util.List;
import java.util.Set;
import org.peekplatform.api.hook.PluginHook;

/**
 * One deployed plugin EAR, seen from the inside.
 *
 * @param deployment name of the EAR, such as {@code noop-server.ear}
 * @param hooks beans that implement a hook; a good part has exactly one
 */
public record Part(String deployment, PartContext context, List<Bean<?>> hooks, Set<String> publishes) {
    public Part {
        hooks = List.copyOf(hooks);
        publishes = Set.copyOf(publishes);
    }

    /** The one hook of the part. */
    public PluginHook<?> hook() {
        if (hooks.size() != 1) {
            throw new IllegalStateException("PEEK-3201 part '" + deployment + "' has " + hooks.size()
                    + " hook beans, exactly one is needed. The part was not started.");
        }
        return (PluginHook<?>) context.reference(hooks.get(0), hooks.get(0).getBeanClass());
    }
}
