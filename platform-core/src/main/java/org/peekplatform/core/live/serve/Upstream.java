package org.peekplatform.core.live.serve;

import java.util.Collection;

/** Where the buffer gets selectors from. Both return at once; what cannot be said now is said again later. */
public interface Upstream {
    void observe(Collection<String> keys);

    void release(Collection<String> keys);
}
