package org.peekplatform.plugins.guest.internal.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.peekplatform.api.hook.ServerHook;
import org.peekplatform.api.hook.ServerPlatform;

/** Entry on the server. Visiting at the start shows that noop started before. */
@ApplicationScoped
public class GuestServer implements ServerHook {
    private static final Logger LOG = System.getLogger(GuestServer.class.getName());

    @Inject
    Visitor visitor;

    @Override
    public void start(ServerPlatform platform) {
        LOG.log(Level.INFO, "noop says: {0}", visitor.visit().text());
    }
}
