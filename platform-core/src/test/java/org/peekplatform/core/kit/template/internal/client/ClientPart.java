package org.peekplatform.core.kit.template.internal.client;

import jakarta.enterprise.context.ApplicationScoped;
import org.peekplatform.api.hook.ClientHook;
import org.peekplatform.api.hook.ClientPlatform;
import org.peekplatform.core.kit.template.internal.common.Behaviour;

/** Hook on the client. */
@ApplicationScoped
public class ClientPart implements ClientHook {
    @Override
    public void start(ClientPlatform platform) {
        new Behaviour().start(platform);
    }

    @Override
    public void stop(ClientPlatform platform) {
        new Behaviour().stop(platform);
    }
}
