package org.peekplatform.plugins.noop.internal.agent;

import jakarta.enterprise.context.ApplicationScoped;
import org.peekplatform.api.hook.AgentHook;
import org.peekplatform.api.hook.AgentPlatform;
import org.peekplatform.plugins.noop.internal.tuple.AgentEcho;
import org.peekplatform.plugins.noop.internal.tuple.Echo;

/** Entry on the agent. */
@ApplicationScoped
public class NoopAgent implements AgentHook {
    @Override
    public void start(AgentPlatform platform) {
        String instance = platform.instance();
        platform.calls().provide(AgentEcho.class, text -> new Echo(text, instance));
    }
}
