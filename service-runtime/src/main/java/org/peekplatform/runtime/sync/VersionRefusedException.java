package org.peekplatform.runtime.sync;

import org.peekplatform.api.PeekException;

/** The server gives this instance no plugins, because the platforms of both do not fit together. */
public final class VersionRefusedException extends PeekException {
    private static final long serialVersionUID = 1L;

    VersionRefusedException(String reason) {
        super("PEEK-3808", reason);
    }
}
