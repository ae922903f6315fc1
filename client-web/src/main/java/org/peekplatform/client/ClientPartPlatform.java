package org.peekplatform.client;

import org.peekplatform.api.PluginInfo;
import org.peekplatform.api.Service;
import org.peekplatform.api.call.Calls;
import org.peekplatform.api.hook.ClientPlatform;
import org.peekplatform.api.live.Tuples;
import org.peekplatform.runtime.hook.PartPlatform;
import org.peekplatform.runtime.hook.PlatformFactory.Owner;

/** The platform object of a client part: what every part gets, and data that is made here. */
final class ClientPartPlatform extends PartPlatform implements ClientPlatform {
    private final Tuples tuples;

    ClientPartPlatform(PluginInfo plugin, String instance, Calls calls, Tuples tuples, Owner owner) {
        super(plugin, Service.CLIENT, instance, calls, owner);
        this.tuples = tuples;
    }

    @Override
    public Tuples tuples() {
        return tuples;
    }
}
