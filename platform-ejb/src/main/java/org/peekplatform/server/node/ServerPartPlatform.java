package org.peekplatform.server.node;

import org.peekplatform.api.PluginInfo;
import org.peekplatform.api.Service;
import org.peekplatform.api.call.Calls;
import org.peekplatform.api.hook.ServerPlatform;
import org.peekplatform.api.live.Actions;
import org.peekplatform.api.live.Tuples;
import org.peekplatform.api.task.Tasks;
import org.peekplatform.runtime.hook.PartPlatform;
import org.peekplatform.runtime.hook.PlatformFactory.Owner;

/** The platform object of a server part: what every part gets, work for the workers, and live data for devices. */
final class ServerPartPlatform extends PartPlatform implements ServerPlatform {
    private final Offers offers;

    /** What the server adds. */
    record Offers(Tasks tasks, Tuples tuples, Actions actions) {}

    ServerPartPlatform(PluginInfo plugin, String instance, Calls calls, Offers offers, Owner owner) {
        super(plugin, Service.SERVER, instance, calls, owner);
        this.offers = offers;
    }

    @Override
    public Tasks tasks() {
        return offers.tasks();
    }

    @Override
    public Tuples tuples() {
        return offers.tuples();
    }

    @Override
    public Actions actions() {
        return offers.actions();
    }
}
