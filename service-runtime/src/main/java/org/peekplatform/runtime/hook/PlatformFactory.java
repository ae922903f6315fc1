package org.peekplatform.runtime.hook;

import org.peekplatform.api.PluginInfo;
import org.peekplatform.api.Registration;
import org.peekplatform.api.hook.Platform;
import org.peekplatform.runtime.part.PartContext;

/** Makes the platform object of one part; each service has its own. */
@FunctionalInterface
public interface PlatformFactory {

    Platform create(PluginInfo plugin, PartContext context, Owner owner);

    /** Keeps what a part registered until it stops. */
    @FunctionalInterface
    interface Owner {
        Registration own(Registration registration);
    }
}
