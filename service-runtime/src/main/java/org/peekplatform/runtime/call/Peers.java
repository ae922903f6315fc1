package org.peekplatform.runtime.call;

import java.util.List;
import org.peekplatform.api.Service;

/** Who can be called now. */
@FunctionalInterface
public interface Peers {

    /** Names of connected instances of a service, sorted; a node sees the server only. */
    List<String> connected(Service service);
}
