package org.peekplatform.core.plan;

import org.peekplatform.core.descriptor.PluginDescriptor;

/**
 * A plugin that the platform has.
 *
 * @param sha256 of its archive, in hex
 * @param running false when an administrator stopped it
 */
public record InstalledPlugin(PluginDescriptor descriptor, String sha256, boolean running) {
    public String id() {
        return descriptor.id();
    }

    public String version() {
        return descriptor.version();
    }
}
