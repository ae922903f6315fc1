package org.peekplatform.runtime.hook;

import org.peekplatform.api.PluginInfo;
import org.peekplatform.api.Registration;
import org.peekplatform.api.Service;
import org.peekplatform.api.call.Calls;
import org.peekplatform.api.hook.AgentPlatform;

/** The platform object as every service gives it; all but the agent add to it. */
public class PartPlatform implements AgentPlatform {
    private final PluginInfo plugin;
    private final Service service;
    private final String instance;
    private final Calls calls;
    private final PlatformFactory.Owner owner;

    public PartPlatform(PluginInfo plugin, Service service, String instance, Calls calls, PlatformFactory.Owner owner) {
        this.plugin = plugin;
        this.service = service;
        this.instance = instance;
        this.calls = calls;
        this.owner = owner;
    }

    @Override
    public PluginInfo plugin() {
        return plugin;
    }

    @Override
    public Service service() {
        return service;
    }

    @Override
    public String instance() {
        return instance;
    }

    @Override
    public Calls calls() {
        return calls;
    }

    @Override
    public Registration own(Registration registration) {
        return owner.own(registration);
    }
}
