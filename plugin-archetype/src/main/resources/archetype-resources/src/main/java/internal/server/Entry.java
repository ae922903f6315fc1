package ${package}.internal.server;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.peekplatform.api.hook.ServerHook;
import org.peekplatform.api.hook.ServerPlatform;

/** Where the platform enters the part on the server. What is registered here is taken back when the part stops. */
@ApplicationScoped
public class Entry implements ServerHook {
    private static final Logger LOG = System.getLogger(Entry.class.getName());

    @Override
    public void start(ServerPlatform platform) {
        LOG.log(Level.INFO, "{0} {1} started on {2}", platform.plugin().id(), platform.plugin().version(), platform.instance());
    }
}
