package org.peekplatform.runtime.part;

import java.util.Set;
import java.util.function.Supplier;
import org.peekplatform.api.hook.PluginHook;

/**
 * One deployed plugin EAR, seen from the inside.
 *
 * @param deployment name of the EAR, such as {@code noop-server.ear}
 * @param hook makes the hook; throws {@link IllegalStateException} when the part has none, or two
 */
public record Part(String deployment, PartContext context, Supplier<PluginHook<?>> hook, Set<String> publishes) {
    public Part {
        publishes = Set.copyOf(publishes);
    }
}
