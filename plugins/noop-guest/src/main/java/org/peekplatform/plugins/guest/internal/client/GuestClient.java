package org.peekplatform.plugins.guest.internal.client;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.peekplatform.api.hook.ClientHook;
import org.peekplatform.api.hook.ClientPlatform;

/** Entry on the client. */
@ApplicationScoped
public class GuestClient implements ClientHook {
    private static final Logger LOG = System.getLogger(GuestClient.class.getName());

    @Override
    public void start(ClientPlatform platform) {
        LOG.log(
                Level.INFO,
                "{0} {1} is on {2}",
                platform.plugin().id(),
                platform.plugin().version(),
                platform.instance());
    }
}
