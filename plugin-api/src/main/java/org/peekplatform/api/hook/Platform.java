package org.peekplatform.api.hook;

import org.peekplatform.api.PluginInfo;
import org.peekplatform.api.Registration;
import org.peekplatform.api.Service;
import org.peekplatform.api.call.Calls;

/**
 * What every service offers to a part. Thread-safe; valid until the part has stopped, after that its methods throw
 * {@link IllegalStateException}.
 *
 * @since 0.1
 */
public interface Platform {

    /** The plugin this part belongs to. */
    PluginInfo plugin();

    /** The service this part runs on. */
    Service service();

    /** The name of this instance of the service, such as {@code agent1}; unique on the platform. */
    String instance();

    /** Typed calls to the other services. */
    Calls calls();

    /**
     * Hands something to the platform that is to be closed when the part stops.
     *
     * @return closes it earlier
     */
    Registration own(Registration registration);
}
