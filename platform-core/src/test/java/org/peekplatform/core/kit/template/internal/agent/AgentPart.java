package org.peekplatform.core.kit.template.internal.agent;

import jakarta.enterprise.context.ApplicationScoped;
import org.peekplatform.api.hook.AgentHook;
import org.peekplatform.api.hook.AgentPlatform;
import org.peekplatform.core.kit.template.internal.common.Behaviour;

/** Hook on the agent. */
@ApplicationScoped
public class AgentPart implements AgentHook {
    @Override
    public void start(AgentPlatform platform) {
        new Behaviour().start(platform);
    }

    @Override
    public void stop(AgentPlatform platform) {
        new Behaviour().stop(platform);
    }
}
