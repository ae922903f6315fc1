package org.peekplatform.api.live;

import org.peekplatform.api.PeekException;

/**
 * The plugin does not do what an action asks for, and says why to the user. The action is not tried again by itself.
 *
 * @since 0.1
 */
public class ActionRefusedException extends PeekException {
    private static final long serialVersionUID = 1L;

    /** @param message a sentence for the user, without a code */
    public ActionRefusedException(String message) {
        super("PEEK-4201", message);
    }
}
