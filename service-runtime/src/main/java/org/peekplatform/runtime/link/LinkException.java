package org.peekplatform.runtime.link;

import org.peekplatform.api.PeekException;

/** A message could not be sent, or its answer did not come. */
public class LinkException extends PeekException {
    private static final long serialVersionUID = 1L;

    public LinkException(String message, Throwable cause) {
        super("PEEK-3301", message, cause);
    }
}
