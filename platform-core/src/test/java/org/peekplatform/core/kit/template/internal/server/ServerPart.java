package org.peekplatform.core.kit.template.internal.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.peekplatform.api.hook.ServerHook;
import org.peekplatform.api.hook.ServerPlatform;
import org.peekplatform.core.kit.template.internal.common.Behaviour;

/** Hook on the server. Greets every plugin that it consumes when it starts: without them it fails. */
@ApplicationScoped
public class ServerPart implements ServerHook {
    @Inject
    Instance<Consumed> consumed;

    @Override
    public void start(ServerPlatform platform) {
        new Behaviour().start(platform);
        consumed.forEach(provider -> provider.greet(platform.plugin().id()));
    }

    @Override
    public void stop(ServerPlatform platform) {
        new Behaviour().stop(platform);
    }
}
