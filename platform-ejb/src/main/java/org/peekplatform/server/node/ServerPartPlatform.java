package org.peekplatform.server.node;

import org.peekplatform.api.PluginInfo;
import org.peekplatform.api.Service;
import org.peekplatform.api.call.Calls;
import org.peekplatform.api.hook.ServerPlatform;
import org.peekplatform.api.task.Tasks;
import org.peekplatform.runtime.hook.PartPlatform;
import org.peekplatform.runtime.hook.PlatformFactory.Owner;

/** The platform object of a server part: what every part gets, and work for the workers. */
final class ServerPartPlatform extends PartPlatform implements ServerPlatform {
    private final Tasks tasks;

    ServerPartPlatform(PluginInfo plugin, String instance, Calls calls, Tasks tasks, Owner owner) {
        super(plugin, Service.SERVER, instance, calls, owner);
        this.tasks = tasks;
    }

    @Override
    public Tasks tasks() {
        return tasks;
    }
}
