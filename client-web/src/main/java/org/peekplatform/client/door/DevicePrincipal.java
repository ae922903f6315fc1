package org.peekplatform.client.door;

import java.security.Principal;
import org.peekplatform.core.live.serve.DeviceSession;

/** Who is signed in on the device that sends a request, and from which address it does. */
record DevicePrincipal(DeviceSession session, String address) implements Principal {
    @Override
    public String getName() {
        return session.user().name();
    }
}
